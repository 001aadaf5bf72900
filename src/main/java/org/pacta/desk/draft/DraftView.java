package org.pacta.desk.draft;

import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftService.Saved;
import org.pacta.desk.draft.Section.Control;
import org.pacta.desk.matching.NamesToSettle;
import org.pacta.desk.matching.NamesToSettle.NameRow;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.reading.SentFields;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.OrganisationForm;
import org.pacta.rules.ledger.Measure;

/**
 * A draft as the desk shows it.
 *
 * @param meeting the published meeting that it fills in; null for a new one
 * @param returnedAt when it was last returned to its author; null while it never was
 * @param names every organisation named in it, those to be settled first
 */
public record DraftView(
        long id,
        long council,
        String councilSlug,
        Name councilName,
        @Nullable Long meeting,
        Draft.State state,
        long authorId,
        String author,
        @Nullable String reviewer,
        @Nullable Instant returnedAt,
        @Nullable String publishedPath,
        List<Line> lines,
        List<NameRow> names,
        List<Options.Option> places,
        List<Options.Option> focusAreas,
        List<Measured> reconciliation) {

    /**
     * A line as it was typed.
     *
     * @param faults keys of messages by field
     * @param record the published record it stands for
     * @param start where it begins in the text it was found in, in code points
     * @param doubt why somebody should look, in a form that whoever proposed it understands
     * @param returned what was typed when the draft was last returned; null for a line that came after
     */
    public record Line(
            long id,
            int version,
            Section section,
            String state,
            Map<String, String> typed,
            Map<String, String> faults,
            @Nullable Long record,
            @Nullable Integer recordVersion,
            @Nullable Long text,
            @Nullable Integer start,
            @Nullable Integer end,
            @Nullable String doubt,
            @Nullable Map<String, String> returned) {

        public boolean isRemoved() {
            return state.equals("removed");
        }

        public boolean isProposed() {
            return state.equals("proposed");
        }

        public boolean isEntered() {
            return state.equals("entered");
        }

        /** What was typed in a field; empty when nothing was. */
        public String get(String field) {
            return typed.getOrDefault(field, "");
        }

        /** What is meant by a field: what was typed, else what is usual. */
        public String value(String field) {
            String typed = get(field);
            return typed.isEmpty() ? section.usual().getOrDefault(field, "") : typed;
        }

        /** The fields that are seen at once: where it is called something in the local script only, that. */
        public List<FormField> front() {
            return section.line().stream()
                    .map(field -> section.folded().stream()
                            .filter(other -> other.name().equalsIgnoreCase("local" + field.name())
                                    && get(field.name()).isEmpty()
                                    && !get(other.name()).isEmpty())
                            .findFirst()
                            .orElse(field))
                    .toList();
        }

        /** The fields that are folded away. */
        public List<FormField> behind() {
            List<FormField> front = front();
            return section.fields().filter(field -> !front.contains(field)).toList();
        }

        /** Whether a field that is folded away should be seen: it is at fault, or all that the line has. */
        public boolean isUnfolded() {
            return behind().stream().anyMatch(field -> faults.containsKey(field.name()))
                    || !typed.isEmpty()
                            && front().stream()
                                    .allMatch(field -> get(field.name()).isEmpty());
        }

        /** The organisations it names. */
        public Stream<PartyText.Party> parties() {
            return section.fields()
                    .filter(field -> Control.of(field) == Control.ORGANISATIONS)
                    .flatMap(field -> PartyText.read(typed.get(field.name())).stream());
        }
    }

    /**
     * A line as the page sends it.
     *
     * @param entry number of the line, or what the page calls a new one
     * @param section of a new line
     * @param version the line had when the page got it; null for a new one
     */
    public record Typing(
            String entry,
            @Nullable Section section,
            @Nullable Integer version,
            Map<String, String> typed) {

        /**
         * Parameters are named by line and field, such as {@code 12.title}; new lines by section, such as {@code agreement-x1.title}.
         *
         * @param others what the form has besides, for somebody else to read
         */
        public static List<Typing> read(Map<String, List<String>> parameters, String... others) {
            Map<String, Map<String, String>> lines = new LinkedHashMap<>();
            SentFields.check(
                    parameters.keySet(),
                    name -> name.indexOf('.') > 0 || List.of(others).contains(name));
            parameters.forEach((name, values) -> {
                int dot = name.indexOf('.');
                if (dot > 0) {
                    lines.computeIfAbsent(name.substring(0, dot), entry -> new LinkedHashMap<>())
                            .put(name.substring(dot + 1), String.join(" ", values));
                }
            });
            return lines.entrySet().stream()
                    .map(line -> of(line.getKey(), line.getValue()))
                    .toList();
        }

        private static Typing of(String entry, Map<String, String> values) {
            Optional<String> version = Optional.ofNullable(values.remove("version"));
            boolean isNew = entry.indexOf('-') > 0;
            boolean isKnown = isNew ? isSection(entry.substring(0, entry.indexOf('-'))) : entry.matches("\\d{1,18}");
            if (!isKnown
                    || isNew && version.isPresent()
                    || version.filter(number -> !number.matches("\\d{1,9}")).isPresent()) {
                throw new BadParameterException(entry);
            }
            Section section = isNew ? Section.of(entry.substring(0, entry.indexOf('-'))) : null;
            return new Typing(entry, section, version.map(Integer::valueOf).orElse(null), values);
        }

        private static boolean isSection(String code) {
            return Arrays.stream(Section.values())
                    .anyMatch(section -> section.code().equals(code));
        }
    }

    /** Somebody else has typed in some of the lines that were sent: those were left as they are, and the others saved. */
    public static class OvertakenException extends RuntimeException {

        private final Map<String, Map<String, String>> mine;
        private final List<Saved> lines;
        private final String page;

        private OvertakenException(Map<String, Map<String, String>> mine, List<Saved> lines, String page) {
            this.mine = mine;
            this.lines = lines;
            this.page = page;
        }

        /**
         * Throws one where a line was not saved.
         *
         * @param page where the lines are seen as they are
         */
        public static void check(List<Typing> typed, List<Saved> saved, String page) {
            List<Saved> lines =
                    saved.stream().filter(line -> line.theirs() != null).toList();
            if (!lines.isEmpty()) {
                throw new OvertakenException(
                        typed.stream().collect(Collectors.toMap(Typing::entry, Typing::typed)), lines, page);
            }
        }

        /** What was sent, by line and field. */
        public Map<String, Map<String, String>> mine() {
            return mine;
        }

        public List<Saved> lines() {
            return lines;
        }

        public String page() {
            return page;
        }
    }

    /**
     * One measure of a draft.
     *
     * @param announced at the meeting; null where no figure says
     * @param entered lines that are in the count
     * @param toDate announced after the meeting; null where no figure says
     * @param before the total after the meeting before; null where it is not known exactly
     */
    public record Measured(
            Measure measure,
            @Nullable Long announced,
            @Nullable Long planned,
            long entered,
            @Nullable Long toDate,
            @Nullable Long before) {

        public boolean isMatched() {
            return announced != null && announced == entered;
        }

        /** Whether announced numbers add up: null where one of them is missing. */
        public @Nullable Boolean addsUp() {
            return announced == null || toDate == null || before == null ? null : toDate == before + announced;
        }
    }

    /** The lines of a section that stand. */
    public List<Line> lines(Section section) {
        return lines.stream()
                .filter(line -> line.section() == section && line.isEntered())
                .toList();
    }

    /** How many organisations are recorded with it for the first time. */
    public long created() {
        return names.stream()
                .filter(name -> name.isSettled()
                        && name.organisation() == null
                        && name.meant().sameAs() == null)
                .count();
    }

    /** The lines that were found in a text and wait. */
    public List<Line> proposed() {
        return lines.stream().filter(Line::isProposed).toList();
    }

    /** The lines that were taken out; what was read of the meeting itself went into the one line that it has. */
    public List<Line> removed() {
        return lines.stream()
                .filter(line -> line.isRemoved() && !line.section().isSingle())
                .toList();
    }

    /** The line that was read from a text, where it went into one that was there. */
    public Line read(Line line) {
        return line.text() == null && line.section().isSingle()
                ? lines.stream()
                        .filter(each -> each.section() == line.section() && each.isRemoved() && each.text() != null)
                        .reduce((earlier, later) -> later)
                        .orElse(line)
                : line;
    }

    /** What is typed in a field, with places and focus areas by their names. */
    public String named(FormField field, String text, Locale locale) {
        return switch (Control.of(field)) {
            case PLACE -> placeName(text, locale);
            case AREAS ->
                Stream.of(text.split("\\s+"))
                        .map(slug -> name(focusAreas, slug, locale))
                        .collect(Collectors.joining("; "));
            case ORGANISATIONS ->
                PartyText.read(text).stream()
                        .map(party -> party.place() == null
                                ? party.name()
                                : "%s @ %s".formatted(party.name(), placeName(party.place(), locale)))
                        .collect(Collectors.joining("; "));
            default -> text;
        };
    }

    /** The name of a place by its word in the address; what is not known stays as it is. */
    public String placeName(String slug, Locale locale) {
        return name(places, slug, locale);
    }

    private static String name(List<Options.Option> options, String value, Locale locale) {
        return options.stream()
                .filter(option -> option.value().equals(value))
                .findFirst()
                .map(option -> option.name().in(locale))
                .orElse(value);
    }

    public Section[] sections() {
        return Section.values();
    }

    /** The ordinal as it was typed; empty when none was. */
    public String ordinal() {
        return lines(Section.BASICS).stream()
                .findFirst()
                .map(line -> line.get("ordinal"))
                .orElse("");
    }

    /** The message that says of which meeting it is, by council and ordinal. */
    public String titleKey() {
        return ordinal().isEmpty() ? "desk.draft.unnumbered" : "desk.draft.title";
    }

    public List<NameRow> unsettled() {
        return names.stream().filter(name -> !name.isSettled()).toList();
    }

    /** The names that somebody has to say of what they stand for. */
    public NamesToSettle toSettle() {
        return new NamesToSettle(unsettled());
    }

    /** The place, as in its address, that a text stands for. */
    Optional<String> place(String text) {
        return places.stream()
                .filter(each -> Stream.of(
                                each.value(), each.name().text(), each.name().local())
                        .anyMatch(text::equalsIgnoreCase))
                .map(Options.Option::value)
                .findFirst();
    }

    /** The kinds of organisations. */
    public List<String> kinds() {
        return FormFields.at(OrganisationForm.class, "kind").orElseThrow().choices();
    }
}
