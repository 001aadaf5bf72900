package org.pacta.desk.draft;

import jakarta.persistence.EnumeratedValue;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.form.RecordKind;
import org.pacta.reference.source.SourceForm;
import org.pacta.registry.agreement.AgreementForm;
import org.pacta.registry.commitment.CommitmentForm;
import org.pacta.registry.figure.FigureForm;
import org.pacta.registry.figure.TargetForm;
import org.pacta.registry.meeting.MeetingForm;
import org.pacta.registry.project.ProjectForm;
import org.pacta.registry.record.TypedText;

/** A part of the page: which fields of a form its lines show, those of the line itself and those that are folded away. */
public enum Section {
    BASICS(MeetingForm.class, "ordinal heldOn place mode", "status kind host venue summary localSummary note"),
    CHAIR(MeetingForm.Role.class, "person side office role", "localOffice asPrinted note"),
    SOURCE(SourceForm.class, "title publisher url publishedOn", "localTitle language kind annexMissing note"),
    FIGURE(
            FigureForm.class,
            "measure series comparator value measureAsPrinted",
            "scope side asOf valueAsPrinted relationFactor relationOrdinal standing setAsideReason note"),
    TARGET(TargetForm.class, "measure comparator value due measureAsPrinted", "countedFrom setOn note"),
    AGREEMENT(
            AgreementForm.class,
            "kind signatories title",
            "localTitle kindAsPrinted signedOn placeOfSigning seriesNumber approval authenticLanguages inForceFrom validUntil runsFor untilEnded renewal noticePeriod status counting focusAreas summary note"),
    PROJECT(ProjectForm.class, "participants title", "localTitle launchedOn status counting focusAreas summary note"),
    COMMITMENT(
            CommitmentForm.class,
            "statement organisation due",
            "localStatement comparator quantity unit outcome evidence");

    /** What follows from a meeting, in the order in which it is recorded. */
    public static final List<Section> OUTCOMES = List.of(FIGURE, TARGET, AGREEMENT, PROJECT, COMMITMENT);

    @EnumeratedValue
    private final String code;

    private final Class<?> form;
    private final List<FormField> line;
    private final List<FormField> folded;
    private final Map<String, String> usual;

    Section(Class<?> form, String line, String folded) {
        this.code = name().toLowerCase(Locale.ROOT);
        this.form = form;
        this.line = fields(form, line);
        this.folded = fields(form, folded);
        this.usual = fields().filter(field -> !field.usual().isEmpty())
                .collect(Collectors.toUnmodifiableMap(FormField::name, FormField::usual));
    }

    private static List<FormField> fields(Class<?> form, String names) {
        return Stream.of(names.split(" "))
                .map(name -> FormFields.at(form, name).orElseThrow(() -> new IllegalArgumentException(name)))
                .toList();
    }

    /** How a field is typed at the desk, where organisations and people go by their names, as they may be new. */
    public enum Control {
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

        /** The control for a field of a section. */
        public static Control of(FormField field) {
            return switch (field.input()) {
                case LINE, DECIMAL -> TEXT;
                case TEXT -> WORDS;
                case NUMBER -> NUMBER;
                case DATE -> DATE;
                case CHOICE -> CHOICE;
                case FLAG -> FLAG;
                case REFERENCES -> AREAS;
                case REFERENCE -> "organisation".equals(field.target()) ? ORGANISATIONS : valueOf(upper(field));
                case ROWS -> ORGANISATIONS;
                case PART -> throw new IllegalArgumentException("A line has no part such as " + field.name());
            };
        }

        private static String upper(FormField field) {
            return String.valueOf(field.target()).toUpperCase(Locale.ROOT);
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public String code() {
        return code;
    }

    /** The code of the control of one of its fields. */
    public String control(FormField field) {
        return Control.of(field).code();
    }

    static Section of(String code) {
        return Arrays.stream(values())
                .filter(section -> section.code.equals(code))
                .findFirst()
                .orElseThrow();
    }

    /** The kind of record that a line becomes; a chair becomes a row of the meeting. */
    public RecordKind kind() {
        return this == CHAIR ? RecordKind.MEETING : RecordKind.of(form);
    }

    /** What is meant where nothing was typed, by field. */
    public Map<String, String> usual() {
        return usual;
    }

    /** What can be seen to be wrong with a line while it is typed, as keys of messages by field; the rest is for checking. */
    public Map<String, String> faults(Map<String, String> typed) {
        Map<String, String> faults = new LinkedHashMap<>();
        typed.forEach((name, text) -> TypedText.fault(field(name), text).ifPresent(fault -> faults.put(name, fault)));
        return faults;
    }

    /** Whether a draft has exactly one such line. */
    public boolean isSingle() {
        return this == BASICS;
    }

    public List<FormField> line() {
        return line;
    }

    public List<FormField> folded() {
        return folded;
    }

    /** All its fields. */
    public Stream<FormField> fields() {
        return Stream.concat(line.stream(), folded.stream());
    }

    /** The field of this name, where it has one. */
    public Optional<FormField> find(String name) {
        return fields().filter(field -> field.name().equals(name)).findFirst();
    }

    /** Whether it has a field of this name. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The field of this name; refused when the section has none. */
    FormField field(String name) {
        return find(name).orElseThrow(() -> new IllegalArgumentException("%s has no field %s".formatted(code, name)));
    }
}
