package org.pacta.desk.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.desk.draft.DraftQueries.Choice;
import org.pacta.desk.merging.Duplicates;
import org.pacta.desk.waiting.DeskView.Due;
import org.pacta.desk.waiting.DeskView.Ending;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.WallClock;
import org.pacta.reader.dashboard.CoverageQueries;
import org.pacta.reader.dashboard.CoverageView.Gap;
import org.pacta.registry.line.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Puts the first page of the desk together. */
@Repository
@Transactional(readOnly = true)
class DeskQueries {

    private static final int MONTHS = 3;

    /** Time enough to talk about a renewal. */
    private static final int MONTHS_TO_AN_END = 6;

    private static final String DUE = """
            from (select *%s <= :until) line
            left join record on record.kind = 'commitment' and record.id = line.id
            left join agreement on agreement.id = line.agreement_id
            left join project on project.id = line.project_id
            left join meeting on meeting.id = coalesce(line.meeting_id, agreement.meeting_id, project.meeting_id)
            where :council = '' or coalesce(line.council_id, meeting.council_id, agreement.council_id, project.council_id)
                = (select id from council where slug = :council)
            """.formatted(Statements.OPEN);

    /** Those that end, and those that renew themselves with the last day on which one can give notice. */
    private static final String ENDING = """
            from (
                select id, title, local_title, council_slug, council_name, council_local_name, ends, null as turn, null as notice, ends_by as due
                from agreement_line where ends_by is not null
                union all
                select id, title, local_title, council_slug, council_name, council_local_name, null, turn::text, notice::text, coalesce(notice, turn)
                from agreement_line line
                join lateral (select renewal, runs_for, notice_period from agreement where agreement.id = line.id) term on renewal = 'automatic'
                cross join lateral (select term_turn(ends_latest, runs_for, :today) as turn) next
                cross join lateral (select (turn - term_length(notice_period))::date as notice) early
                where ends_latest is not null and turn is not null
                    and status in ('signed', 'provisionally_applied', 'in_force', 'extended')
            ) ending where due <= :until and (:council = '' or council_slug = :council)
            """;

    private final JdbcClient jdbc;
    private final WallClock clock;
    private final WorkQueries work;
    private final DraftQueries drafts;
    private final CoverageQueries coverage;
    private final Duplicates duplicates;

    DeskQueries(
            JdbcClient jdbc,
            WallClock clock,
            WorkQueries work,
            DraftQueries drafts,
            CoverageQueries coverage,
            Duplicates duplicates) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.work = work;
        this.drafts = drafts;
        this.coverage = coverage;
        this.duplicates = duplicates;
    }

    /** What somebody sees of the desk; no such page where the list they ask for does not reach it. */
    DeskView show(DeskFilter filter, SignedIn person) {
        List<Choice> councils = drafts.councils();
        if (filter.council() != null
                && councils.stream().noneMatch(council -> council.slug().equals(filter.council()))) {
            throw new BadParameterException("council");
        }
        Map<DeskList, Slice<?>> lists = new EnumMap<>(DeskList.class);
        if (DeskList.work().anyMatch(filter::shows)) {
            lists.putAll(work.lists(filter, person));
        }
        if (filter.shows(DeskList.GAPS)) {
            lists.put(DeskList.GAPS, sliced(gaps(filter), filter));
        }
        if (filter.shows(DeskList.COMMITMENTS)) {
            lists.put(DeskList.COMMITMENTS, due(filter));
        }
        if (filter.shows(DeskList.ENDING)) {
            lists.put(DeskList.ENDING, ending(filter));
        }
        if (filter.shows(DeskList.STUBS)) {
            lists.put(DeskList.STUBS, duplicates.toComplete(filter.number(), filter.size()));
        }
        if (filter.shows(DeskList.PAIRS)) {
            lists.put(DeskList.PAIRS, sliced(duplicates.pairs(), filter));
        }
        lists.keySet().removeIf(list -> !filter.shows(list));
        if (filter.list() != null && (lists.isEmpty() || filter.number() > pages(lists, filter.list()))) {
            throw new NotFoundException("page", filter.number());
        }
        Integer pairs = filter.list() == null && filter.council() == null
                ? duplicates.count().orElse(null)
                : null;
        return new DeskView(filter, lists, pairs, councils, drafts.discarded(), clock.today());
    }

    private static long pages(Map<DeskList, Slice<?>> lists, DeskList list) {
        return Objects.requireNonNull(lists.get(list)).pages();
    }

    private static <T> Slice<T> sliced(List<T> all, DeskFilter filter) {
        return Slice.of(all, filter.number(), filter.size());
    }

    private List<Gap> gaps(DeskFilter filter) {
        return coverage.gaps().stream()
                .filter(gap -> filter.council() == null || gap.head().slug().equals(filter.council()))
                .toList();
    }

    private Slice<Ending> ending(DeskFilter filter) {
        long total = asked("select count(*) " + ENDING, filter, MONTHS_TO_AN_END)
                .param("today", clock.today())
                .query(Long.class)
                .single();
        List<Ending> rows = asked(
                        "select * " + ENDING + " order by due, id limit :size offset :from", filter, MONTHS_TO_AN_END)
                .param("today", clock.today())
                .param("size", filter.size())
                .param("from", (filter.number() - 1L) * filter.size())
                .query((row, n) -> Columns.read(row, Ending.class))
                .list();
        return new Slice<>(rows, filter.number(), filter.size(), total);
    }

    private Slice<Due> due(DeskFilter filter) {
        long total = asked("select count(*) " + DUE, filter, MONTHS)
                .query(Long.class)
                .single();
        List<Due> rows = asked(
                        """
                        select line.id, line.statement, line.local_statement, line.due, record.path, record.name as record_name,
                            record.local_name as record_local_name
                        """ + DUE + " order by line.due_latest, line.id limit :size offset :from", filter, MONTHS)
                .param("size", filter.size())
                .param("from", (filter.number() - 1L) * filter.size())
                .query(DeskQueries::due)
                .list();
        return new Slice<>(rows, filter.number(), filter.size(), total);
    }

    private JdbcClient.StatementSpec asked(String sql, DeskFilter filter, int months) {
        return jdbc.sql(sql)
                .param("until", clock.today().plusMonths(months))
                .param("council", filter.council() == null ? "" : filter.council());
    }

    private static Due due(ResultSet row, int n) throws SQLException {
        return new Due(
                row.getLong("id"),
                new Name(row.getString("statement"), row.getString("local_statement")),
                Objects.requireNonNull(Columns.date(row, "due")),
                row.getString("path"),
                Columns.name(row, "record_"));
    }
}
