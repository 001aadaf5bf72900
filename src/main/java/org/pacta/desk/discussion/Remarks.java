package org.pacta.desk.discussion;

import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What is said of drafts and their lines; templates know it as {@code @remarks}. */
@Service("remarks")
@Transactional
public class Remarks {

    /** So many of one line stand on the page of the draft; all are on a page of their own. */
    private static final int SHOWN = 5;

    private static final int PAGE = 100;

    private final JdbcClient jdbc;
    private final Answers answers;

    Remarks(JdbcClient jdbc, Answers answers) {
        this.jdbc = jdbc;
        this.answers = answers;
    }

    /** Something that was said. */
    public record Remark(String words, Instant saidAt, String saidBy) {}

    /**
     * What was said of one line, or of the draft as a whole.
     *
     * @param latest at most five, in the order in which they were said
     */
    public record Strand(List<Remark> latest, long count) {

        private static final Strand NONE = new Strand(List.of(), 0);

        public boolean isMore() {
            return count > latest.size();
        }
    }

    /** What was said of a draft. */
    public record Strands(Map<Long, Strand> byLine) {

        /** What was said of a line; of the draft as a whole where none is given. */
        public Strand of(@Nullable Long line) {
            return byLine.getOrDefault(line == null ? 0 : line, Strand.NONE);
        }
    }

    private record Row(long line, String words, Instant saidAt, String saidBy, long count) {}

    /** Says what somebody has to say, and keeps the warnings they give a reason for. */
    public void say(long draft, Reply reply, SignedIn person) {
        person.needs(Role.EDITOR);
        if (!reply.remark().isEmpty()) {
            say(draft, null, reply.remark(), person);
        }
        reply.remarks().forEach((line, words) -> say(draft, line, words, person));
        if (!reply.reasons().isEmpty()) {
            answers.keep(draft, reply.reasons(), person);
        }
    }

    private void say(long draft, @Nullable Long line, String words, SignedIn person) {
        int said = jdbc.sql("""
                        insert into draft_remark (id, draft_id, line_id, words, said_at, said_by_id)
                        select nextval('draft_remark_seq'), id, :line, :words, now(), :person from draft
                        where id = :draft and (cast(:line as bigint) is null
                            or exists (select from draft_line where draft_line.id = :line and draft_id = :draft))
                        """)
                .param("draft", draft)
                .param("line", line)
                .param("words", words)
                .param("person", person.id())
                .update();
        if (said == 0) {
            throw new NotFoundException("line", line == null ? draft : line);
        }
    }

    /**
     * Whether somebody has said something of a draft.
     *
     * @param since only after this; null for ever
     */
    @Transactional(readOnly = true)
    public boolean hasSpoken(long draft, SignedIn person, @Nullable Instant since) {
        return jdbc.sql("""
                        select exists (select from draft_remark
                            where draft_id = :draft and said_by_id = :person and said_at > coalesce(cast(:since as timestamptz), '-infinity'))
                        """)
                .param("draft", draft)
                .param("person", person.id())
                .param("since", since == null ? null : Timestamp.from(since), Types.TIMESTAMP)
                .query(Boolean.class)
                .single();
    }

    /** Whether somebody has said all these remarks of a draft before. */
    @Transactional(readOnly = true)
    public boolean hasSaid(long draft, Reply reply, SignedIn person) {
        Set<String> said = Set.copyOf(jdbc.sql(
                        "select coalesce(line_id, 0) || ' ' || words from draft_remark where draft_id = :draft and said_by_id = :person")
                .param("draft", draft)
                .param("person", person.id())
                .query(String.class)
                .list());
        return (reply.remark().isEmpty() || said.contains("0 " + reply.remark()))
                && reply.remarks().entrySet().stream()
                        .allMatch(each -> said.contains(each.getKey() + " " + each.getValue()));
    }

    /** The latest remarks on a draft and each of its lines. */
    @Transactional(readOnly = true)
    public Strands of(long draft) {
        return new Strands(jdbc
                .sql("""
                        select coalesce(line_id, 0) as line, words, said_at, display_name as said_by, count
                        from (
                            select *, count(*) over line as count, row_number() over (line order by id desc) as place
                            from draft_remark where draft_id = :draft window line as (partition by line_id)
                        ) remark join account on account.id = said_by_id
                        where place <= :shown order by remark.id
                        """)
                .param("draft", draft)
                .param("shown", SHOWN)
                .query((row, n) -> new Row(
                        row.getLong("line"),
                        row.getString("words"),
                        row.getTimestamp("said_at").toInstant(),
                        row.getString("said_by"),
                        row.getLong("count")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(
                        Row::line, Collectors.collectingAndThen(Collectors.toList(), Remarks::strand))));
    }

    private static Strand strand(List<Row> rows) {
        return new Strand(
                rows.stream()
                        .map(row -> new Remark(row.words, row.saidAt, row.saidBy))
                        .toList(),
                rows.get(0).count);
    }

    /** All that was said of a line, or of the draft as a whole, a hundred at a time. */
    @Transactional(readOnly = true)
    Slice<Remark> slice(long draft, @Nullable Long line, int number) {
        long count = jdbc.sql(
                        "select count(*) from draft_remark where draft_id = :draft and line_id is not distinct from :line")
                .param("draft", draft)
                .param("line", line)
                .query(Long.class)
                .single();
        List<Remark> remarks = jdbc.sql("""
                        select words, said_at, display_name as said_by from draft_remark join account on account.id = said_by_id
                        where draft_id = :draft and line_id is not distinct from :line order by draft_remark.id limit :page offset :before
                        """)
                .param("draft", draft)
                .param("line", line)
                .param("page", PAGE)
                .param("before", (number - 1L) * PAGE)
                .query((row, n) -> new Remark(
                        row.getString("words"), row.getTimestamp("said_at").toInstant(), row.getString("said_by")))
                .list();
        return new Slice<>(remarks, number, PAGE, count);
    }
}
