package org.pacta.desk.sheet;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.desk.draft.Section;
import org.pacta.desk.draft.Section.Field;
import org.pacta.desk.draft.Section.Input;
import org.pacta.rules.language.DateWords;
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

    static List<Field> of(Section section) {
        return Stream.concat(section.line().stream(), section.folded().stream()).toList();
    }

    /** The heading over a column. */
    String heading(Field field, Locale language) {
        return say("desk.field." + field.name(), language);
    }

    /** The words of a choice, one for each. */
    List<String> choices(Field field, Locale language) {
        return field.choices().stream()
                .map(choice -> say(field.words() + "." + choice, language))
                .toList();
    }

    /** The fields of a section by the key of any heading they may have. */
    Map<String, Field> byHeading(Section section) {
        Map<String, Field> byHeading = new HashMap<>();
        for (Field field : of(section)) {
            byHeading.put(NameKey.of(field.name()), field);
            LANGUAGES.forEach(language -> byHeading.put(NameKey.of(heading(field, language)), field));
        }
        return byHeading;
    }

    /** A cell as the line of a draft keeps it: a choice by its code, the rest as it was typed. */
    String typed(Field field, String cell) {
        if (field.input() == Input.AREAS) {
            return Stream.of(cell.split("[;；、\\s]+")).collect(Collectors.joining(" "));
        }
        if (field.input() == Input.DATE) {
            return DateWords.read(cell).orElse(cell);
        }
        if (field.input() != Input.CHOICE) {
            return cell;
        }
        String key = NameKey.of(cell);
        return field.choices().stream()
                .filter(choice -> NameKey.of(choice).equals(key)
                        || LANGUAGES.stream()
                                .anyMatch(language -> NameKey.of(say(field.words() + "." + choice, language))
                                        .equals(key)))
                .findFirst()
                .orElse(cell);
    }

    private String say(String key, Locale language) {
        return Objects.requireNonNull(messages.getMessage(key, null, key, language));
    }
}
