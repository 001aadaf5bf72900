package org.pacta.registry.tally;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.CountingRule.State;
import org.pacta.rules.ledger.Measure;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the recorded rows behind a number, those that its rule leaves out included. */
@Component
public class RecordedRows {

    private static final int PAGE_SIZE = 100;

    private static final String ROWS = """
            with recursive family (id, counts) as (
                select %1$d::bigint, true
                union all
                select child.id, family.counts and child.counts_towards_parent
                from council child join family on child.parent_id = family.id where child.withdrawn_on is null
            ), recorded as (
                select agreement.id, 'agreement' as record, kind, title, local_title, council_id, meeting_id, signed_on as day,
                    edtf_sort(signed_on) as sort, status, %3$s as status_then, counting, founds_council_id is not null as founding, withdrawn_on
                from agreement
                union all
                select project.id, 'project', null, title, local_title, council_id, meeting_id, launched_on,
                    edtf_sort(launched_on), status, %4$s, counting, false, withdrawn_on
                from project
            ), own as (
                select recorded.*, meeting.ordinal, coalesce(extract(year from case
                        when meeting.ordinal is not null then edtf_sort(meeting.held_on)
                        when cast(:asOf as date) is null then recorded.sort
                        else coalesce(edtf_latest(recorded.day), recorded.sort) end), 0) as year, council.slug, council.name, council.local_name, family.id = %1$d as is_own, family.counts,
                    case when counting = 'in_count' then 'IN_COUNT' when founding then 'FOUNDING' when counting = 'outside' then 'OUTSIDE'
                        else 'NOT_STATED' end as stands
                from recorded
                join family on family.id = council_id
                join council on council.id = council_id
                left join meeting on meeting.id = meeting_id and meeting.council_id = recorded.council_id
                where recorded.withdrawn_on is null and recorded.status in (:ever) and %2$s
            ), rows as (
                select own.*, status_then in (:active) as active,
                    case when is_own or counts and stands in ('IN_COUNT', 'NOT_STATED') then stands else 'SUB_COUNCIL' end as standing
                from own
                where (cast(:ordinal as integer) is null or is_own and ordinal = :ordinal)
                    and (cast(:year as integer) is null or is_own and year = :year)
                    and (cast(:asOf as date) is null or edtf_latest(day) <= :asOf or coalesce(edtf_earliest(day) <= :asOf, true) and exists (
                        select from meeting later
                        where later.council_id = own.council_id and later.ordinal >= own.ordinal and later.status = 'held'
                            and later.withdrawn_on is null and edtf_latest(later.held_on) <= :asOf))
            )
            """;

    private static final String LISTED = """
            where cast(:standing as text) is null or standing = :standing
            order by array_position(array['IN_COUNT', 'NOT_STATED', 'OUTSIDE', 'FOUNDING', 'SUB_COUNCIL'], standing),
                sort desc nulls last, id
            """;

    private static final String FILE = """
            select id, title, local_title, kind, slug as council, name as council_name, local_name as council_local_name,
                ordinal as meeting, day, edtf_earliest(day)::text as day_earliest, edtf_latest(day)::text as day_latest,
                status, counting, lower(standing) as standing, active, standing in (:counting) and (:all or active) as counted,
                array(select distinct coalesce(url, '/sources/' || source.id) from (
                        select source_id from agreement_citation where record = 'agreement' and agreement_id = rows.id
                        union all
                        select source_id from project_citation where record = 'project' and project_id = rows.id) cited
                    join source on source.id = source_id and source.withdrawn_on is null order by 1) as sources,
                '/' || record || 's/' || id as address
            from rows
            """;

    private final EvidenceQueries evidence;

    RecordedRows(EvidenceQueries evidence) {
        this.evidence = evidence;
    }

    /**
     * Which rows, bound from the query string beside the counting rule.
     *
     * @param measure MOUs where the address names none
     * @param meeting ordinal of one meeting; null for all
     * @param year of their numbered meeting or else their own, those of bodies under the council apart; 0 for those without a day, null for all
     * @param standing of the rows to list; null for all
     * @param page the first where the address names none
     */
    public record Choice(
            Measure measure,
            @Nullable @Min(1) @Max(999) Integer meeting,
            @Nullable @Min(0) @Max(9999) Integer year,
            @Nullable Standing standing,
            @Min(1) @Max(100_000) Integer page) {

        public Choice {
            measure = Objects.requireNonNullElse(measure, Measure.MOUS);
            page = Objects.requireNonNullElse(page, 1);
        }

        /** Adds the choice to the address of a view, its page apart. */
        public Address on(Address address) {
            return address.with("measure", measure.code())
                    .with("meeting", meeting)
                    .with("year", year)
                    .with("standing", standing == null ? null : standing.code());
        }
    }

