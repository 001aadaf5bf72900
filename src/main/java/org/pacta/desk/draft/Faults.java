package org.pacta.desk.draft;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.pacta.platform.shared.PartialDate;

/** What can be seen to be wrong with a line while it is typed; the rest is for checking. */
public final class Faults {

    private Faults() {}

    /** Keys of messages, by field. */
    public static Map<String, String> of(Section section, Map<String, String> typed) {
        Map<String, String> faults = new LinkedHashMap<>();
        typed.forEach((name, words) ->
                fault(section.field(name), words).ifPresent(fault -> faults.put(name, "desk.fault." + fault)));
        return faults;
    }

    private static Optional<String> fault(Section.Field field, String words) {
        if (words.length() > DraftService.LONGEST) {
            return Optional.of("long");
        }
        boolean isFine =
                switch (field.input()) {
                    case NUMBER -> words.matches("\\d{1,7}");
                    case DATE -> isDate(words);
                    case CHOICE -> field.choices().contains(words);
                    default -> !isDecimal(field) || reads(words);
                };
        return isFine
                ? Optional.empty()
                : Optional.of(isDecimal(field) ? "number" : field.input().code());
    }

    private static boolean isDecimal(Section.Field field) {
        return field.name().equals("quantity") || field.name().equals("relationFactor");
    }

    private static boolean reads(String words) {
        try {
            return new BigDecimal(words).precision() <= 20;
        } catch (NumberFormatException unreadable) {
            return false;
        }
    }

    private static boolean isDate(String words) {
        try {
            return PartialDate.parse(words) != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }
}
