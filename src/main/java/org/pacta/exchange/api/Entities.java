package org.pacta.exchange.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A page of a list.
 *
 * @param total of all its pages
 */
record Entities<F>(Links links, long total, List<Entity<F>> rows) {

    /** What tells it from the same page of the same state of the registry, where the search index has followed since. */
    String mark() {
        return Integer.toHexString(31 * Long.hashCode(total)
                + rows.stream().map(Entity::id).toList().hashCode());
    }

    /** Addresses of this page and of those beside it; without one before or behind, it is left out. */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Links(
            String self,
            String first,
            @Nullable String prev,
            @Nullable String next) {

        /** As a header has them (RFC 8288). */
        String header() {
            Map<String, String> all = new LinkedHashMap<>();
            all.put("self", self);
            all.put("first", first);
            if (prev != null) {
                all.put("prev", prev);
            }
            if (next != null) {
                all.put("next", next);
            }
            return all.entrySet().stream()
                    .map(each -> "<%s>; rel=\"%s\"".formatted(each.getValue(), each.getKey()))
                    .collect(Collectors.joining(", "));
        }
    }
}
