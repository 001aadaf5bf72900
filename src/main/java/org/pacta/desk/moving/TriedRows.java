package org.pacta.desk.moving;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.importing.ImportQueries;
import org.pacta.desk.importing.ImportView;
import org.springframework.context.MessageSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** The rows of a list as the last dry run left them, on a page or as a workbook in the columns that they came in. */
@Repository
@Transactional(readOnly = true)
class TriedRows {

    static final int PAGE = 50;

    private static final JsonMapper json = JsonMapper.shared();
    private static final int BATCH = 1_000;

    private final JdbcClient jdbc;
    private final ImportQueries queries;
    private final MessageSource messages;

    TriedRows(JdbcClient jdbc, ImportQueries queries, MessageSource messages) {
        this.jdbc = jdbc;
        this.queries = queries;
        this.messages = messages;
    }

    /**
     * A row as it was tried.
     *
     * @param column heading of the column that the reason is about
     * @param about value that it is about
     * @param like agreement that it is, or is like
     * @param record agreement that came of it
     */
    record Tried(
            int number,
            List<String> cells,
            String state,
            @Nullable String reason,
            String column,
            @Nullable String about,
            @Nullable String title,
            @Nullable Long like,
            @Nullable Long record) {}

    /** Rows of a state, those of one reason alone where one is given, behind a number. */
    List<Tried> page(long id, String state, String reason, int behind) {
        return page(id, state, reason, behind, PAGE);
    }

    private List<Tried> page(long id, String state, String reason, int behind, int most) {
        return jdbc.sql("""
                        select number, cells, row.state, reason, coalesce(headings ->> reason_column, '') as "column", row.about, row.title, like_id, row.record_id
                        from import_row row join import on import.id = import_id
                        where import_id = :id and number > greatest(heading_row, :behind)
                            and case when :state = '' then row.state <> 'ready' else row.state = :state end and (:reason = '' or reason = :reason)
                        order by number limit :most
                        """)
                .param("id", id)
                .param("state", state)
                .param("reason", reason)
                .param("behind", behind)
                .param("most", most)
                .query((row, n) -> new Tried(
                        row.getInt("number"),
                        List.of(json.readValue(row.getString("cells"), String[].class)),
                        row.getString("state"),
                        row.getString("reason"),
                        row.getString("column"),
                        row.getString("about"),
                        row.getString("title"),
                        row.getObject("like_id", Long.class),
                        row.getObject("record_id", Long.class)))
                .list();
    }

    /** Writes the rows of a state, or all that are not ready, with one column more that says why. */
    void write(long id, String state, Locale language, OutputStream out) throws IOException {
        ImportView list = queries.get(id);
        try (Workbook workbook = new Workbook(out, "Pacta", null)) {
            Worksheet sheet = workbook.newWorksheet("Rows");
            int at = 0;
            line(
                    sheet,
                    at++,
                    list.headings(),
                    say("imports.why", language),
                    list.headings().size());
            int behind = 0;
            for (List<Tried> page = page(id, state, "", behind, BATCH);
                    !page.isEmpty();
                    page = page(id, state, "", behind, BATCH)) {
                for (Tried row : page) {
                    line(
                            sheet,
                            at++,
                            row.cells,
                            why(row, language),
                            list.headings().size());
                }
                behind = page.get(page.size() - 1).number;
                sheet.flush();
            }
        }
    }

    private static void line(Worksheet sheet, int at, List<String> cells, String why, int columns) {
        for (int i = 0; i < cells.size(); i++) {
            sheet.inlineString(at, i, cells.get(i));
        }
        sheet.inlineString(at, columns, why);
    }

    private String why(Tried row, Locale language) {
        return row.reason == null
                ? say("imports.tried." + row.state, language)
                : say("imports.reason." + row.reason, language, row.column, Objects.requireNonNullElse(row.about, ""));
    }

    private String say(String key, Locale language, Object... arguments) {
        return Objects.requireNonNull(messages.getMessage(key, arguments, language));
    }
}