    /**
     * A recorded row.
     *
     * @param ordinal of its meeting in the series of its council
     * @param isActive whether it is in force or under way
     */
    public record Row(
            String path,
            Name title,
            @Nullable String kind,
            @Nullable PartialDate day,
            @Nullable Integer ordinal,
            String councilSlug,
            Name council,
            String status,
            Standing standing,
            boolean isActive) {}

    /**
     * Rows that stand alike to the count.
     *
     * @param rows how many
     * @param isCounted whether the rule counts them
     */
    public record Group(Standing standing, long rows, long active, boolean isCounted) {

        public String code() {
            return standing.code();
        }

        /** How many the rule counts. */
        public long counted(CountingRule rule) {
            return isCounted ? (rule.isActive() ? active : rows) : 0;
        }
    }

    /** The rows in groups, and one page of them. */
    public record Behind(List<Group> groups, Slice<Row> rows) {}

    /** Reads the rows of a measure, of one meeting or of all, perhaps of one standing alone. */
    public Behind behind(long council, Choice choice, CountingRule rule) {
        List<Group> groups = sql(
                        council,
                        choice,
                        rule,
                        "select standing, count(*) as rows, count(*) filter (where active) as active from rows group by standing")
                .query((row, n) -> group(
                        Standing.valueOf(row.getString("standing")), row.getLong("rows"), row.getLong("active"), rule))
                .list();
        long total = groups.stream()
                .filter(group -> choice.standing == null || group.standing() == choice.standing)
                .mapToLong(Group::rows)
                .sum();
        List<Row> rows = sql(council, choice, rule, "select * from rows " + LISTED + " limit :size offset :offset")
                .param("standing", choice.standing == null ? null : choice.standing.name())
                .param("size", PAGE_SIZE)
                .param("offset", (choice.page - 1L) * PAGE_SIZE)
                .query((row, n) -> new Row(
                        "/" + row.getString("record") + "s/" + row.getLong("id"),
                        Columns.title(row),
                        row.getString("kind"),
                        Columns.date(row, "day"),
                        Columns.number(row, "ordinal"),
                        row.getString("slug"),
                        Columns.name(row, ""),
                        row.getString("status"),
                        Standing.valueOf(row.getString("standing")),
                        row.getBoolean("active")))
                .list();
        List<Group> ordered = Stream.of(Standing.values())
                .flatMap(standing -> groups.stream().filter(group -> group.standing() == standing))
                .toList();
        return new Behind(ordered, new Slice<>(rows, choice.page, PAGE_SIZE, total));
    }

    /** The statement that reads all rows of a choice with the columns of a file, or only the columns. */
    public JdbcClient.StatementSpec whole(long council, Choice choice, CountingRule rule, boolean onlyColumns) {
        return sql(council, choice, rule, FILE + LISTED + (onlyColumns ? " limit 0" : ""))
                .param("standing", choice.standing == null ? null : choice.standing.name())
                .param(
                        "counting",
                        Stream.of(Standing.values())
                                .filter(standing -> standing.isCountedBy(rule))
                                .map(Standing::name)
                                .toList())
                .param("all", !rule.isActive());
    }

    private static Group group(Standing standing, long rows, long active, CountingRule rule) {
        return new Group(standing, rows, active, standing.isCountedBy(rule));
    }

    private JdbcClient.StatementSpec sql(long council, Choice choice, CountingRule rule, String select) {
        String which =
                switch (choice.measure) {
                    case MOUS -> "recorded.kind = 'mou'";
                    case AGREEMENTS -> "record = 'agreement'";
                    case PROJECTS -> "record = 'project'";
                };
        return evidence.sql(
                        rule,
                        ROWS.formatted(council, which, EvidenceQueries.AGREEMENT_THEN, EvidenceQueries.PROJECT_THEN)
                                + select)
                .params(Map.of("ever", State.EVER.statuses(), "active", State.ACTIVE.statuses()))
                .param("ordinal", choice.meeting)
                .param("year", choice.year)
                .param("activeOn", evidence.activeOn(rule))
                .param("asOf", rule.asOf());
    }
}
