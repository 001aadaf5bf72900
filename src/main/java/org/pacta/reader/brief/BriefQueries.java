package org.pacta.reader.brief;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.chart.StepCharts;
import org.pacta.registry.line.InTime;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerViews;
import org.pacta.registry.telling.LedgerWording.Said;
import org.pacta.registry.telling.LedgerWording.Tone;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class BriefQueries {

    /** Until the meeting after the next, for most councils. */
    private static final int MONTHS_TO_AN_END = 12;

    private final JdbcClient jdbc;
    private final Lines lines;
    private final LedgerViews ledgers;
    private final StepCharts charts;
    private final Absences absences;
    private final WallClock clock;

    BriefQueries(
            JdbcClient jdbc, Lines lines, LedgerViews ledgers, StepCharts charts, Absences absences, WallClock clock) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.ledgers = ledgers;
        this.charts = charts;
        this.absences = absences;
        this.clock = clock;
    }

    /** The brief of a council, or of one of its meetings. */
    BriefView get(String slug, @Nullable Integer ordinal, CountingRule rule, BriefView.Room room) {
        return find(slug, ordinal, rule, room).orElseThrow(() -> absences.of("council", slug));
    }

    /** The council as it is now. */
    CouncilLedger.Head council(String slug) {
        return ledgers.of(slug, CountingRule.PLAIN)
                .map(view -> view.ledger().council())
                .orElseThrow(() -> absences.of("council", slug));
    }

    /** The same, and nothing for an evening on which the registry did not hold the council. */
    Optional<BriefView> find(String slug, @Nullable Integer ordinal, CountingRule rule, BriefView.Room room) {
        return ledgers.of(slug, rule).map(ledger -> brief(ledger, ordinal, rule, room));
    }

    private BriefView brief(LedgerView ledger, @Nullable Integer ordinal, CountingRule rule, BriefView.Room room) {
        long council = ledger.ledger().council().id();
        MeetingLine meeting = meeting(council, ordinal, rule).orElse(null);
        if (meeting == null && ordinal != null) {
            throw new NotFoundException("meeting", ordinal);
        }
        Long id = meeting == null ? null : meeting.id();
        return new BriefView(
                ledger.latest(room.meetings()),
                charts.plots(ledger.ledger()),
                meeting,
                ordinal != null,
                clock.today(),
                id == null ? List.of() : lines.ofMeeting(Line.Kind.AGREEMENT, id),
                id == null ? List.of() : lines.ofMeeting(Line.Kind.PROJECT, id),
                commitments(council, ordinal, "due_latest < :today"),
                commitments(council, ordinal, "(due_latest is null or due_latest >= :today)"),
                ordinal == null ? lines.ending(council, clock.today().plusMonths(MONTHS_TO_AN_END)) : List.of(),
                ordinal == null ? silent(council, room.silent()) : List.of(),
                id == null ? List.of() : partners(council, id),
                open(ledger, ordinal));
    }

    private Optional<MeetingLine> meeting(long council, @Nullable Integer ordinal, CountingRule rule) {
        return jdbc.sql("""
                        select * from meeting_line
                        where council_id = :council and status = 'held' and (cast(:ordinal as integer) is null or ordinal = :ordinal)
                            and %s
                        order by day_sort desc nulls last, ordinal desc nulls last limit 1
                        """.formatted(InTime.condition("day", "meeting_line")))
                .param("council", council)
                .param("ordinal", ordinal)
                .param("until", rule.asOf())
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .optional();
    }

    /** What was promised at the meetings of the council, or about it and its outcomes, and has no outcome yet. */
    private List<Statements.Commitment> commitments(long council, @Nullable Integer ordinal, String when) {
        return jdbc.sql("""
                        select line.* from commitment_line line
                        left join agreement on agreement.id = line.agreement_id
                        left join project on project.id = line.project_id
                        left join meeting on meeting.id = coalesce(line.meeting_id, agreement.meeting_id, project.meeting_id)
                        where :council in (line.council_id, meeting.council_id, agreement.council_id, project.council_id)
                            and (cast(:ordinal as integer) is null or meeting.ordinal = :ordinal and meeting.council_id = :council)
                            and line.outcome = 'not_published' and %s
                        order by line.due_latest nulls last, line.id
                        """.formatted(when))
                .param("council", council)
                .param("ordinal", ordinal)
                .param("today", clock.today())
                .query((row, n) -> Columns.read(row, Statements.Commitment.class))
                .list();
    }

    /** Outcomes of meetings before the last that are under way, and that no source dated after their own meeting cites. */
    private List<BriefView.Silent> silent(long council, int longest) {
        return jdbc.sql("""
                        with last as (
                            select max(ordinal) as ordinal from meeting where council_id = :council and status = 'held' and withdrawn_on is null
                        ), outcome as (
                            select 'agreement' as kind, id, title, local_title, meeting_id from agreement
                            where council_id = :council and withdrawn_on is null
                                and status in ('signed', 'provisionally_applied', 'in_force', 'extended')
                                and (ends_latest >= :today or renewal = 'automatic' or ends_latest is null)
                            union all
                            select 'project', id, title, local_title, meeting_id from project
                            where council_id = :council and withdrawn_on is null and status = 'launched'
                        )
                        select outcome.*, meeting.ordinal, count(*) over () as in_all from outcome
                        join meeting on meeting.id = meeting_id and meeting.council_id = :council
                        where meeting.ordinal < (select ordinal from last) and not exists (
                            select from citation join source on source.id = source_id and source.withdrawn_on is null
                            where citation.kind = outcome.kind and citation.record_id = outcome.id
                                and edtf_sort(source.published_on) > meeting.held_latest + 30)
                        order by meeting.ordinal desc, outcome.kind, outcome.id limit :longest
                        """)
                .param("council", council)
                .param("today", clock.today())
                .param("longest", longest)
                .query((row, n) -> new BriefView.Silent(
                        "/" + row.getString("kind") + "s/" + row.getLong("id"),
                        Columns.title(row),
                        row.getInt("ordinal"),
                        row.getLong("in_all")))
                .list();
    }

    /** Organisations in the outcomes of a meeting that are in no earlier outcome of the council. */
    private List<BriefView.Partner> partners(long council, long meeting) {
        return jdbc.sql(NameOrder.in("""
                        select id, name, local_name from organisation where withdrawn_on is null and id in (
                            select organisation_id from participation part
                            where meeting_id = :meeting and not exists (
                                select from participation earlier
                                where earlier.organisation_id = part.organisation_id and earlier.council_id = :council
                                    and earlier.day_sort < part.day_sort))
                        order by {name}
                        """))
                .param("council", council)
                .param("meeting", meeting)
                .query((row, n) -> new BriefView.Partner(row.getLong("id"), Columns.name(row, "")))
                .list();
    }

    /** Doubts first, and what is open at the latest meetings. */
    private static List<Said> open(LedgerView ledger, @Nullable Integer ordinal) {
        return ledger.findings().stream()
                .sorted(Comparator.comparing(
                                (LedgerView.Found found) -> found.said().tone())
                        .thenComparing(LedgerView.Found::ordinal)
                        .reversed())
                .filter(found -> ordinal == null || found.ordinal() == ordinal)
                .map(LedgerView.Found::said)
                .filter(said -> said.tone() != Tone.AGREES)
                .toList();
    }
}
