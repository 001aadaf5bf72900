package org.pacta.platform.shared;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;

/**
 * The address of a view: a path and its parameters in the order they were first given, so that the same view always has the same address.
 * Immutable; empty values leave no trace.
 */
public final class Address {

    private final String path;
    private final Map<String, List<String>> parameters;

    private Address(String path, Map<String, List<String>> parameters) {
        this.path = path;
        this.parameters = parameters;
    }

    public static Address of(String path) {
        return new Address(path, Map.of());
    }

    /** Whether an address that somebody brings along leads to a page of ours and nowhere else. */
    public static boolean isLocal(String address) {
        return address.matches("/(?![/\\\\]).*|/") && address.chars().noneMatch(Character::isISOControl);
    }

    /** Sets a parameter to the values given, each once and in order; none removes it. */
    public Address with(String name, @Nullable Object value) {
        Stream<?> values = value instanceof Collection<?> several ? several.stream() : Stream.ofNullable(value);
        Map<String, List<String>> changed = new LinkedHashMap<>(parameters);
        changed.put(
                name,
                values.map(Object::toString)
                        .filter(text -> !text.isEmpty())
                        .distinct()
                        .sorted()
                        .toList());
        return new Address(path, changed);
    }

    public Address without(String name) {
        return with(name, null);
    }

    /** Takes one of several values of a parameter away. */
    public Address without(String name, Object value) {
        return with(
                name,
                values(name).stream()
                        .filter(each -> !each.equals(value.toString()))
                        .toList());
    }

    public List<String> values(String name) {
        return parameters.getOrDefault(name, List.of());
    }

    /** The parameters that have values, by name. */
    public Map<String, List<String>> chosen() {
        Map<String, List<String>> chosen = new TreeMap<>(parameters);
        chosen.values().removeIf(List::isEmpty);
        return chosen;
    }

    /** All parameters in the order of the address. */
    public Map<String, List<String>> inOrder() {
        return Collections.unmodifiableMap(parameters);
    }

    @Override
    public String toString() {
        UriComponentsBuilder builder = UriComponentsBuilder.fromPath(path);
        parameters.forEach(
                (name, values) -> values.forEach(value -> builder.queryParam(name, UriUtils.encode(value, "UTF-8"))));
        return builder.build(true).toUriString();
    }
}
