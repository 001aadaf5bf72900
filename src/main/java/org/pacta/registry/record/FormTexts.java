package org.pacta.registry.record;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.registry.record.TypedText.Finder;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.validation.Errors;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Writes a form as text, one value under each path such as {@code signatories[0].organisation}, and reads it again. */
@Component
public class FormTexts {

    /** Rows of one field; more than any record has. */
    private static final int MOST_ROWS = 500;

    private static final JsonMapper json = JsonMapper.shared();

    private final RecordForms forms;
    private final References references;
    private final MessageSource messages;

    FormTexts(RecordForms forms, References references, MessageSource messages) {
        this.forms = forms;
        this.references = references;
        this.messages = messages;
    }

    /**
     * What became of a text.
     *
     * @param form null where a value could not be read or breaks a rule
     * @param faults what is wrong, in words, by path
     */
    public record Reading(@Nullable Form form, Map<String, String> faults) {}

    /** The form as text; values that are missing have no path. */
    public Map<String, String> write(RecordKind kind, Form form) {
        return write(kind, List.of(form)).get(0);
    }

    /** Forms of one kind as texts, in their order. */
    public List<Map<String, String>> write(RecordKind kind, List<? extends Form> written) {
        List<ObjectNode> trees = written.stream()
                .map(form -> (ObjectNode) json.valueToTree(form))
                .toList();
        List<FormField> fields = forms.fields(kind);
        Map<String, Set<Long>> ids = new HashMap<>();
        trees.forEach(tree -> collect(fields, tree, ids));
        Map<String, Map<Long, String>> names = new HashMap<>();
        ids.forEach((target, numbers) -> names.put(target, references.texts(target, numbers)));
        return trees.stream()
                .map(tree -> {
                    Map<String, String> typed = new LinkedHashMap<>();
                    write(fields, tree, "", names, typed);
                    return typed;
                })
                .toList();
    }

    /** What is meant by the fields of a new record where nothing is typed. */
    public Map<String, String> usual(RecordKind kind) {
        Map<String, String> usual = new LinkedHashMap<>();
        forms.fields(kind).forEach(field -> put(usual, field.name(), field.usual()));
        return usual;
    }

    private static void collect(List<FormField> fields, JsonNode tree, Map<String, Set<Long>> ids) {
        for (FormField field : fields) {
            JsonNode value = tree.path(field.name());
            switch (field.input()) {
                case REFERENCE, REFERENCES ->
                    numbers(value)
                            .forEach(id -> ids.computeIfAbsent(
                                            Objects.requireNonNull(field.target()), target -> new HashSet<>())
                                    .add(id));
                case ROWS -> value.values().forEach(row -> collect(field.fields(), row, ids));
                case PART -> collect(field.fields(), value, ids);
                default -> {
                    // It refers to nothing.
                }
            }
        }
    }

    private static Stream<Long> numbers(JsonNode value) {
        return value.isArray()
                ? value.valueStream().map(JsonNode::asLong)
                : value.isNumber() ? Stream.of(value.asLong()) : Stream.empty();
    }

    private static void write(
            List<FormField> fields,
            JsonNode tree,
            String path,
            Map<String, Map<Long, String>> names,
            Map<String, String> typed) {
        for (FormField field : fields) {
            JsonNode value = tree.path(field.name());
            String name = path + field.name();
            switch (field.input()) {
                case REFERENCE, REFERENCES -> {
                    String text = numbers(value)
                            .map(id -> Objects.requireNonNull(names.get(field.target()))
                                    .get(id))
                            .collect(Collectors.joining("; "));
                    put(typed, name, text);
                }
                case ROWS -> {
                    for (int i = 0; i < value.size(); i++) {
                        write(field.fields(), value.get(i), "%s[%d].".formatted(name, i), names, typed);
                    }
                }
                case PART -> write(field.fields(), value, name + ".", names, typed);
                case FLAG -> put(typed, name, value.asBoolean(false) ? "true" : "");
                case DECIMAL ->
                    put(typed, name, value.isNumber() ? value.decimalValue().toPlainString() : "");
                default -> put(typed, name, value.isNull() || value.isMissingNode() ? "" : value.asString());
            }
        }
    }

