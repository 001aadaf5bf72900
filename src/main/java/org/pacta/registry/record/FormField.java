package org.pacta.registry.record;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A field of a form.
 *
 * @param name as in the form
 * @param choices codes to choose from
 * @param words key of the message for a choice, with an asterisk for its code
 * @param target what it refers to by number
 * @param fields of each row, or of the part
 */
public record FormField(
        String name,
        Input input,
        boolean isRequired,
        List<String> choices,
        @Nullable String words,
        @Nullable Target target,
        List<FormField> fields) {

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
        PART
    }

    /** What a field can refer to: a kind of record, or a focus area. */
    public enum Target {
        PLACE,
        SOURCE,
        PERSON,
        ORGANISATION,
        COUNCIL,
        MEETING,
        AGREEMENT,
        PROJECT,
        FIGURE,
        FOCUS_AREA;

        /** Whether there are so few that one chooses from a list. */
        public boolean isFew() {
            return this == PLACE || this == COUNCIL || this == FOCUS_AREA;
        }
    }

    /** Key of the message for a choice. */
    public String word(String choice) {
        return words == null ? choice : words.replace("*", choice);
    }
}
