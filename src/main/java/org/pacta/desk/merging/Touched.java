package org.pacta.desk.merging;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormField.Input;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads which records name an organisation, so that a merge of it would change them. */
@Repository
class Touched {

    private static final String ROW = """
            select kind, id, concat_ws(' ', name, ordinal) as name, concat_ws(' ', local_name, ordinal) as local_name, page
            from subject
            """;

    private final JdbcClient jdbc;
    private final RecordForms records;

    Touched(JdbcClient jdbc, RecordForms records) {
        this.jdbc = jdbc;
        this.records = records;
    }

    /**
     * A record that a merge changes.
     *
     * @param kind of the record, as its code
     * @param path where it is shown
     */
    public record Row(String kind, long id, Name name, String path) {

        RecordKind what() {
            return RecordKind.of(kind);
        }
    }

    /** The record of this kind and number, withdrawn or not. */
    Row row(RecordKind kind, long id) {
        return jdbc.sql(ROW + "where kind = :kind and id = :id")
                .param("kind", kind.code())
                .param("id", id)
                .query(Touched::row)
                .single();
    }

    /** All that name the organisation and stand; what was withdrawn stays as it was. */
    List<Row> by(long organisation) {
        String naming = Stream.of(RecordKind.values()).flatMap(this::naming).collect(Collectors.joining(" union "));
        return jdbc.sql(ROW + "join (%s) naming using (kind, id) where stands order by kind, id".formatted(naming))
                .param("id", organisation)
                .query(Touched::row)
                .list();
    }

    private static Row row(ResultSet row, int number) throws SQLException {
        return new Row(row.getString("kind"), row.getLong("id"), Columns.name(row, ""), row.getString("page"));
    }

    /** Queries for the records of a kind that name the organisation, in a field of their own or in a row. */
    private Stream<String> naming(RecordKind kind) {
        return records.fields(kind).stream()
                .flatMap(field -> field.input() == Input.ROWS
                        ? field.fields().stream()
                                .filter(Touched::isOrganisation)
                                .map(each -> naming(kind, kind.code() + "_id", field.rows(), each))
                        : Stream.of(field)
                                .filter(Touched::isOrganisation)
                                .map(each -> naming(kind, "id", kind.code(), each)));
    }

    private static String naming(RecordKind kind, String id, String table, FormField field) {
        return "select '%s' as kind, %s as id from %s where %s = :id".formatted(kind.code(), id, table, field.column());
    }

    private static boolean isOrganisation(FormField field) {
        return "organisation".equals(field.target());
    }

    /** How many there are of each kind, in the order of the kinds. */
    static Map<String, Long> counted(List<Row> rows) {
        return Stream.of(RecordKind.values())
                .collect(Collectors.toMap(
                        RecordKind::code,
                        kind -> rows.stream().filter(row -> row.what() == kind).count(),
                        Long::sum,
                        LinkedHashMap::new));
    }
}
