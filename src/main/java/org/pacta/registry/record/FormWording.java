package org.pacta.registry.record;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Puts a form that is written as text into the words of the reader's language. */
@Component
public class FormWording {

    private static final Pattern ROW = Pattern.compile("(\\w+)\\[(\\d+)]\\.(?:.*\\.)?(\\w+)");

    private final RecordForms forms;
    private final Wording wording;
    private final MessageSource messages;

    FormWording(RecordForms forms, Wording wording, MessageSource messages) {
        this.forms = forms;
        this.wording = wording;
        this.messages = messages;
    }

    /**
     * A field in words.
     *
     * @param name as in the form
     * @param lines one, or one of each row; none where nothing is given
     */
    public record Said(String name, String label, List<String> lines) {}

    /** Every field of a form in words, those without a value too. */
    public List<Said> say(RecordKind kind, Map<String, String> typed) {
        return forms.fields(kind).stream().map(field -> say(field, typed)).toList();
    }

    /** What a path such as {@code signatories[0].office} is called: "Signatories, row 1: Office". */
    public String label(String path) {
        Matcher row = ROW.matcher(path);
        return row.matches()
                ? message(
                        "record.row",
                        message("record.field." + row.group(1)),
                        Integer.parseInt(row.group(2)) + 1,
                        message("record.field." + row.group(3)))
                : message("record.field." + path.substring(path.lastIndexOf('.') + 1));
    }

    /** What is wrong by path, each beginning with what its field is called. */
    public Map<String, String> labelled(Map<String, String> faults) {
        Map<String, String> labelled = new LinkedHashMap<>(faults);
        labelled.replaceAll((path, fault) -> path.isEmpty() ? fault : message("record.labelled", label(path), fault));
        return labelled;
    }

    private Said say(FormField field, Map<String, String> typed) {
        List<String> lines = new ArrayList<>();
        switch (field.input()) {
            case ROWS ->
                FormTexts.rows(typed, field.name())
                        .forEach(row -> lines.add(row(field, typed, "%s[%d].".formatted(field.name(), row))));
            case PART -> {
                String part = row(field, typed, field.name() + ".");
                if (!part.isEmpty()) {
                    lines.add(part);
                }
            }
            default -> {
                if (typed.containsKey(field.name())) {
                    lines.add(value(field, Objects.requireNonNull(typed.get(field.name()))));
                }
            }
        }
        return new Said(field.name(), label(field), lines);
    }

    private String row(FormField rows, Map<String, String> typed, String path) {
        return rows.fields().stream()
                .filter(field -> typed.containsKey(path + field.name()))
                .map(field -> message(
                        "record.labelled", label(field), value(field, typed.getOrDefault(path + field.name(), ""))))
                .collect(Collectors.joining(" · "));
    }

    /** One value in words; what cannot be read stays as it is. */
    public String value(FormField field, String text) {
        return switch (field.input()) {
            case CHOICE -> field.choices().contains(text) ? message(field.word(text)) : text;
            case FLAG -> message("record.yes");
            case DATE -> date(text);
            case REFERENCE, REFERENCES -> text.replaceAll("(?<=.) #\\d+(?=;|$)", "");
            case LINE -> field.words().isEmpty() ? text : worded(field, text);
            default -> text;
        };
    }

    private String worded(FormField field, String code) {
        return Objects.requireNonNull(
                messages.getMessage(field.word(code), null, code, LocaleContextHolder.getLocale()));
    }

    private String date(String text) {
        try {
            return wording.date(PartialDate.parse(text));
        } catch (IllegalArgumentException unreadable) {
            return text;
        }
    }

    private String label(FormField field) {
        return message("record.field." + field.name());
    }

    private String message(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
