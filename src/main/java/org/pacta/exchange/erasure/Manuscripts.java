package org.pacta.exchange.erasure;

import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What staff wrote of a record before it was published: lines of drafts, the text they were found in, corrections, rows of lists. */
final class Manuscripts {

    private static final String LINES = "section = :kind and :id in (record_id, became_id)";
    private static final String CORRECTIONS =
            "kind = :kind and (record_id = :id or published_path = '/' || :kind || 's/' || :id)";

    private final JdbcClient database;
    private final String kind;
    private final long id;

    Manuscripts(JdbcClient database, String kind, long id) {
        this.database = database;
        this.kind = kind;
        this.id = id;
    }

    private record Excerpt(long textId, int startAt, int endAt) {}

    /** Refuses with {@link CannotEraseException} while somebody works on it. */
    void refuseUnlessOver() {
        List<String> open = numbers("""
                select 'draft ' || draft.id from draft_line join draft on draft.id = draft_id
                where draft_line.state <> 'removed' and draft.state in ('open', 'submitted', 'returned') and %s
                union select 'correction ' || id from correction where state in ('open', 'submitted', 'returned') and %s
                order by 1
                """.formatted(LINES, CORRECTIONS));
        if (!open.isEmpty()) {
            throw new CannotEraseException(
                    "Somebody works on the %s %d: %s. Take it out there, or discard those, first."
                            .formatted(kind, id, String.join(", ", open)));
        }
    }

    private List<String> numbers(String sql) {
        return database.sql(sql)
                .param("kind", kind)
                .param("id", id)
                .query(String.class)
                .list();
    }

    /** Empties them; counts what it changes by table. */
    void empty(Map<String, Integer> taken) {
        blackOut(taken);
        change(
                taken,
                "draft_remark",
                "delete from draft_remark where line_id in (select id from draft_line where %s)".formatted(LINES));
        change(
                taken,
                "review_step",
                "delete from review_step where draft_id in (select draft_id from draft_line where %s)"
                        .formatted(LINES));
        change(
                taken,
                "draft_line",
                "update draft_line set typed = '{}', returned = null, doubt = null, version = version + 1 where "
                        + LINES);
        change(taken, "correction", "update correction set typed = '{}', version = version + 1 where " + CORRECTIONS);
        change(
                taken,
                "organisation_merge_move",
                "delete from organisation_merge_move where kind = :kind and record_id = :id");
        if (kind.equals("agreement")) {
            change(taken, "import_file_part", """
                    delete from import_file_part where sha256 in (
                        select sha256 from import where id in (select import_id from import_row where record_id = :id and :kind = 'agreement'))
                    """);
            change(taken, "import_row", """
                    update import_row set cells = '[]', reason = null, about = null, key = null, title = null, signed_on = null, like_id = null,
                        record_id = null, content = null where record_id = :id and :kind = 'agreement'
                    """);
        }
        if (kind.equals("organisation")) {
            String merges = "select id from organisation_merge where :id in (from_id, into_id) and :kind <> ''";
            change(
                    taken,
                    "organisation_merge_move",
                    "delete from organisation_merge_move where merge_id in (%s)".formatted(merges));
            change(taken, "organisation_merge", "delete from organisation_merge where id in (%s)".formatted(merges));
            change(
                    taken,
                    "organisation_distinct",
                    "delete from organisation_distinct where :id in (one_id, other_id) and :kind <> ''");
            change(
                    taken,
                    "draft_name",
                    "update draft_name set organisation_id = null where organisation_id = :id and :kind <> ''");
        }
        if (kind.equals("source")) {
            change(
                    taken,
                    "import",
                    "update import set source_id = null, about = null where source_id = :id and :kind = 'source'");
        }
    }

    private void change(Map<String, Integer> taken, String table, String statement) {
        int changed =
                database.sql(statement).param("kind", kind).param("id", id).update();
        if (changed > 0) {
            taken.merge(table, changed, Integer::sum);
        }
    }

    /** The rest of a text stays where it is, so that what was found in it is still found there. */
    private void blackOut(Map<String, Integer> taken) {
        List<Excerpt> excerpts = database.sql("""
                        select text_id, start_at, end_at from draft_line where text_id is not null and %s order by id
                        """.formatted(LINES))
                .param("kind", kind)
                .param("id", id)
                .query(Excerpt.class)
                .list();
        for (Excerpt excerpt : excerpts) {
            String words = database.sql("select words from draft_text where id = :id")
                    .param("id", excerpt.textId)
                    .query(String.class)
                    .single();
            int end = Math.min(excerpt.endAt, words.length());
            int start = Math.min(excerpt.startAt, end);
            database.sql("update draft_text set words = :words where id = :id")
                    .param("words", words.substring(0, start) + "█".repeat(end - start) + words.substring(end))
                    .param("id", excerpt.textId)
                    .update();
            taken.merge("draft_text", 1, Integer::sum);
        }
    }
}