    private static void put(Map<String, String> typed, String name, String text) {
        if (!text.isEmpty()) {
            typed.put(name, text);
        }
    }

    /**
     * What was typed, with rows numbered through and those that are empty left out. Refuses with {@link BadParameterException} what the form does
     * not have, and a row whose number has more than four digits.
     */
    public Map<String, String> tidy(RecordKind kind, Map<String, String> typed) {
        Map<String, String> rest = new LinkedHashMap<>(typed);
        Map<String, String> tidy = new LinkedHashMap<>();
        tidy(forms.fields(kind), rest, "", "", tidy);
        rest.keySet().stream().findFirst().ifPresent(unknown -> {
            throw new BadParameterException(unknown);
        });
        return tidy;
    }

    private static void tidy(
            List<FormField> fields, Map<String, String> rest, String from, String to, Map<String, String> tidy) {
        for (FormField field : fields) {
            String name = field.name();
            switch (field.input()) {
                case ROWS -> {
                    int next = 0;
                    for (int row : rows(rest, from + name)) {
                        int before = tidy.size();
                        tidy(
                                field.fields(),
                                rest,
                                "%s[%d].".formatted(from + name, row),
                                "%s[%d].".formatted(to + name, next),
                                tidy);
                        next += tidy.size() > before ? 1 : 0;
                    }
                }
                case PART -> tidy(field.fields(), rest, from + name + ".", to + name + ".", tidy);
                default -> {
                    String text = rest.remove(from + name);
                    put(tidy, to + name, TypedText.tidy(field, text == null ? "" : text));
                }
            }
        }
    }

    /** The numbers of the rows that were typed in a field. */
    public static TreeSet<Integer> rows(Map<String, String> typed, String path) {
        Pattern row = Pattern.compile(Pattern.quote(path) + "\\[(\\d{1,4})]\\..*");
        return typed.keySet().stream()
                .map(row::matcher)
                .filter(Matcher::matches)
                .map(found -> Integer.valueOf(found.group(1)))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Reads a text that is {@link #tidy tidy}, and holds the form against its rules. */
    public Reading read(RecordKind kind, Map<String, String> typed) {
        return read(kind, typed, references::read);
    }

    /**
     * Reads a text that is {@link #tidy tidy}, and holds the form against its rules.
     *
     * @param finder finds what fields refer to, on record or not yet
     */
    public Reading read(RecordKind kind, Map<String, String> typed, Finder finder) {
        Map<String, String> faults = new LinkedHashMap<>();
        ObjectNode tree = read(forms.fields(kind), typed, "", finder, faults);
        if (!faults.isEmpty()) {
            return new Reading(null, faults);
        }
        Form form = json.treeToValue(tree, forms.type(kind));
        Errors errors = forms.check(form);
        errors.getFieldErrors()
                .forEach(error -> faults.putIfAbsent(
                        error.getField(), messages.getMessage(error, LocaleContextHolder.getLocale())));
        errors.getGlobalErrors()
                .forEach(error -> faults.putIfAbsent("", messages.getMessage(error, LocaleContextHolder.getLocale())));
        return new Reading(faults.isEmpty() ? form : null, faults);
    }

    private ObjectNode read(
            List<FormField> fields, Map<String, String> typed, String path, Finder finder, Map<String, String> faults) {
        ObjectNode tree = json.createObjectNode();
        for (FormField field : fields) {
            String name = path + field.name();
            String text = typed.getOrDefault(name, "");
            switch (field.input()) {
                case ROWS -> {
                    ArrayNode rows = tree.putArray(field.name());
                    TreeSet<Integer> numbers = rows(typed, name);
                    if (numbers.size() > MOST_ROWS) {
                        faults.put(name, say("desk.fault.rows", MOST_ROWS));
                        continue;
                    }
                    numbers.forEach(row ->
                            rows.add(read(field.fields(), typed, "%s[%d].".formatted(name, row), finder, faults)));
                }
                case PART -> tree.set(field.name(), read(field.fields(), typed, name + ".", finder, faults));
                default ->
                    TypedText.read(field, text, finder, tree)
                            .ifPresent(fault -> faults.put(name, say(fault.key(), fault.about())));
            }
        }
        return tree;
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
