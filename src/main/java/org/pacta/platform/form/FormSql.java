package org.pacta.platform.form;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The SQL that reads published records as their forms have them: what is entered of them, other records by their numbers, rows in their order. */
public final class FormSql {

    private FormSql() {}

    /** A query for {@code id}, {@code version} and {@code form}, which is JSON with the names of the form, of all records of a kind. */
    public static String of(RecordKind kind, List<FormField> fields) {
        String table = kind.code();
        return """
                select id, version, %1$s as form from %2$s
                where exists (select from record where record.kind = '%2$s' and record.id = %2$s.id)""".formatted(object(table, "", fields), table);
    }

    /** The tables whose rows belong to a record with these fields, so that a change of them is a change of it. */
    public static List<String> tables(List<FormField> fields) {
        return fields.stream()
                .map(FormField::rows)
                .filter(table -> !table.isEmpty())
                .toList();
    }

    private static String object(String table, String prefix, List<FormField> fields) {
        return fields.stream()
                .flatMap(field -> Stream.of("'%s'".formatted(field.name()), value(table, prefix, field)))
                .collect(Collectors.joining(", ", "json_build_object(", ")"));
    }

    private static String value(String table, String prefix, FormField field) {
        return switch (field.input()) {
            case PART -> object(table, field.prefix(), field.fields());
            case ROWS ->
                "(select json_agg(%1$s order by %2$s.%3$s) from %2$s where %2$s.%4$s_id = %4$s.id)"
                        .formatted(object(field.rows(), "", field.fields()), field.rows(), field.order(), table);
            case REFERENCES ->
                "array(select %1$s from %2$s where %2$s.%4$s_id = %4$s.id order by %2$s.%3$s)"
                        .formatted(field.column(), field.rows(), field.order(), table);
            default -> "%s.%s%s".formatted(table, prefix, field.column());
        };
    }
}
