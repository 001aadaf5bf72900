package org.pacta.registry.record;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.pacta.platform.form.FormField;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes back what a change made of a record, and leaves what others have made of it since. */
public final class Undoing {

    private Undoing() {}

    /**
     * The record without the change. From rows without an order of their own, those that it brought are taken, and those it took are given back.
     *
     * @param before the record before the change
     * @param after the record right after it
     * @param now the record as it stands
     * @return nothing when a field that was changed has been changed again
     */
    public static Optional<JsonNode> of(List<FormField> fields, JsonNode before, JsonNode after, JsonNode now) {
        ObjectNode result = JsonMapper.shared().createObjectNode();
        for (FormField field : fields) {
            JsonNode then = value(before, field);
            JsonNode made = value(after, field);
            JsonNode stands = value(now, field);
            if (then.equals(made)) {
                result.set(field.name(), stands);
            } else if (stands.equals(made)) {
                result.set(field.name(), then);
            } else if (field.isLoose()) {
                result.set(field.name(), without(then, made, stands));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private static JsonNode value(JsonNode record, FormField field) {
        return Objects.requireNonNullElse(record.get(field.name()), NullNode.getInstance());
    }

    /** What stands, without what was added then and with what was taken away then. */
    private static ArrayNode without(JsonNode before, JsonNode after, JsonNode now) {
        List<JsonNode> then = before.valueStream().toList();
        List<JsonNode> made = after.valueStream().toList();
        List<JsonNode> stands = now.valueStream().toList();
        ArrayNode result = JsonMapper.shared().createArrayNode();
        stands.stream()
                .filter(each -> then.contains(each) || !made.contains(each))
                .forEach(result::add);
        then.stream()
                .filter(each -> !made.contains(each) && !stands.contains(each))
                .forEach(result::add);
        return result;
    }
}
