package org.pacta.registry.record;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.shared.PartialDate;
import org.pacta.rules.language.DateWords;
import org.pacta.rules.language.Piece;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** The one reading of what people type into a field, wherever they do. */
public final class TypedText {

    /** Characters of one value. */
    public static final int LONGEST = 10_000;

    private TypedText() {}

    /** Finds the number of what a field refers to by what was typed. */
    @FunctionalInterface
    public interface Finder {
        Optional<Long> find(FormField field, String text);
    }

    /** What is wrong with a text: a key of a message, and what the message names. */
    public record Fault(String key, String about) {}

    /** The text as it is kept: without spaces around, of a line with single ones inside, a date in the Extended Date/Time Format where it is one. */
    public static String tidy(FormField field, String text) {
        String line = Piece.of(text).line();
        return switch (field.input()) {
            case TEXT -> text.strip();
            case DATE -> line.length() > LONGEST ? line : DateWords.read(line).orElse(line);
            case FLAG -> line.equals("false") ? "" : line;
            default -> line;
        };
    }

    /** The key of what is wrong with a tidy text as far as the text itself tells; nothing where it can be read. */
    public static Optional<String> fault(FormField field, String text) {
        if (text.isEmpty()) {
            return Optional.empty();
        }
        if (text.length() > LONGEST) {
            return Optional.of("desk.fault.long");
        }
        return switch (field.input()) {
            case NUMBER -> text.matches("\\d{1,9}") ? Optional.empty() : Optional.of("desk.fault.number");
            case DECIMAL ->
                text.matches("-?\\d{1,15}(\\.\\d{1,6})?") ? Optional.empty() : Optional.of("desk.fault.number");
            case DATE -> isDate(text) ? Optional.empty() : Optional.of("desk.fault.date");
            case FLAG -> text.equals("true") ? Optional.empty() : Optional.of("desk.fault.flag");
            case CHOICE -> field.choices().contains(text) ? Optional.empty() : Optional.of("desk.fault.choice");
            default -> Optional.empty();
        };
    }

    private static boolean isDate(String text) {
        try {
            return PartialDate.parse(text) != null;
        } catch (IllegalArgumentException unreadable) {
            return false;
        }
    }

    /** Puts the value of a tidy text into a form, where an empty one takes out what is there; answers what is wrong with it, and puts nothing in then. */
    public static Optional<Fault> read(FormField field, String text, Finder finder, ObjectNode form) {
        Optional<String> fault = fault(field, text);
        if (fault.isPresent()) {
            return fault.map(key -> new Fault(key, text));
        }
        String name = field.name();
        if (text.isEmpty() && field.input() != Input.FLAG && field.input() != Input.REFERENCES) {
            form.putNull(name);
            return Optional.empty();
        }
        switch (field.input()) {
            case NUMBER -> form.put(name, Integer.parseInt(text));
            case DECIMAL -> form.put(name, new BigDecimal(text));
            case FLAG -> form.put(name, text.equals("true"));
            case REFERENCE, REFERENCES -> {
                return refer(field, text, finder, form);
            }
            default -> form.put(name, text);
        }
        return Optional.empty();
    }

    private static Optional<Fault> refer(FormField field, String text, Finder finder, ObjectNode form) {
        List<String> unknown = new ArrayList<>();
        List<Long> found = new ArrayList<>();
        Stream<String> names = field.input() == Input.REFERENCE ? Stream.of(text) : Stream.of(text.split("[;；]"));
        names.map(String::strip)
                .filter(each -> !each.isEmpty())
                .forEach(each -> finder.find(field, each).ifPresentOrElse(found::add, () -> unknown.add(each)));
        if (!unknown.isEmpty()) {
            return Optional.of(new Fault("desk.fault.unknown", String.join("; ", unknown)));
        }
        if (field.input() == Input.REFERENCE) {
            form.put(field.name(), found.get(0));
        } else {
            ArrayNode numbers = form.putArray(field.name());
            (field.isSet() ? found.stream().sorted() : found.stream()).forEach(numbers::add);
        }
        return Optional.empty();
    }
}
