package org.pacta.exchange.citation;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

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
        String address) {

    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    public Name name() {
        return new Name(title, localTitle);
    }

    /** The citation as a sentence. */
    String text() {
        return "Pacta, the registry of bilateral cooperation agreements. “%s”. Revision %d of %s. %s (accessed %s). Licence CC BY 4.0."
                .formatted(both(), revision, changedOn.format(DAY), address, citedOn.format(DAY));
    }

    /** The citation in one of the formats txt, bib and ris. */
    String as(String format) {
        return switch (format) {
            case "bib" -> bibtex();
            case "ris" -> ris();
            default -> text() + "\n";
        };
    }

    static String type(String format) {
        return switch (format) {
            case "bib" -> "application/x-bibtex;charset=UTF-8";
            case "ris" -> "application/x-research-info-systems;charset=UTF-8";
            default -> "text/plain;charset=UTF-8";
        };
    }

    private String bibtex() {
        return """
                @misc{%s,
                  author = {{Pacta}},
                  title = {{%s}},
                  howpublished = {Registry of bilateral cooperation agreements},
                  edition = {Revision %d},
                  year = {%d},
                  month = %s,
                  url = {%s},
                  urldate = {%s},
                  note = {CC BY 4.0}
                }
                """.formatted(
                        key,
                        both().codePoints().mapToObj(CitableState::tex).collect(Collectors.joining()),
                        revision,
                        changedOn.getYear(),
                        changedOn.getMonth().name().substring(0, 3).toLowerCase(Locale.ROOT),
                        address.replace("%", "\\%").replace("{", "%7B").replace("}", "%7D"),
                        citedOn);
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
        return String.join(
                "\r\n",
                "TY  - ELEC",
                "ID  - " + key,
                "AU  - Pacta",
                "TI  - " + both(),
                "PB  - Pacta, the registry of bilateral cooperation agreements",
                "ET  - Revision " + revision,
                "PY  - " + changedOn.getYear(),
                "DA  - " + changedOn.toString().replace('-', '/') + "/",
                "Y2  - " + citedOn.toString().replace('-', '/') + "/",
                "UR  - " + address,
                "N1  - Licence CC BY 4.0",
                "ER  - ",
                "");
    }

    private String both() {
        String other = localTitle == null || localTitle.equals(title) ? "" : " / " + localTitle;
        return (title + other).replaceAll("\\p{Cntrl}+", " ");
    }
}
