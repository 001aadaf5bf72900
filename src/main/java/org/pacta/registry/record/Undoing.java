package org.pacta.registry.record;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes back what a change made of a record, and leaves what others have made of it since. */
public final class Undoing {

    /** Lists without an order of their own, from which one entry can be taken. */
    private static final Set<String> LOOSE = Set.of("otherNames", "identifiers");

    private Undoing() {}

    /**
     * The record without the change.
     *
     * @param before the record before the change
     * @param after the record right after it
     * @param now the record as it stands
     * @return nothing when a field that was changed has been changed again
     */
    public static Optional<JsonNode> of(JsonNode before, JsonNode after, JsonNode now) {
        ObjectNode result = JsonMapper.shared().createObjectNode();
        Set<String> fields = new HashSet<>();
        for (JsonNode each : List.of(before, after, now)) {
            fields.addAll(each.propertyNames());
        }
        for (String field : fields) {
            JsonNode then = field(before, field);
            JsonNode made = field(after, field);
            JsonNode stands = field(now, field);
            if (then.equals(made)) {
                result.set(field, stands);
            } else if (stands.equals(made)) {
                result.set(field, then);
            } else if (LOOSE.contains(field)) {
                result.set(field, without(then, made, stands));
            } else {
                return Optional.empty();
            }
        }
        return Optional.of(result);
    }

    private static JsonNode field(JsonNode record, String field) {
        return Objects.requireNonNullElse(record.get(field), NullNode.getInstance());
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
