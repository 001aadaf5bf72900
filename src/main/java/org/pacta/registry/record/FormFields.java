package org.pacta.registry.record;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.record.FormField.Input;
import org.pacta.registry.record.FormField.Target;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of a form from the components of its record. */
final class FormFields {

    private static final JsonMapper json = JsonMapper.shared();

    private static final Map<Class<?>, List<FormField>> KNOWN = new ConcurrentHashMap<>();

    /** Fields of more than one line. */
    private static final Set<String> TEXTS =
            Set.of("summary", "localSummary", "note", "countingNote", "evidence", "preferenceReason");

    private static final Map<String, Target> TARGETS = Map.ofEntries(
            Map.entry("place", Target.PLACE),
            Map.entry("otherPlace", Target.PLACE),
            Map.entry("host", Target.PLACE),
            Map.entry("side", Target.PLACE),
            Map.entry("sides", Target.PLACE),
            Map.entry("source", Target.SOURCE),
            Map.entry("person", Target.PERSON),
            Map.entry("organisation", Target.ORGANISATION),
            Map.entry("council", Target.COUNCIL),
            Map.entry("foundsCouncil", Target.COUNCIL),
            Map.entry("meeting", Target.MEETING),
            Map.entry("agreement", Target.AGREEMENT),
            Map.entry("agreements", Target.AGREEMENT),
            Map.entry("related", Target.AGREEMENT),
            Map.entry("project", Target.PROJECT),
            Map.entry("partOf", Target.FIGURE),
            Map.entry("focusAreas", Target.FOCUS_AREA));

    private FormFields() {}

    /** The fields of a form, in the order of its record. */
    static List<FormField> of(RecordKind kind, Class<?> form) {
        return KNOWN.computeIfAbsent(form, type -> fields(kind, null, type));
    }

    private static List<FormField> fields(RecordKind kind, @Nullable String rows, Class<?> type) {
        return Arrays.stream(type.getRecordComponents())
                .map(component -> field(kind, rows, component))
                .toList();
    }

    private static FormField field(RecordKind kind, @Nullable String rows, RecordComponent component) {
        String name = component.getName();
        Class<?> type = component.getType();
        Input input = input(name, type, component.getGenericType());
        boolean isRequired = component.getAccessor().isAnnotationPresent(NotNull.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class);
        List<FormField> fields =
                switch (input) {
                    case ROWS -> fields(kind, name, element(component.getGenericType()));
                    case PART -> fields(kind, name, type);
                    default -> List.of();
                };
        boolean isChoice = input == Input.CHOICE;
        boolean refers = input == Input.REFERENCE || input == Input.REFERENCES;
        return new FormField(
                name,
                input,
                isRequired,
                isChoice ? choices(type) : List.of(),
                isChoice ? words(kind, rows, name) : null,
                refers ? target(kind, name) : null,
                fields);
    }

    private static Input input(String name, Class<?> type, Type generic) {
        if (type == List.class) {
            return element(generic) == Long.class ? Input.REFERENCES : Input.ROWS;
        }
        if (type == Long.class) {
            return Input.REFERENCE;
        }
        if (type == Integer.class) {
            return Input.NUMBER;
        }
        if (type == BigDecimal.class) {
            return Input.DECIMAL;
        }
        if (type == Boolean.class) {
            return Input.FLAG;
        }
        if (type == PartialDate.class) {
            return Input.DATE;
        }
        if (type.isEnum()) {
            return Input.CHOICE;
        }
        if (type.isRecord()) {
            return Input.PART;
        }
        return TEXTS.contains(name) ? Input.TEXT : Input.LINE;
    }

    private static Class<?> element(Type list) {
        return (Class<?>) ((ParameterizedType) list).getActualTypeArguments()[0];
    }

    /** The codes of an enum as its {@link JsonValue} gives them. */
    private static List<String> choices(Class<?> type) {
        return Arrays.stream(type.getEnumConstants())
                .map(choice -> json.valueToTree(choice).asString())
                .toList();
    }

    private static String words(RecordKind kind, @Nullable String rows, String name) {
        if (name.endsWith("Inferred")) {
            return "inferred.*";
        }
        return switch (name) {
            case "kind" -> rows == null ? kindWords(kind) : rows.equals("relations") ? "relation.*.out" : "name.kind.*";
            case "role" -> "signatories".equals(rows) ? "party.*" : "role.*";
            case "comparator" -> "comparison.*";
            case "scheme" -> "identifier.*";
            case "word" -> "measure.*";
            default -> name + ".*";
        };
    }

    private static String kindWords(RecordKind kind) {
        return switch (kind) {
            case COUNCIL, MEETING, PLACE -> kind.code() + ".kind.*";
            default -> "kind.*";
        };
    }

    private static Target target(RecordKind kind, String name) {
        return name.equals("parent") ? Target.valueOf(kind.name()) : Objects.requireNonNull(TARGETS.get(name), name);
    }
}
