package org.pacta.desk.draft;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.desk.draft.Section.Control;
import org.pacta.platform.form.FormField;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;

/** Writes what is on record as it would be typed into a line: places and topics by the last part of their address, all else by name. */
@Component
public class LineTexts {

    private final JdbcClient jdbc;

    LineTexts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The fields of a section that a form, or a row of one, has a value for. */
    public Map<String, String> of(Section section, JsonNode form) {
        Map<String, String> typed = new LinkedHashMap<>();
        section.fields().forEach(field -> {
            String text = text(field, form.path(field.name()));
            if (!text.isEmpty()) {
                typed.put(field.name(), text);
            }
        });
        return typed;
    }

    private String text(FormField field, JsonNode value) {
        if (value.isNull() || value.isMissingNode()) {
            return "";
        }
        return switch (Control.of(field)) {
            case PLACE -> called("place", "slug", List.of(value)).getOrDefault(value.asLong(), "");
            case AREAS ->
                called("focus_area", "slug", value.valueStream().toList()).values().stream()
                        .sorted()
                        .collect(Collectors.joining(" "));
            case PERSON ->
                called("person", "coalesce(name, local_name)", List.of(value)).getOrDefault(value.asLong(), "");
            case ORGANISATIONS ->
                value.isArray() ? parties(value) : organisations(List.of(value)).getOrDefault(value.asLong(), "");
            case FLAG -> value.asBoolean() ? "true" : "";
            case TEXT -> value.isNumber() ? value.decimalValue().toPlainString() : value.asString();
            default -> value.asString();
        };
    }

    /** As they were printed, in their order; those without an organisation are left out. */
    private String parties(JsonNode rows) {
        List<JsonNode> named = rows.valueStream()
                .filter(row -> row.path("organisation").isNumber())
                .toList();
        Map<Long, String> names = organisations(
                named.stream().map(row -> row.path("organisation")).toList());
        return named.stream()
                .map(row -> row.path("asPrinted")
                        .asString(names.get(row.path("organisation").asLong())))
                .collect(Collectors.joining("; "));
    }

    private Map<Long, String> organisations(List<JsonNode> ids) {
        return called("organisation", "coalesce(name, local_name)", ids);
    }

    private Map<Long, String> called(String table, String name, List<JsonNode> ids) {
        Map<Long, String> called = new HashMap<>();
        jdbc.sql("select id, %s as name from %s where id = any(:ids)".formatted(name, table))
                .param("ids", ids.stream().map(JsonNode::asLong).toArray(Long[]::new))
                .query(row -> {
                    called.put(row.getLong("id"), row.getString("name"));
                });
        return called;
    }
}
