package org.pacta.registry.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Head;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.rules.ledger.Evidence.OneSeries;
import org.pacta.rules.ledger.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/**
 * Reads what ledgers are drawn up from: four statements, however many councils there are. The same SQL reads the registry of an earlier
 * day, when {@link #asKnownOn} puts common table expressions over the audit tables before it, named like the tables they stand for.
 */
@Repository
class EvidenceQueries {

    /**
     * A council with the declaration of an editor that two words are one series.
     *
     * @param targets set for days to come, the next to fall due first
     */
    record Council(Head head, @Nullable OneSeries oneSeries, List<TargetLine> targets) {}

    /**
     * A session of a council that was held or, if it has a number, was to be.
     *
     * @param ordinal null for one without a number
     */
    record Met(
            long council,
            long id,
            @Nullable Integer ordinal,
            @Nullable PartialDate day,
            String status) {

        boolean isHeld() {
            return status.equals("held");
        }
    }

    /** Recorded rows of one sort. */
    record Rows(
            long council,
            @Nullable Integer ordinal,
            @Nullable LocalDate day,
            @Nullable String kind,
            String counting,
            boolean founding,
            CountingRule.Happened happened,
            long number) {}

    /** The status of a row of a table on the day {@code :activeOn}: the one last told by then, and an agreement whose own term is over has expired. */
    private static final String STATUS_THEN = """
            coalesce((
                select told.status from %1$s_statement told
                where told.%1$s_id = %1$s.id and not exists (
                    select from %1$s_statement until
                    where until.%1$s_id = told.%1$s_id and until.position <= told.position and edtf_sort(until.day) > :activeOn)
                order by told.position desc limit 1),
            case when %1$s.status = 'planned' or not exists (select from %1$s_statement told where told.%1$s_id = %1$s.id)
                then %1$s.status else '%2$s' end)
            """;

    /** SQL for the status of an agreement on the day {@code :activeOn}; of one that was in force then and whose own term was over, expired. */
    static final String AGREEMENT_THEN = """
            case when agreement.renewal is distinct from 'automatic' and term_latest(agreement.valid_until, agreement.runs_for,
                coalesce(agreement.in_force_from, agreement.signed_on)) < :activeOn then 'expired' else %s end
            """.formatted(STATUS_THEN.formatted("agreement", "signed"));

    /** SQL for the status of a project on the day {@code :activeOn}. */
    static final String PROJECT_THEN = STATUS_THEN.formatted("project", "launched");

    /** Agreements that count as active by their status, and are no more by their own term, to be taken off. */
    private static final String LAPSED = """
            select council_id, meeting_id, 'agreement', kind, status, counting, founds_council_id is not null, signed_sort, -count(*)
            from agreement
            where ends_latest < :activeOn and renewal is distinct from 'automatic' and withdrawn_on is null
            group by 1, 2, 3, 4, 5, 6, 7, 8
            """;

    private static final String ALL = "true";
    private static final String OF_FAMILY = """
            %s in (with recursive family (id) as (
                select unnest(array[%s]::bigint[]) union all select child.id from council child join family on child.parent_id = family.id)
            select id from family)""";

    private final JdbcClient jdbc;
    private final WallClock clock;

