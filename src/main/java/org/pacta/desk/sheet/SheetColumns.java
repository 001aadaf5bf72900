package org.pacta.desk.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.desk.draft.Section;
import org.pacta.desk.draft.Section.Control;
import org.pacta.platform.form.FormField;
import org.pacta.registry.record.TypedText;
import org.pacta.rules.language.NameKey;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** The columns of a sheet and the words that may stand in them, in both languages. */
@Component
class SheetColumns {

    /** What a sheet can be filled with. */
    static final List<Section> SHEETS = List.of(Section.AGREEMENT, Section.PROJECT);

    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.CHINESE);

    private final MessageSource messages;

    SheetColumns(MessageSource messages) {
        this.messages = messages;
    }

    static List<FormField> of(Section section) {
        return section.fields().toList();
    }

    /** The heading over a column. */
    String heading(FormField field, Locale language) {
        String known = say("record.field." + field.name(), language);
        return Objects.requireNonNull(messages.getMessage("desk.field." + field.name(), null, known, language));
    }

    /** The words of a choice, one for each. */
    List<String> choices(FormField field, Locale language) {
        return field.choices().stream()
                .map(choice -> say(field.word(choice), language))
                .toList();
    }

    /** The fields of a section by the key of any heading they may have. */
    Map<String, FormField> byHeading(Section section) {
        Map<String, FormField> byHeading = new HashMap<>();
        for (FormField field : of(section)) {
            byHeading.put(NameKey.of(field.name()), field);
            LANGUAGES.forEach(language -> byHeading.put(NameKey.of(heading(field, language)), field));
        }
        return byHeading;
    }

    /** A cell as the line of a draft keeps it: a choice by its code, the rest as it was typed. */
    String typed(FormField field, String cell) {
        if (Control.of(field) == Control.AREAS) {
            return Stream.of(cell.split("[;；、\\s]+")).collect(Collectors.joining(" "));
        }
        if (Control.of(field) != Control.CHOICE) {
            return TypedText.tidy(field, cell);
        }
        String key = NameKey.of(cell);
        return field.choices().stream()
                .filter(choice -> NameKey.of(choice).equals(key)
                        || LANGUAGES.stream()
                                .anyMatch(language -> NameKey.of(say(field.word(choice), language))
                                        .equals(key)))
                .findFirst()
                .orElse(cell);
    }

    private String say(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, language));
    }
}
