package org.pacta.exchange.datapackage;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.datapackage.DataPackage.Required;
import org.pacta.exchange.dictionary.ColumnEntry;

/** A column of a table, as the Table Schema describes it. */
record Field(
        @Required String name,
        @Required String type,
        @Nullable Constraints constraints) {

    static final Set<String> TYPES = Set.of("string", "integer", "number", "boolean", "date", "datetime");

    private static final Pattern INTEGER = Pattern.compile("0|-?[1-9]\\d{0,17}");
    private static final Pattern NUMBER = Pattern.compile("-?\\d{1,100}(\\.\\d{1,100})?");

    record Constraints(
            boolean required,
            boolean unique,
            @JsonProperty("enum") @Nullable List<String> choices,
            @Nullable Pattern pattern,
            @Nullable BigDecimal minimum,
            @Nullable BigDecimal maximum,
            @Nullable Integer maxLength) {

        private static final Constraints NONE = new Constraints(false, false, null, null, null, null, null);
    }

    /** What the database demands of a column. */
    static Field of(ColumnEntry column, boolean unique) {
        ColumnEntry.Rule rule = column.rule();
        String type =
                switch (column.type()) {
                    case TEXT, PARTIAL_DATE -> "string";
                    case INTEGER -> "integer";
                    case NUMBER -> "number";
                    case BOOLEAN -> "boolean";
                    case DAY -> "date";
                    case MOMENT -> "datetime";
                };
        return new Field(
                column.name(),
                type,
                new Constraints(
                        !column.mayBeEmpty(),
                        unique,
                        rule.choices().isEmpty() ? null : rule.choices(),
                        rule.pattern() == null ? null : Pattern.compile(rule.pattern()),
                        rule.minimum() == null ? null : BigDecimal.valueOf(rule.minimum()),
                        rule.maximum() == null ? null : BigDecimal.valueOf(rule.maximum()),
                        rule.maxLength()));
    }

    @Override
    public Constraints constraints() {
        return constraints == null ? Constraints.NONE : constraints;
    }

    /** What is wrong with a value of this field; an empty one is a missing one. */
    Optional<String> fault(String value) {
        Constraints rule = constraints();
        if (value.isEmpty()) {
            return rule.required ? Optional.of("a value is required") : Optional.empty();
        }
        if (!isOfType(value)) {
            return Optional.of("%s is no %s".formatted(shown(value), type));
        }
        if (rule.choices != null && !rule.choices.contains(value)) {
            return Optional.of("%s is none of %s".formatted(shown(value), String.join(", ", rule.choices)));
        }
        if (rule.pattern != null && !rule.pattern.matcher(value).matches()) {
            return Optional.of("%s does not match %s".formatted(shown(value), rule.pattern));
        }
        if (rule.minimum != null && new BigDecimal(value).compareTo(rule.minimum) < 0) {
            return Optional.of("%s is less than %s".formatted(value, rule.minimum));
        }
        if (rule.maximum != null && new BigDecimal(value).compareTo(rule.maximum) > 0) {
            return Optional.of("%s is more than %s".formatted(value, rule.maximum));
        }
        if (rule.maxLength != null && value.codePointCount(0, value.length()) > rule.maxLength) {
            return Optional.of("%s is longer than %d characters".formatted(shown(value), rule.maxLength));
        }
        return Optional.empty();
    }

    boolean isNumeric() {
        return type.equals("integer") || type.equals("number");
    }

    private boolean isOfType(String value) {
        return switch (type) {
            case "integer" -> INTEGER.matcher(value).matches();
            case "number" -> NUMBER.matcher(value).matches();
            case "boolean" -> value.equals("true") || value.equals("false");
            case "date" -> parses(value, LocalDate::parse);
            case "datetime" -> parses(value, OffsetDateTime::parse);
            default -> value.indexOf('\0') < 0;
        };
    }

    private static boolean parses(String value, Consumer<String> parser) {
        try {
            parser.accept(value);
            return true;
        } catch (DateTimeParseException notOfTheType) {
            return false;
        }
    }

    private static String shown(String value) {
        return value.length() > 60 ? "“" + value.substring(0, 60) + "…”" : "“" + value + "”";
    }
}