    EvidenceQueries(JdbcClient jdbc, WallClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** Every council, or some with all bodies under them. */
    List<Council> councils(@Nullable Collection<Long> only, CountingRule rule) {
        return sql(rule, """
                        select council.*, founding.id as founding_id, founding.kind as founding_kind, founding.at as founded_at,
                            aims.targets
                        from council
                        left join lateral (
                            select agreement.id, agreement.kind, coalesce(host.acronym, host.name, host.local_name) as at
                            from agreement
                            left join meeting on meeting.id = meeting_id and meeting.withdrawn_on is null
                            left join council host on host.id = meeting.council_id and host.id <> council.id
                            where founds_council_id = council.id and agreement.withdrawn_on is null order by agreement.id limit 1
                        ) founding on true
                        left join lateral (
                            select jsonb_agg(jsonb_build_object('id', target.id, 'meeting', target.meeting_id, 'measure', upper(measure),
                                'measureAsPrinted', measure_as_printed, 'comparator', comparator, 'value', value, 'countedFrom', counted_from,
                                'due', due, 'setOn', coalesce(set_on, meeting.held_on, cited.published_on), 'note', target.note,
                                'sources', coalesce(cited.sources, '[]')) order by edtf_latest(due), target.id) as targets
                            from target
                            left join meeting on meeting.id = target.meeting_id
                            left join lateral (
                                select (array_agg(published_on order by edtf_sort(published_on)))[1] as published_on,
                                    jsonb_agg(jsonb_build_object('id', source.id, 'title', source.title, 'localTitle', source.local_title,
                                    'publisher', source.publisher) order by citation.id) as sources
                                from target_citation citation join source on source.id = citation.source_id and source.withdrawn_on is null
                                where citation.target_id = target.id
                            ) cited on true
                            where target.council_id = council.id and target.withdrawn_on is null
                        ) aims on true
                        where council.withdrawn_on is null and %s
                        order by as_read(coalesce(council.name, council.local_name)) collate reader_en, council.id
                        """, only, "council.id")
                .query(EvidenceQueries::council)
                .list();
    }

    Optional<Long> council(String slug) {
        return jdbc.sql("select id from council where slug = :slug and withdrawn_on is null")
                .param("slug", slug)
                .query(Long.class)
                .optional();
    }

    List<Met> meetings(@Nullable Collection<Long> only, CountingRule rule) {
        return sql(rule, """
                        select id, council_id, ordinal, held_on, status from meeting
                        where (ordinal is not null or kind = 'session' and status = 'held')
                            and withdrawn_on is null and %s
                        order by ordinal, held_on, id
                        """, only, "council_id")
                .query((row, n) -> new Met(
                        row.getLong("council_id"),
                        row.getLong("id"),
                        Columns.number(row, "ordinal"),
                        Columns.date(row, "held_on"),
                        row.getString("status")))
                .list();
    }

    List<Figure> figures(@Nullable Collection<Long> only, CountingRule rule) {
        return sql(rule, """
                        select figure.*, meeting.council_id as meeting_council_id, meeting.ordinal as meeting_ordinal,
                            meeting.kind as meeting_kind,
                            coalesce(figure.as_of, meeting.held_on) as day, cited.sources, side.name as side_name,
                            side.local_name as side_local_name
                        from figure
                        left join meeting on meeting.id = figure.meeting_id
                        left join place side on side.id = figure.side_id
                        left join lateral (
                            select jsonb_agg(jsonb_build_object('id', source.id, 'title', source.title, 'localTitle', source.local_title,
                                'publisher', source.publisher) order by citation.id) as sources
                            from figure_citation citation join source on source.id = citation.source_id and source.withdrawn_on is null
                            where citation.figure_id = figure.id
                        ) cited on true
                        where figure.withdrawn_on is null and measure is not null and %s
                        order by figure.id
                        """, only, "figure.council_id")
                .query(EvidenceQueries::figure)
                .list();
    }

    List<Rows> rows(@Nullable Collection<Long> only, CountingRule rule) {
        return sql(rule, counted(rule) + """
                        select counted.council_id, ordinal, case when ordinal is null then day end as day,
                            case when counted.kind = 'mou' then 'mou' when counted.kind is not null then 'other' end as kind, counting, founding,
                            happened, sum(rows) as rows
                        from counted
                        left join meeting on meeting.id = counted.meeting_id and meeting.council_id = counted.council_id
                        where counted.rows <> 0 and counted.council_id is not null and counted.status in (:statuses) and happened <> 'NOT' and %s
                        group by 1, 2, 3, 4, 5, 6, 7 having sum(rows) > 0
                        """, only, "counted.council_id")
                .param("activeOn", activeOn(rule))
                .param("statuses", rule.state().statuses())
                .param("asOf", rule.asOf())
                .query((row, n) -> new Rows(
                        row.getLong("council_id"),
                        Columns.number(row, "ordinal"),
                        row.getObject("day", LocalDate.class),
                        row.getString("kind"),
                        row.getString("counting"),
                        row.getBoolean("founding"),
                        CountingRule.Happened.valueOf(row.getString("happened")),
                        row.getLong("rows")))
                .list();
    }

    /** The day on which what counts as active has to be so. */
    LocalDate activeOn(CountingRule rule) {
        return rule.activeOn(clock.today());
    }

    /** Recorded rows as they are counted now, or for another time counted anew: with a day to sign by, a date is an interval. */
    private static String counted(CountingRule rule) {
        if (!rule.isOfATime()) {
            return "with recursive counted as (select *, 'SURELY' as happened from (select * from recorded_count%s) now)"
                    .formatted(rule.isActive() ? " union all " + LAPSED : "");
        }
        String rows = """
                select council_id, meeting_id, %1$s as kind, %6$s as status, counting, %2$s as founding, %3$s as day,
                    case when cast(:asOf as date) is null or edtf_latest(%4$s) <= :asOf then 'SURELY'
                        when edtf_earliest(%4$s) > :asOf then 'NOT' else 'PERHAPS' end as happened, count(*) as rows
                from %5$s where withdrawn_on is null group by 1, 2, 3, 4, 5, 6, 7, 8
                """;
        String day = rule.asOf() == null ? "edtf_sort(%1$s)" : "coalesce(edtf_latest(%1$s), edtf_sort(%1$s))";
        return "with recursive counted as ("
                + rows.formatted(
                        "kind",
                        "founds_council_id is not null",
                        day.formatted("signed_on"),
                        "signed_on",
                        "agreement",
                        rule.isActive() ? AGREEMENT_THEN : "status")
                + " union all "
                + rows.formatted(
                        "null::text",
                        "false",
                        day.formatted("launched_on"),
                        "launched_on",
                        "project",
                        rule.isActive() ? PROJECT_THEN : "status")
                + ")";
    }

    private JdbcClient.StatementSpec sql(
            CountingRule rule, String sql, @Nullable Collection<Long> only, String council) {
        return sql(rule, sql.formatted(only == null ? ALL : OF_FAMILY.formatted(council, numbers(only))));
    }

    private static String numbers(Collection<Long> councils) {
        return councils.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    /** The councils in their order, each with the one that it stands under in the end, which is itself for most. */
    Map<Long, Long> families() {
        Map<Long, Long> families = new LinkedHashMap<>();
        jdbc.sql("""
                        with recursive family (id, head) as (
                            select id, id from council where parent_id is null
                            union all select child.id, head from council child join family on child.parent_id = family.id
                        )
                        select id, head from family join council using (id) where withdrawn_on is null
                        order by as_read(coalesce(name, local_name)) collate reader_en, id
                        """).query(row -> {
            families.put(row.getLong("id"), row.getLong("head"));
        });
        return families;
    }

    /** A statement on the registry as it is, or as it was; one with a recursive query of its own begins with that. */
    JdbcClient.StatementSpec sql(CountingRule rule, String sql) {
        if (rule.knownOn() == null) {
            return jdbc.sql(sql);
        }
        String own = "with recursive ";
        String text = sql.startsWith(own) ? asKnownOn() + ", " + sql.substring(own.length()) : asKnownOn() + sql;
        return jdbc.sql(text).param("revision", revision(rule.knownOn()));
    }

    /** The last revision made before the end of a day, 0 when there was none. */
    private long revision(LocalDate day) {
        return jdbc.sql("select coalesce(max(id), 0) from revision where made_at < :end")
                .param("end", clock.endOf(day).atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    private static String asKnownOn() {
        String then = "%1$s as (select *%2$s from %1$s_aud"
                + " where rev <= :revision and (revend is null or revend > :revision) and revtype <> 2)";
        return String.join(
                ", ",
                "with recursive " + then.formatted("council", ""),
                then.formatted("meeting", ", edtf_sort(held_on) as held_sort"),
                then.formatted("figure", ""),
                then.formatted("figure_citation", ""),
                then.formatted("target", ""),
                then.formatted("target_citation", ""),
                then.formatted("source", ""),
                then.formatted("agreement", ""),
                then.formatted("agreement_statement", ""),
                then.formatted("project", ""),
                then.formatted("project_statement", ""),
                then.formatted("agreement_citation", ""),
                then.formatted("project_citation", ""));
    }

    private static Council council(ResultSet row, int n) throws SQLException {
        Head head = new Head(
                row.getLong("id"),
                row.getString("slug"),
                Columns.name(row, ""),
                row.getString("acronym"),
                Columns.id(row, "parent_id"),
                row.getBoolean("counts_towards_parent"),
                Columns.id(row, "founding_id"),
                row.getString("founding_kind"),
                row.getString("founded_at"),
                row.getString("series_reason"));
        Optional<String> word = Optional.ofNullable(row.getString("series_word"));
        String measure = row.getString("series_measure");
        String reason = row.getString("series_reason");
        return new Council(
                head,
                word.map(other -> new OneSeries(Measure.of(other), Measure.of(measure), reason))
                        .orElse(null),
                Columns.list(row, "targets", TargetLine.class));
    }

    private static Figure figure(ResultSet row, int n) throws SQLException {
        long council = row.getLong("council_id");
        boolean isOwn = Long.valueOf(council).equals(Columns.id(row, "meeting_council_id"));
        PartialDate day = Columns.date(row, "day");
        String setAside = row.getString("set_aside_reason");
        String standing = row.getObject("side_id") == null ? row.getString("standing") : "one_sided";
        return new Figure(
                row.getLong("id"),
                council,
                isOwn ? Columns.number(row, "meeting_ordinal") : Columns.number(row, "ordinal"),
                Columns.number(row, "through_ordinal"),
                row.getString("series"),
                Measure.of(row.getString("measure")),
                row.getString("measure_as_printed"),
                row.getString("scope"),
                Columns.number(row, "value"),
                row.getString("value_as_printed"),
                row.getBigDecimal("relation_factor"),
                Columns.number(row, "relation_ordinal"),
                row.getString("comparator"),
                day,
                setAside == null ? standing : "set_aside",
                Columns.name(row, "side_"),
                setAside,
                row.getBoolean("preferred"),
                Columns.id(row, "part_of_id"),
                isOwn && Columns.number(row, "meeting_ordinal") == null ? row.getString("meeting_kind") : null,
                Columns.list(row, "sources", Source.class));
    }
}
