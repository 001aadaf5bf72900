package org.pacta.desk.correction;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.correction.CorrectionService.Base;
import org.pacta.desk.correction.CorrectionTexts.Offer;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.reader.revision.RevisionQueries.Subject;

/**
 * The form of one record, as the page shows it.
 *
 * @param subject the record it changes; null for a new one
 * @param id of the correction; null while none was kept
 * @param version of the correction
 * @param faults what is wrong, by path
 * @param few what there is to choose from, where there are few
 * @param beside new records that come with it
 * @param offers names on record nowhere, which something new could have
 */
record EditForm(
        RecordKind kind,
        @Nullable Subject subject,
        @Nullable Base base,
        @Nullable Long id,
        int version,
        String entry,
        List<FormField> fields,
        Map<String, String> typed,
        String reason,
        Map<String, String> faults,
        Map<String, List<String>> few,
        List<Group> beside,
        Set<Offer> offers) {

    /** A new record that comes with this one, with its plain fields; the others are filled in once it is on record. */
    record Group(RecordKind kind, String path, List<FormField> fields) {

        Group {
            fields = fields.stream()
                    .filter(field -> field.input() != Input.ROWS && field.input() != Input.PART)
                    .toList();
        }
    }

    EditForm with(Map<String, String> otherwise, String why, List<Group> others, int newer) {
        return new EditForm(
                kind, subject, base, id, newer, entry, fields, otherwise, why, Map.of(), few, others, Set.of());
    }

    /** The path of the first input of a field, to go on with; nothing where none is named. Refuses with {@link BadParameterException} one that there is not. */
    @Nullable
    String focus(@Nullable String name) {
        if (name == null) {
            return null;
        }
        FormField field = fields.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new BadParameterException("field"));
        return switch (field.input()) {
            case ROWS -> "%s[0].%s".formatted(name, field.fields().get(0).name());
            case PART -> "%s.%s".formatted(name, field.fields().get(0).name());
            default -> name;
        };
    }

    /** The field that a new record begins with: its address is made from its names. */
    String first() {
        return fields.stream()
                .map(FormField::name)
                .filter(name -> !name.equals("slug"))
                .findFirst()
                .orElseThrow();
    }

    public String value(String path) {
        return typed.getOrDefault(path, "");
    }

    public @Nullable String fault(String path) {
        return faults.get(path);
    }

    /** The rows of a field, and an empty one. */
    public int[] rows(String path) {
        int last = typed.keySet().stream()
                .filter(each -> each.startsWith(path + "["))
                .mapToInt(each -> Integer.parseInt(each.substring(path.length() + 1, each.indexOf(']', path.length()))))
                .max()
                .orElse(-1);
        return IntStream.rangeClosed(0, last + 1).toArray();
    }
}
