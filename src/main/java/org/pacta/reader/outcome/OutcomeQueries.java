package org.pacta.reader.outcome;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.WallClock;
import org.pacta.reader.outcome.OutcomesView.Question;
import org.pacta.reader.outcome.OutcomesView.Record;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads how far what was agreed has come. Every record that stands is counted once, at its own council, planned ones nowhere. */
@Repository
class OutcomeQueries {

    static final int PAGE_SIZE = 50;

    /** Each record with the year it is of: its own, or of the meeting or record that it is about. */
    private static final String FOLLOWED = """
            with followed as (
                select 'agreement' as kind, agreement.id, council_id, signed_on as day, signed_sort as day_sort, null as due,
                    case when exists (select from project_agreement link join project on project.id = link.project_id
                        where link.agreement_id = agreement.id and project.withdrawn_on is null) then 'with_project' else 'other' end as stage
                from agreement where withdrawn_on is null and status <> 'planned'
                union all
                select 'project', project.id, council_id, launched_on, launched_sort, null,
                    case when status in ('completed', 'stopped') or exists (select from commitment
                        where commitment.project_id = project.id and outcome <> 'not_published' and commitment.withdrawn_on is null)
                        then 'with_outcome' else 'other' end
                from project where withdrawn_on is null and status <> 'planned'
                union all
                select 'commitment', commitment.id,
                    coalesce(commitment.council_id, meeting.council_id, project.council_id, agreement.council_id),
                    coalesce(meeting.held_on, project.launched_on, agreement.signed_on),
                    coalesce(meeting.held_sort, project.launched_sort, agreement.signed_sort), due,
                    case when outcome in ('kept', 'kept_late') then 'kept' when outcome <> 'not_published' then 'not_kept'
                        when due_latest is null then 'silent' when due_latest < :today then 'overdue' else 'due' end
                from commitment
                left join project on project.id = commitment.project_id
                left join agreement on agreement.id = commitment.agreement_id
                left join meeting on meeting.id = coalesce(commitment.meeting_id, project.meeting_id, agreement.meeting_id)
                where commitment.withdrawn_on is null)
            """;

    private final JdbcClient jdbc;
    private final WallClock clock;

    /** Every row of the registry is read to count them. */
    private final Snapshots.Kept<String, List<Counted>> counted;

    OutcomeQueries(JdbcClient jdbc, WallClock clock, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.counted = snapshots.keep(1, Duration.ofMinutes(5));
    }

    /**
     * How many records of a council and a year have come how far.
     *
     * @param year 0 where they have no date
     * @param stage other where nothing is said of it
     */
    record Counted(@Nullable Long council, int year, String kind, String stage, long records) {}

    /** A council that records belong to. */
    record Council(
            long id, String slug, Name name, @Nullable Long parentId) {}

    List<Counted> counted() {
        return counted.get(
                clock.today().toString(),
                () -> jdbc.sql(FOLLOWED + """
                        select council_id as council, coalesce(extract(year from day_sort)::integer, 0) as year, kind, stage, count(*) as records
                        from followed group by 1, 2, 3, 4
                        """)
                        .param("today", clock.today())
                        .query((row, n) -> Columns.read(row, Counted.class))
                        .list());
    }

    List<Council> councils() {
        return jdbc.sql("select id, slug, name, local_name, parent_id from council where withdrawn_on is null")
                .query((row, n) -> Columns.read(row, Council.class))
                .list();
    }

    Optional<Council> council(String slug) {
        return councils().stream()
                .filter(council -> council.slug().equals(slug))
                .findFirst();
    }

    /** The records behind a number, the newest first. */
    Slice<Record> records(Question question, int page, int size) {
        long total = asked(
                        question, "select count(*) from followed left join council on council.id = followed.council_id")
                .query(Long.class)
                .single();
        List<Record> records = asked(
                        question,
                        """
                        select followed.*, council.slug as council_slug, council.name as council_name,
                            council.local_name as council_local_name, record.name, record.local_name, record.path
                        from followed
                        left join council on council.id = followed.council_id
                        left join record on record.kind = followed.kind and record.id = followed.id
                        """,
                        " order by day_sort desc nulls last, followed.id desc limit :size offset :offset")
                .param("size", size)
                .param("offset", (page - 1L) * size)
                .query(OutcomeQueries::record)
                .list();
        return new Slice<>(records, page, size, total);
    }

    private JdbcClient.StatementSpec asked(Question question, String select) {
        return asked(question, select, "");
    }

    private JdbcClient.StatementSpec asked(Question question, String select, String order) {
        return jdbc.sql(FOLLOWED + select + """

                         where followed.kind = :kind and (:whole or followed.stage = :stage)
                            and (cast(:council as text) is null or council.slug = :council)
                            and (cast(:year as integer) is null or coalesce(extract(year from day_sort)::integer, 0) = :year)
                        """ + order)
                .param("today", clock.today())
                .param("kind", question.stage().kind())
                .param("whole", question.stage().isWhole())
                .param("stage", question.stage().code())
                .param("council", question.council())
                .param("year", question.year());
    }

    private static Record record(ResultSet row, int n) throws SQLException {
        return new Record(
                row.getString("kind"),
                row.getLong("id"),
                Columns.name(row, ""),
                row.getString("path"),
                row.getString("council_slug"),
                Columns.name(row, "council_"),
                Columns.date(row, "day"),
                Columns.date(row, "due"),
                row.getString("stage"));
    }
}
