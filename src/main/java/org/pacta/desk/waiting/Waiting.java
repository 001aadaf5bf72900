package org.pacta.desk.waiting;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.Name;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Reads what waits for somebody; the pages of the desk know it as {@code @waiting}. */
@Service("waiting")
class Waiting {

    private static final int SHOWN = 50;

    /** Whose turn it is: a reviewer's who has typed nothing of what was sent, the author's where it was returned. */
    private static final String THEIRS = """
            (state = 'submitted' and :reviews and not exists (select from %1$s_writer writer where writer.%1$s_id = %1$s.id and writer.account_id = :person)
            or state = 'returned' and author_id = :person)""";

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Something that waits.
     *
     * @param what draft, correction or import
     * @param name of the council, of what a correction says, or of the file
     * @param heldOn day of the meeting as it was typed; null where none was
     */
    public record Row(
            String what,
            long id,
            Name name,
            @Nullable String ordinal,
            @Nullable String heldOn,
            String state,
            String author,
            Instant changedAt) {

        public String path() {
            return "/desk/%ss/%d%s".formatted(what, id, what.equals("draft") ? "/check" : "");
        }
    }

    /** How much waits for somebody. */
    public long count(SignedIn person) {
        return asked(
                        """
                        select (select count(*) from draft where %s) + (select count(*) from correction where %s)
                            + (select count(*) from import where %s)
                        """.formatted(
                                THEIRS.formatted("draft"), THEIRS.formatted("correction"), THEIRS.formatted("import")),
                        person)
                .query(Long.class)
                .single();
    }

    /** What waits for somebody, the longest first, at most fifty. */
    public List<Row> list(SignedIn person) {
        return asked(
                        """
                        select waiting.*, display_name as author from (
                            select 'draft' as what, draft.id, name, local_name, basics.typed ->> 'ordinal' as ordinal, basics.typed ->> 'heldOn' as held_on,
                                state, changed_at, author_id
                            from draft join council on council.id = council_id
                            left join lateral (select typed from draft_line where draft_id = draft.id and section = 'basics' and draft_line.state = 'entered'
                                order by position, id limit 1) basics on true
                            where %s
                            union all
                            select 'correction', id, coalesce(typed ->> 'title', typed ->> 'name', typed ->> 'statement', typed ->> 'measureAsPrinted',
                                    typed ->> 'council', kind),
                                coalesce(typed ->> 'localTitle', typed ->> 'localName', typed ->> 'localStatement'), null, null, state, changed_at, author_id
                            from correction where %s
                            union all
                            select 'import', id, name, null, null, null, state, changed_at, author_id from import where %s
                        ) waiting join account on account.id = author_id order by changed_at limit :most
                        """.formatted(
                                THEIRS.formatted("draft"), THEIRS.formatted("correction"), THEIRS.formatted("import")),
                        person)
                .param("most", SHOWN)
                .query((row, n) -> new Row(
                        row.getString("what"),
                        row.getLong("id"),
                        Columns.name(row, ""),
                        row.getString("ordinal"),
                        row.getString("held_on"),
                        row.getString("state"),
                        row.getString("author"),
                        row.getTimestamp("changed_at").toInstant()))
                .list();
    }

    private JdbcClient.StatementSpec asked(String sql, SignedIn person) {
        return jdbc.sql(sql).param("reviews", person.is(Role.REVIEWER)).param("person", person.id());
    }
}
