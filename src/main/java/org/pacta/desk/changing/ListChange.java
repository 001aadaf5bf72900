package org.pacta.desk.changing;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.util.MultiValueMap;

/**
 * What shall become of a field of everything in a list.
 *
 * @param field its name; null while none is chosen
 * @param value as typed
 * @param how of a field with several values, whether these are its values, or are added or taken out
 */
record ListChange(@Nullable String field, String value, How how, String reason) {

    /** What becomes of the values that a field has already. */
    enum How {
        SET,
        ADD,
        REMOVE
    }

    /** Reads {@code change.field}, {@code change.value}, {@code change.how} and {@code change.reason}; several values go with semicolons between them. */
    static ListChange of(MultiValueMap<String, String> parameters) {
        String how = text(parameters, "how");
        String field = text(parameters, "field");
        if (!how.matches("|set|add|remove")) {
            throw new BadParameterException("change.how");
        }
        return new ListChange(
                field.isEmpty() ? null : field,
                text(parameters, "value"),
                how.isEmpty() ? How.ADD : How.valueOf(how.toUpperCase(Locale.ROOT)),
                text(parameters, "reason"));
    }

    private static String text(MultiValueMap<String, String> parameters, String name) {
        return String.join("; ", parameters.getOrDefault("change." + name, List.of()))
                .strip();
    }

    /** Whether a field can be changed in a whole list: one whose values many records share. */
    static boolean isShared(FormField field) {
        return switch (field.input()) {
            case CHOICE, DATE, FLAG, REFERENCE, REFERENCES -> true;
            default -> false;
        };
    }

    /**
     * The field as it shall be, where it says something now.
     *
     * @param typed the value as records have it
     */
    Map<String, String> on(FormField changed, String typed, Map<String, String> now) {
        if (changed.input() != Input.REFERENCES || how == How.SET) {
            return Map.of(changed.name(), typed);
        }
        Set<String> values = values(now.getOrDefault(changed.name(), ""));
        if (how == How.ADD) {
            values.addAll(values(typed));
        } else {
            values.removeAll(values(typed));
        }
        return Map.of(changed.name(), String.join("; ", values));
    }

    /** The values in a text with semicolons between them, in its order. */
    static Set<String> values(String text) {
        return Stream.of(text.split("[;；]"))
                .map(String::strip)
                .filter(each -> !each.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
