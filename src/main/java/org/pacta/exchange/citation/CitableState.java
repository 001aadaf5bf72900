package org.pacta.exchange.citation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import tools.jackson.databind.json.JsonMapper;

/**
 * A state of something in Pacta, and how to cite it.
 *
 * @param key that is unique among what one cites
 * @param revision in which it was last changed
 * @param changedOn when that was
 * @param citedOn today
 * @param address where that state can be seen for ever
 */
record CitableState(
        String key,
        String title,
        @Nullable String localTitle,
        long revision,
        LocalDate changedOn,
        LocalDate citedOn,
        String address,
        Work work) {

    private static final String REGISTRY = "Pacta, the registry of bilateral cooperation agreements";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final JsonMapper json = JsonMapper.shared();

    public Name name() {
        return new Name(title, localTitle);
    }

    /** The citation as a sentence. */
    String text() {
        return work.isSource()
                ? "%s%s. Found in %s".formatted(own(work.publisher(), ". "), source(), place())
                : "%s. “%s”. %sRevision %d of %s. %s (accessed %s). Licence CC BY 4.0."
                        .formatted(
                                REGISTRY,
                                both(),
                                details().map(detail -> detail + ". ").collect(Collectors.joining()),
                                revision,
                                changedOn.format(DAY),
                                address,
                                citedOn.format(DAY));
    }

    /** The citation in one of the formats txt, bib, ris and json. */
    String as(String format) {
        return switch (format) {
            case "bib" -> biblatex();
            case "ris" -> ris();
            case "json" -> csl();
            default -> text() + "\n";
        };
    }

    static String type(String format) {
        return switch (format) {
            case "bib" -> "application/x-bibtex;charset=UTF-8";
            case "ris" -> "application/x-research-info-systems;charset=UTF-8";
            case "json" -> "application/vnd.citationstyles.csl+json";
            default -> "text/plain;charset=UTF-8";
        };
    }

    private String source() {
        PartialDate day = work.day();
        return "“%s”%s%s"
                .formatted(
                        both(), day == null ? "" : ". " + Work.when(day), work.url() == null ? "" : ". " + work.url());
    }

    private String place() {
        return "%s, revision %d of %s. %s (accessed %s)."
                .formatted(REGISTRY, revision, changedOn.format(DAY), address, citedOn.format(DAY));
    }

    private static String own(@Nullable String text, String end) {
        return text == null ? "" : text + end;
    }

    /** What is said of it beside its title. */
    private Stream<String> details() {
        List<String> details = new ArrayList<>();
        if (!work.parties().isEmpty()) {
            details.add("Parties: " + String.join("; ", work.parties()));
        }
        PartialDate day = work.day();
        if (day != null) {
            details.add("Day: " + Work.when(day));
        }
        if (!work.sources().isEmpty()) {
            details.add("According to " + String.join("; ", work.sources()));
        }
        return details.stream();
    }

    private String author() {
        return work.isSource() ? Objects.requireNonNullElse(work.publisher(), "") : "Pacta";
    }

    /** The day that it is of: of a source its own, else that of the state. */
    private String issued() {
        return work.isSource() ? Work.iso(work.day()).orElse("") : changedOn.toString();
    }

    private String link() {
        return work.isSource() && work.url() != null ? work.url() : address;
    }

    private String notes() {
        return work.isSource()
                ? "Found in " + place()
                : Stream.concat(details(), Stream.of("Licence CC BY 4.0")).collect(Collectors.joining(". "));
    }

    private String biblatex() {
        Map<String, String> fields = new LinkedHashMap<>();
        fields.put("author", braced(author()));
        fields.put("title", braced(both()));
        fields.put("date", issued());
        if (!work.isSource()) {
            fields.put("version", "Revision " + revision);
            fields.put("organization", tex(REGISTRY));
        }
        fields.put("url", link().replace("{", "%7B").replace("}", "%7D"));
        fields.put("urldate", citedOn.toString());
        fields.put("note", tex(notes()));
        fields.values().removeIf(String::isEmpty);
        return fields.entrySet().stream()
                .map(field -> "  %s = {%s}".formatted(field.getKey(), field.getValue()))
                .collect(Collectors.joining(",\n", "@online{" + key + ",\n", "\n}\n"));
    }

    /** A name or title that is to stay as it is. */
    private static String braced(String text) {
        return text.isEmpty() ? "" : '{' + tex(text) + '}';
    }

    private static String tex(String text) {
        return text.codePoints().mapToObj(CitableState::tex).collect(Collectors.joining());
    }

    private static String tex(int letter) {
        return switch (letter) {
            case '\\' -> "\\textbackslash{}";
            case '~' -> "\\textasciitilde{}";
            case '^' -> "\\textasciicircum{}";
            case '{', '}', '$', '&', '%', '#', '_' -> "\\" + Character.toString(letter);
            default -> Character.toString(letter);
        };
    }

    private String ris() {
        List<String> lines = new ArrayList<>();
        lines.add("TY  - " + (isNews() ? "NEWS" : "ELEC"));
        lines.add("ID  - " + key);
        if (!author().isEmpty()) {
            lines.add("AU  - " + author());
        }
        lines.add("TI  - " + both());
        lines.add("PB  - " + (work.isSource() ? author() : REGISTRY));
        if (!work.isSource()) {
            lines.add("ET  - Revision " + revision);
        }
        if (!issued().isEmpty()) {
            lines.add("PY  - " + issued().substring(0, 4));
            lines.add("DA  - " + slashed(issued()));
        }
        lines.add("Y2  - " + slashed(citedOn.toString()));
        lines.add("UR  - " + link());
        lines.add("N1  - " + notes());
        lines.add("ER  - ");
        lines.removeIf("PB  - "::equals);
        return lines.stream().map(line -> line + "\r\n").collect(Collectors.joining());
    }

    /** RIS dates have three slashes, whatever is known of them. */
    private static String slashed(String date) {
        return date.replace('-', '/')
                + "/"
                        .repeat(3
                                - (int) date.chars()
                                        .filter(letter -> letter == '-')
                                        .count());
    }

    private boolean isNews() {
        return "news_article".equals(work.kind());
    }

    /** As the Citation Style Language has it in JSON. */
    private String csl() {
        Map<String, Object> item = new LinkedHashMap<>();
        item.put("id", key);
        item.put("type", isNews() ? "article-newspaper" : "webpage");
        if (!author().isEmpty()) {
            item.put("author", List.of(Map.of("literal", author())));
        }
        item.put("title", both());
        if (!work.isSource()) {
            item.put("container-title", REGISTRY);
            item.put("version", "Revision " + revision);
        }
        if (!issued().isEmpty()) {
            item.put("issued", date(issued()));
        }
        item.put("accessed", date(citedOn.toString()));
        item.put("URL", link());
        item.put("note", notes());
        return json.writeValueAsString(List.of(item));
    }

    private static Map<String, Object> date(String iso) {
        return Map.of(
                "date-parts",
                List.of(Stream.of(iso.split("-")).map(Integer::valueOf).toList()));
    }

    private String both() {
        String other = localTitle == null || localTitle.equals(title) ? "" : " / " + localTitle;
        return (title + other).replaceAll("\\p{Cntrl}+", " ");
    }
}
