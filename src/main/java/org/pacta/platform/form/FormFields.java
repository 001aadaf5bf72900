package org.pacta.platform.form;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.lang.annotation.Annotation;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.shared.PartialDate;
import tools.jackson.databind.json.JsonMapper;

/** Reads the fields of a form, or of a row of one, from the components of its record. */
public final class FormFields {

    private static final JsonMapper json = JsonMapper.shared();

    private static final Map<Class<?>, List<FormField>> KNOWN = new ConcurrentHashMap<>();

    private FormFields() {}

    /** The fields in the order of the record. */
    public static List<FormField> of(Class<?> form) {
        List<FormField> known = KNOWN.get(form);
        return known != null ? known : KNOWN.computeIfAbsent(form, FormFields::fields);
    }

    /** The fields that are shown, found and exported without a place of their own. */
    public static List<FormField> details(Class<? extends Form> form) {
        return of(form).stream().filter(FormField::isDetail).toList();
    }

    /** The field at a path such as {@code signatories.office}. */
    public static Optional<FormField> at(Class<?> form, String path) {
        String[] names = path.split("\\.", 2);
        Optional<FormField> found =
                of(form).stream().filter(field -> field.name().equals(names[0])).findFirst();
        return names.length == 1
                ? found
                : found.flatMap(rows -> rows.fields().stream()
                        .filter(field -> field.name().equals(names[1]))
                        .findFirst());
    }

    private static List<FormField> fields(Class<?> type) {
        return Arrays.stream(type.getRecordComponents()).map(FormFields::field).toList();
    }

    private static FormField field(RecordComponent component) {
        Class<?> type = component.getType();
        Input input = input(component);
        boolean isRequired = component.getAccessor().isAnnotationPresent(NotNull.class)
                || component.getAccessor().isAnnotationPresent(NotBlank.class);
        List<FormField> fields =
                switch (input) {
                    case ROWS -> fields(element(component.getGenericType()));
                    case PART -> fields(type);
                    default -> List.of();
                };
        String kept = said(component, KeptIn.class, KeptIn::value, "");
        return new FormField(
                component.getName(),
                input,
                isRequired,
                input == Input.CHOICE ? choices(type) : List.of(),
                said(component, Worded.class, Worded::value, input == Input.CHOICE ? component.getName() + ".*" : ""),
                target(component, input),
                said(component, Usual.class, Usual::value, ""),
                component.isAnnotationPresent(Detail.class),
                input == Input.PART ? "" : kept,
                said(component, KeptIn.class, KeptIn::orderedBy, ""),
                input == Input.PART ? kept : "",
                fields);
    }

    private static <A extends Annotation> String said(
            RecordComponent component, Class<A> kind, Function<A, String> what, String otherwise) {
        return Optional.ofNullable(component.getAnnotation(kind)).map(what).orElse(otherwise);
    }

    private static Input input(RecordComponent component) {
        Class<?> type = component.getType();
        if (type == List.class) {
            return element(component.getGenericType()) == Long.class ? Input.REFERENCES : Input.ROWS;
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
        return component.isAnnotationPresent(Prose.class) ? Input.TEXT : Input.LINE;
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

    private static @Nullable String target(RecordComponent component, Input input) {
        if (input != Input.REFERENCE && input != Input.REFERENCES) {
            return null;
        }
        Refers refers = component.getAnnotation(Refers.class);
        if (refers == null) {
            throw new IllegalStateException("%s says not what it refers to".formatted(component));
        }
        return refers.value().getSimpleName().replaceAll("(?<=.)([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
