package org.pacta.desk.draft;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.commitment.Commitment;
import org.pacta.registry.council.Council;
import org.pacta.registry.council.Counting;
import org.pacta.registry.figure.Figure;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingRole;
import org.pacta.registry.project.Project;

/** A part of the page, with the fields of its lines: those of the line itself, then those that are folded away. */
public enum Section {
    BASICS(
            "basics",
            List.of(number("ordinal"), date("heldOn"), place("place"), choice("mode", "mode", Meeting.Mode.values())),
            List.of(
                    choice("status", "status", Meeting.Status.values()),
                    choice("kind", "meeting.kind", Meeting.Kind.values()),
                    place("host"),
                    text("venue"),
                    words("summary"),
                    words("localSummary"),
                    words("note"))),
    CHAIR(
            "chair",
            List.of(person("person"), place("side"), text("office"), choice("role", "role", MeetingRole.Kind.values())),
            List.of(text("localOffice"), text("asPrinted"), text("note"))),
    SOURCE(
            "source",
            List.of(text("title"), text("publisher"), text("url"), date("publishedOn")),
            List.of(
                    text("localTitle"),
                    text("language"),
                    choice("kind", "kind", Source.Kind.values()),
                    flag("annexMissing"),
                    words("note"))),
    FIGURE(
            "figure",
            List.of(
                    choice("measure", "measure", Council.Measure.values()),
                    choice("series", "series", Figure.Series.values()),
                    choice("comparator", "comparison", QuantityComparator.values()),
                    number("value"),
                    text("measureAsPrinted")),
            List.of(
                    choice("scope", "scope", Figure.Scope.values()),
                    date("asOf"),
                    text("relationFactor"),
                    number("relationOrdinal"),
                    choice("standing", "standing", Figure.Standing.values()),
                    words("note"))),
    AGREEMENT(
            "agreement",
            List.of(choice("kind", "kind", Agreement.Kind.values()), organisations("signatories"), text("title")),
            List.of(
                    text("localTitle"),
                    text("kindAsPrinted"),
                    date("signedOn"),
                    choice("status", "status", Agreement.Status.values()),
                    choice("counting", "counting", Counting.values()),
                    areas("focusAreas"),
                    words("summary"),
                    words("note"))),
    PROJECT(
            "project",
            List.of(organisations("participants"), text("title")),
            List.of(
                    text("localTitle"),
                    date("launchedOn"),
                    choice("status", "status", Project.Status.values()),
                    choice("counting", "counting", Counting.values()),
                    areas("focusAreas"),
                    words("summary"),
                    words("note"))),
    COMMITMENT(
            "commitment",
            List.of(text("statement"), organisations("organisation"), date("due")),
            List.of(
                    text("localStatement"),
                    choice("comparator", "comparison", QuantityComparator.values()),
                    text("quantity"),
                    text("unit"),
                    choice("outcome", "outcome", Commitment.Outcome.values()),
                    words("evidence")));

    @EnumeratedValue
    private final String code;

    private final List<Field> line;
    private final List<Field> folded;

    Section(String code, List<Field> line, List<Field> folded) {
        this.code = code;
        this.line = line;
        this.folded = folded;
    }

    /**
     * A field of a line.
     *
     * @param name as in the form of the feature
     * @param words where messages for its choices begin
     * @param choices codes to choose from
     */
    public record Field(String name, Input input, @Nullable String words, List<String> choices) {}

    /** How a field is typed. */
    public enum Input {
        TEXT,
        WORDS,
        NUMBER,
        DATE,
        CHOICE,
        FLAG,
        PLACE,
        PERSON,
        AREAS,
        /** Names with semicolons between them. */
        ORGANISATIONS;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String code() {
        return code;
    }

    static Section of(String code) {
        return Arrays.stream(values())
                .filter(section -> section.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** What is meant where nothing was typed, by field. */
    public Map<String, String> usual() {
        return switch (this) {
            case BASICS -> Map.of("kind", "session", "status", "held");
            case CHAIR -> Map.of("role", "co_chair");
            case SOURCE -> Map.of("kind", "press_release", "language", "en");
            case FIGURE ->
                Map.of("series", "at", "comparator", "exactly", "scope", "not_stated", "standing", "reported");
            case AGREEMENT -> Map.of("kind", "mou", "status", "signed", "counting", "in_count");
            case PROJECT -> Map.of("status", "launched", "counting", "in_count");
            case COMMITMENT -> Map.of("outcome", "not_published");
        };
    }

    /** Whether a draft has exactly one such line. */
    public boolean isSingle() {
        return this == BASICS;
    }

    public List<Field> line() {
        return line;
    }

    public List<Field> folded() {
        return folded;
    }

    /** Whether it has a field of this name. */
    public boolean has(String name) {
        return Stream.concat(line.stream(), folded.stream())
                .anyMatch(field -> field.name().equals(name));
    }

    /** The field of this name; refused when the section has none. */
    Field field(String name) {
        return Stream.concat(line.stream(), folded.stream())
                .filter(field -> field.name.equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("%s has no field %s".formatted(code, name)));
    }

    private static Field plain(String name, Input input) {
        return new Field(name, input, null, List.of());
    }

    private static Field text(String name) {
        return plain(name, Input.TEXT);
    }

    private static Field words(String name) {
        return plain(name, Input.WORDS);
    }

    private static Field number(String name) {
        return plain(name, Input.NUMBER);
    }

    private static Field date(String name) {
        return plain(name, Input.DATE);
    }

    private static Field flag(String name) {
        return plain(name, Input.FLAG);
    }

    private static Field place(String name) {
        return plain(name, Input.PLACE);
    }

    private static Field person(String name) {
        return plain(name, Input.PERSON);
    }

    private static Field areas(String name) {
        return plain(name, Input.AREAS);
    }

    private static Field organisations(String name) {
        return plain(name, Input.ORGANISATIONS);
    }

    private static Field choice(String name, String words, Enum<?>[] choices) {
        return new Field(
                name,
                Input.CHOICE,
                words,
                Arrays.stream(choices)
                        .map(choice -> choice.name().toLowerCase(Locale.ROOT))
                        .toList());
    }
}
