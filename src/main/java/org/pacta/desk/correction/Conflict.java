package org.pacta.desk.correction;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pacta.platform.form.FormField;

/**
 * Two changes of the same record brought together. A field that only one of them changed is as that one has it; of a field that both
 * changed, somebody has to say what it shall be.
 *
 * @param version of the record as it stands now
 * @param revision that it stands at
 * @param clashes fields that both changed, and differently
 * @param taken fields that the others alone changed
 * @param merged everything as it shall be, clashing fields as typed in the correction
 */
record Conflict(
        int version, long revision, List<FormField> clashes, List<FormField> taken, Map<String, String> merged) {

    /**
     * @param base what both began with
     * @param theirs as it stands now
     * @param mine as typed in the correction
     */
    static Conflict of(
            List<FormField> fields,
            Map<String, String> base,
            Map<String, String> theirs,
            Map<String, String> mine,
            int version,
            long revision) {
        List<FormField> clashes = new ArrayList<>();
        List<FormField> taken = new ArrayList<>();
        Map<String, String> merged = new LinkedHashMap<>();
        for (FormField field : fields) {
            Map<String, String> before = part(base, field);
            Map<String, String> here = part(mine, field);
            Map<String, String> there = part(theirs, field);
            boolean isTheirs = here.equals(before) && !there.equals(before);
            if (isTheirs) {
                taken.add(field);
            } else if (!there.equals(before) && !there.equals(here)) {
                clashes.add(field);
            }
            merged.putAll(isTheirs ? there : here);
        }
        return new Conflict(version, revision, clashes, taken, merged);
    }

    /** Whether both changed the field of this name. */
    boolean isIn(String name) {
        return clashes.stream().anyMatch(field -> field.name().equals(name));
    }

    /** Everything, with the clashing fields as they were typed to settle them. */
    Map<String, String> resolved(Map<String, String> typed) {
        Map<String, String> resolved = new LinkedHashMap<>(merged);
        clashes.forEach(field -> {
            resolved.keySet().removeIf(isOf(field));
            resolved.putAll(part(typed, field));
        });
        return resolved;
    }

    /** Whether a path is of a field that both changed. */
    boolean isClash(String path) {
        return clashes.stream().anyMatch(field -> isOf(field).test(path));
    }

    /** The values of one field, with those of its rows. */
    private static Map<String, String> part(Map<String, String> typed, FormField field) {
        return typed.entrySet().stream()
                .filter(each -> isOf(field).test(each.getKey()))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static Predicate<String> isOf(FormField field) {
        return path ->
                path.equals(field.name()) || path.startsWith(field.name() + "[") || path.startsWith(field.name() + ".");
    }
}
