package org.pacta.registry.council;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Citations;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.NameOrder;
import org.pacta.reference.indicator.IndicatorLines;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.chart.StepCharts;
import org.pacta.registry.line.InTime;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.record.CouncilStates;
import org.pacta.registry.record.CouncilStates.Seen;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerViews;
import org.pacta.rules.ledger.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class CouncilQueries {

    /** Of its meetings, chairs and announced numbers a page shows this many unless it is asked for all. */
    static final int IN_SIGHT = 30;

    private static final int NEWEST = 5;

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Statements statements;
    private final IndicatorLines indicators;
    private final Citations citations;
    private final Absences absences;
    private final LedgerViews ledgers;
    private final StepCharts charts;
    private final CouncilCards cards;
    private final CouncilStates states;

    /** The organisations that appear most are counted over every row of a council. */
    private final Snapshots.Kept<Long, List<CouncilView.Met>> met;

    CouncilQueries(
            JdbcClient jdbc,
            Lines lines,
            Statements statements,
            IndicatorLines indicators,
            Citations citations,
            Absences absences,
            LedgerViews ledgers,
            StepCharts charts,
            CouncilCards cards,
            CouncilStates states,
            Snapshots snapshots) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.statements = statements;
        this.indicators = indicators;
        this.citations = citations;
        this.absences = absences;
        this.ledgers = ledgers;
        this.charts = charts;
        this.cards = cards;
        this.states = states;
        this.met = snapshots.keep(500, Duration.ofHours(1));
    }

    List<CouncilCard> all() {
        return cards.all();
    }

    CouncilView get(String slug, CountingRule rule, boolean all) {
        CouncilView.Head head = head(slug);
        long id = head.id();
        LedgerView ledger = ledgers.of(id, rule).orElse(null);
        int most = all ? Integer.MAX_VALUE : IN_SIGHT;
        Seen seen = states.now();
        return new CouncilView(
                head,
                rule,
                ledger == null ? null : ledger.latest(most),
                ledger == null ? List.of() : charts(ledger, most),
                names(id),
                sides(id),
                pillars(id),
                children(id),
                lines.founding(id).orElse(null),
                chairs(id, rule.asOf(), most),
                standing(id),
                meetings(id, rule.asOf(), most),
                met.get(id, seen.snapshot(), List.of(seen.of(List.of(id)), seen.organisations()), () -> met(id)),
                lines.newestOfCouncil(Line.Kind.AGREEMENT, id, rule.asOf(), NEWEST),
                lines.newestOfCouncil(Line.Kind.PROJECT, id, rule.asOf(), NEWEST),
                statements.figuresOfCouncil(id, rule.asOf(), most),
                statements.commitments("council", id, rule.asOf()),
                indicators.of("council", id, rule.asOf()),
                citations.of("council", id),
                all);
    }

    /** The chart of one measure, drawn from the ledger. */
    Chart chart(String slug, Measure measure, CountingRule rule) {
        return ledgers.of(head(slug).id(), rule)
                .map(view -> charts.of(List.of(view.ledger()), measure, "steps"))
                .orElseThrow(() -> absences.of("council", slug));
    }

    private List<CouncilView.Drawn> charts(LedgerView view, int most) {
        return view.ledger().tallies().stream()
                .filter(tally -> tally.isAnnounced() && tally.total().isKnown())
                .map(tally -> new CouncilView.Drawn(
                        tally.measure(),
                        charts.of(List.of(view.ledger()), tally.measure(), "steps", day -> true, most)))
                .toList();
    }

    private CouncilView.Head head(String slug) {
        return jdbc.sql("""
                        select council.*, parent.slug as parent_slug, parent.name as parent_name, parent.local_name as parent_local_name
                        from council left join council parent on parent.id = council.parent_id
                        where council.slug = :slug and council.withdrawn_on is null
                        """)
                .param("slug", slug)
                .query((row, n) -> Columns.read(row, CouncilView.Head.class))
                .optional()
                .orElseThrow(() -> absences.of("council", slug));
    }

    private List<CouncilView.OtherName> names(long council) {
        return jdbc.sql("select name, kind from council_name where council_id = :id order by kind, id")
                .param("id", council)
                .query(CouncilView.OtherName.class)
                .list();
    }

    private List<CouncilView.Side> sides(long council) {
        return jdbc.sql("""
                        select slug, name, local_name from council_side join place on place.id = place_id
                        where council_id = :id order by position
                        """)
                .param("id", council)
                .query((row, n) -> Columns.read(row, CouncilView.Side.class))
                .list();
    }

    private List<CouncilView.Pillar> pillars(long council) {
        return jdbc.sql(NameOrder.in("""
                        select name, local_name, (
                            select jsonb_agg(jsonb_build_object('slug', slug, 'name', jsonb_build_object(
                                'text', focus_area.name, 'local', focus_area.local_name)) order by {focus_area.name})
                            from pillar_focus_area join focus_area on focus_area.id = focus_area_id
                            where pillar_id = pillar.id) as focus_areas
                        from pillar where council_id = :id order by position
                        """))
                .param("id", council)
                .query((row, n) -> Columns.read(row, CouncilView.Pillar.class))
                .list();
    }

    private List<CouncilView.Child> children(long council) {
        return jdbc.sql(NameOrder.in("""
                        select slug, name, local_name, kind, counts_towards_parent from council
                        where parent_id = :id and withdrawn_on is null order by {name}
                        """))
                .param("id", council)
                .query((row, n) -> Columns.read(row, CouncilView.Child.class))
                .list();
    }

    private List<CouncilView.Chair> chairs(long council, @Nullable LocalDate until, int most) {
        return jdbc.sql("""
                        select role, person_id, person.name as person_name, person.local_name as person_local_name,
                            case when person_id is null then as_printed end as as_printed, side.name as side_name, side.local_name as side_local_name,
                            (array_agg(office order by held_sort desc nulls last))[1] as office,
                            (array_agg(local_office order by held_sort desc nulls last))[1] as local_office,
                            (array_agg(held_on order by held_sort nulls last))[1] as first,
                            (array_agg(held_on order by held_sort desc nulls last))[1] as last,
                            jsonb_agg(distinct ordinal order by ordinal) filter (where ordinal is not null) as ordinals, count(distinct meeting.id) as meetings
                        from meeting_role
                        join meeting on meeting.id = meeting_id and meeting.withdrawn_on is null and status = 'held'
                            and %s
                        left join person on person.id = person_id
                        left join place side on side.id = side_id
                        where council_id = :id and role in ('co_chair', 'vice_co_chair')
                        group by role, person_id, person.name, person.local_name, case when person_id is null then as_printed end, side.id
                        order by role, max(held_sort) desc nulls last, side.id limit :most
                        """.formatted(InTime.condition("held_on", "meeting")))
                .param("id", council)
                .param("until", until)
                .param("most", most)
                .query((row, n) -> Columns.read(row, CouncilView.Chair.class))
                .list();
    }

    private List<CouncilView.Standing> standing(long council) {
        return jdbc.sql("""
                        select role.role, person_id, organisation_id, office, term,
                            coalesce(person.name, organisation.name) as holder_name,
                            coalesce(person.local_name, organisation.local_name) as holder_local_name,
                            side.name as side_name, side.local_name as side_local_name
                        from council_role role
                        left join person on person.id = person_id
                        left join organisation on organisation.id = organisation_id
                        left join place side on side.id = side_id
                        where council_id = :id order by role.position
                        """)
                .param("id", council)
                .query((row, n) -> Columns.read(row, CouncilView.Standing.class))
                .list();
    }

    private List<MeetingLine> meetings(long council, @Nullable LocalDate until, int most) {
        return jdbc.sql("""
                        select * from meeting_line
                        where council_id = :id and %s
                        order by day_sort desc nulls last, id desc limit :most
                        """.formatted(InTime.condition("day", "meeting_line")))
                .param("id", council)
                .param("until", until)
                .param("most", most)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .list();
    }

    private List<CouncilView.Met> met(long council) {
        return jdbc.sql(NameOrder.in("""
                        select organisation.id, name, local_name, count(*) as appearances
                        from participation join organisation on organisation.id = organisation_id
                        where council_id = :id and organisation.withdrawn_on is null
                        group by organisation.id order by count(*) desc, {name} limit :limit
                        """))
                .param("id", council)
                .param("limit", NEWEST)
                .query((row, n) -> Columns.read(row, CouncilView.Met.class))
                .list();
    }
}
