package org.pacta.desk.importing;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportView.Mapping;
import org.pacta.desk.importing.TableFile.Shape;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.rules.language.NameKey;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Reads imports and the cells of their rows. */
@Repository
@Transactional(readOnly = true)
public class ImportQueries {

    private static final JsonMapper json = JsonMapper.shared();

    private static final String SELECT = """
            select import.*, size, author.display_name as author, reviewer.display_name as reviewer
            from import join import_file using (sha256) join account author on author.id = author_id
            left join account reviewer on reviewer.id = reviewer_id
            """;

    private static final int SHOWN = 200;

    private final JdbcClient jdbc;

    ImportQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** How many rows have a state and a reason for it; both null where they were not tried. */
    public record Total(@Nullable String state, @Nullable String reason, long rows) {}

    /** A row of the list. */
    public record Numbered(int number, List<String> cells) {}

    /** The imports, the newest first. */
    List<ImportView> list() {
        return jdbc.sql(SELECT + "where state <> 'discarded' order by import.id desc limit :most")
                .param("most", SHOWN)
                .query((row, n) -> read(row))
                .list();
    }

    /** An import; {@code NotFoundException} where there is none. */
    public ImportView get(long id) {
        return jdbc.sql(SELECT + "where import.id = :id")
                .param("id", id)
                .query((row, n) -> read(row))
                .optional()
                .orElseThrow(() -> new NotFoundException("import", id));
    }

    /** Whether somebody has done any of the work on an import. */
    public boolean hasWritten(long id, SignedIn person) {
        return jdbc.sql("select exists (select from import_writer where import_id = :id and account_id = :person)")
                .param("id", id)
                .param("person", person.id())
                .query(Boolean.class)
                .single();
    }

    /** How many rows stand how, below the headings. */
    public List<Total> totals(long id) {
        return jdbc.sql("""
                        select row.state, reason, count(*) as rows from import_row row join import on import.id = import_id
                        where import_id = :id and number > heading_row group by row.state, reason order by row.state, count(*) desc
                        """).param("id", id).query(Total.class).list();
    }

    /** Rows below the headings in their order, behind one. */
    public List<Numbered> rows(long id, int behind, int most) {
        return jdbc.sql("""
                        select number, cells from import_row join import on import.id = import_id
                        where import_id = :id and number > greatest(heading_row, :behind) order by number limit :most
                        """)
                .param("id", id)
                .param("behind", behind)
                .param("most", most)
                .query((row, n) -> new Numbered(row.getInt("number"), texts(row.getString("cells"))))
                .list();
    }

    /** The first of all rows, headings and what stands above them included. */
    List<Numbered> head(long id, int most) {
        return jdbc.sql("select number, cells from import_row where import_id = :id order by number limit :most")
                .param("id", id)
                .param("most", most)
                .query((row, n) -> new Numbered(row.getInt("number"), texts(row.getString("cells"))))
                .list();
    }

    /** Some different values of a column, the empty ones left out, in the order of the rows. */
    List<String> samples(long id, int column, int most) {
        return jdbc.sql("""
                        select value from (
                            select cells ->> :column as value, min(number) as first
                            from (select number, cells from import_row join import on import.id = import_id
                                where import_id = :id and number > heading_row order by number limit 2000) top
                            group by 1) each
                        where value <> '' order by first limit :most
                        """)
                .param("id", id)
                .param("column", column)
                .param("most", most)
                .query(String.class)
                .list();
    }

    /** Every different value of a column, the empty one left out, in the order of the rows. */
    List<String> values(long id, int column) {
        return jdbc.sql("""
                        select cells ->> :column from import_row join import on import.id = import_id
                        where import_id = :id and number > heading_row and cells ->> :column <> '' group by 1 order by min(number)
                        """)
                .param("id", id)
                .param("column", column)
                .query(String.class)
                .list();
    }

    /** The names of the mappings that were saved, those for like headings first. */
    List<String> saved(List<String> headings) {
        return jdbc.sql("select name from import_mapping order by headings = :headings desc, saved_at desc limit :most")
                .param("headings", key(headings))
                .param("most", SHOWN)
                .query(String.class)
                .list();
    }

    /** A mapping by its name. */
    Optional<Mapping> saved(String name) {
        return jdbc.sql("select mapping from import_mapping where name = :name")
                .param("name", name)
                .query((row, n) -> json.readValue(row.getString("mapping"), Mapping.class))
                .optional();
    }

    /** The mapping that was asked for when the list was handed in. */
    Optional<Mapping> wanted(long id) {
        return jdbc.sql(
                        "select saved.mapping from import join import_mapping saved on saved.name = wanted_mapping where import.id = :id")
                .param("id", id)
                .query((row, n) -> json.readValue(row.getString("mapping"), Mapping.class))
                .optional();
    }

    /** The mapping that was saved last for these headings. */
    Optional<Mapping> savedFor(List<String> headings) {
        return jdbc.sql("select mapping from import_mapping where headings = :headings order by saved_at desc limit 1")
                .param("headings", key(headings))
                .query((row, n) -> json.readValue(row.getString("mapping"), Mapping.class))
                .optional();
    }

    /** What like headings have in common. */
    static String key(List<String> headings) {
        return String.join("|", headings.stream().map(NameKey::of).toList());
    }

    private static ImportView read(ResultSet row) throws SQLException {
        String kind = row.getString("kind");
        String mapping = row.getString("mapping");
        long source = row.getLong("source_id");
        return new ImportView(
                row.getLong("id"),
                row.getString("name"),
                row.getString("sha256"),
                row.getLong("size"),
                row.getString("author"),
                row.getLong("author_id"),
                row.getTimestamp("made_at").toInstant(),
                row.getTimestamp("changed_at").toInstant(),
                row.getString("state"),
                row.getString("work"),
                row.getInt("done"),
                row.getInt("due"),
                row.getString("trouble"),
                kind == null
                        ? null
                        : new Shape(
                                kind,
                                texts(row.getString("sheets")),
                                row.getInt("sheet"),
                                row.getString("charset"),
                                row.getString("separator")),
                row.getInt("heading_row"),
                texts(row.getString("headings")),
                mapping == null ? null : json.readValue(mapping, Mapping.class),
                moment(row.getTimestamp("tried_at")),
                row.getString("reviewer"),
                row.getString("comment"),
                source == 0 ? null : source);
    }

    private static @Nullable Instant moment(@Nullable Timestamp at) {
        return at == null ? null : at.toInstant();
    }

    private static List<String> texts(String array) {
        return new ArrayList<>(Arrays.asList(json.readValue(array, String[].class)));
    }
}
