package org.pacta.platform.form;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name as in the form
 * @param choices codes to choose from
 * @param words key of the message for a choice or another code, with an asterisk for the code; empty where values are words already
 * @param target table of what it refers to by number
 * @param usual what is meant in a new record where nothing is typed; empty when nothing is
 * @param isDetail whether it is shown, found and exported without a place of its own
 * @param rows table of its rows, or of its numbers
 * @param order column they are ordered by
 * @param prefix of the columns of its part
 * @param fields of each row, or of the part
 */
public record FormField(
        String name,
        Input input,
        boolean isRequired,
        List<String> choices,
        String words,
        @Nullable String target,
        String usual,
        boolean isDetail,
        String rows,
        String order,
        String prefix,
        List<FormField> fields) {

    /** What there are so few of that one chooses from a list. */
    public static final Set<String> FEW = Set.of("place", "council", "focus_area");

    /** How a field is typed. */
    public enum Input {
        LINE,
        TEXT,
        NUMBER,
        DECIMAL,
        DATE,
        CHOICE,
        FLAG,
        /** One record, by name and number. */
        REFERENCE,
        /** Records by name and number, with semicolons between them. */
        REFERENCES,
        /** Rows of fields. */
        ROWS,
        /** Fields that belong together. */
        PART;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** Whether what it refers to is so few that one chooses from a list. */
    public boolean isOfFew() {
        return target != null && FEW.contains(target);
    }

    /** Whether the numbers in it have no order of their own. */
    public boolean isSet() {
        return input == Input.REFERENCES && order.equals(column());
    }

    /** Whether its rows have no order of their own, so that one can be taken out or put in alone. */
    public boolean isLoose() {
        return input == Input.ROWS && order.equals("id");
    }

    /** Key of the message for a choice. */
    public String word(String choice) {
        return words.replace("*", choice);
    }

    /** The column that its value, or the number of what it refers to, is kept in. */
    public String column() {
        String plain = name.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
        return switch (input) {
            case REFERENCE -> plain + "_id";
            case REFERENCES -> target + "_id";
            default -> plain;
        };
    }

    /** Its text in an entity, by the accessor of the same name. */
    public @Nullable String textOf(Object entity) {
        try {
            return (String) entity.getClass().getMethod(name).invoke(entity);
        } catch (ReflectiveOperationException missing) {
            throw new IllegalStateException("%s does not tell its %s".formatted(entity.getClass(), name), missing);
        }
    }
}
