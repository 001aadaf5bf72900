package org.pacta.registry.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.FormFields;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Citations;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Facet;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.reference.indicator.IndicatorLines;
import org.pacta.registry.line.Line.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads agreements and projects as lines. */
@Component
public class Lines {

    private final JdbcClient jdbc;
    private final Statements statements;
    private final IndicatorLines indicators;
    private final Citations citations;
    private final Absences absences;

    Lines(JdbcClient jdbc, Statements statements, IndicatorLines indicators, Citations citations, Absences absences) {
        this.jdbc = jdbc;
        this.statements = statements;
        this.indicators = indicators;
        this.citations = citations;
        this.absences = absences;
    }

    /**
     * Everything on one agreement or project.
     *
     * @param form of the kind, which says what details it has
     */
    public LineDetail get(Kind kind, Class<? extends Form> form, long id) {
        String table = kind.code();
        List<FormField> details = FormFields.details(form);
        Line line = some(kind, "id = :key", id, "id").stream().findFirst().orElseThrow(() -> absences.of(table, id));
        return jdbc.sql("""
                        select translated, summary, local_summary, summary_translated, note%3$s, (
                            select json_agg(json_build_object('party', number, 'slug', slug, 'name', name, 'localName', local_name)
                                order by number, place.id)
                            from (select id, row_number() over (order by position) - 1 as number from %2$s where %1$s_id = :id) party
                            join %2$s_side on %2$s_id = party.id
                            join place on place.id = place_id
                        ) as sides, (
                            select json_agg(json_build_object('status', statement.status, 'day', day, 'source', source.id, 'title', source.title,
                                'localTitle', source.local_title, 'reason', reason) order by position)
                            from %1$s_statement statement left join source on source.id = source_id and source.withdrawn_on is null
                            where %1$s_id = :id
                        ) as told
                        from %1$s where id = :id
                        """.formatted(
                        table,
                        kind.party(),
                        details.stream().map(field -> ", " + field.column()).collect(Collectors.joining())))
                .param("id", id)
                .query((row, n) -> new LineDetail(
                        line,
                        row.getString("translated"),
                        Columns.list(row, "sides", LineDetail.Side.class),
                        new Name(row.getString("summary"), row.getString("local_summary")),
                        row.getString("summary_translated"),
                        row.getString("note"),
                        details(details, row),
                        Columns.list(row, "told", LineDetail.Told.class),
                        focusAreas(table, id),
                        statements.commitments(table, id),
                        indicators.of(table, id),
                        citations.of(table, id)))
                .single();
    }

    /** Those of a meeting, as its sources number them. */
    public List<Line> ofMeeting(Kind kind, long meeting) {
        return some(kind, "meeting_id = :key", meeting, "counting <> 'in_count', position nulls last, id");
    }

    /**
     * The newest of a council.
     *
     * @param until the day that they surely are of or before; null for all
     */
    public List<Line> newestOfCouncil(Kind kind, long council, @Nullable LocalDate until, int limit) {
        String inTime = InTime.condition("day", kind.code() + "_line", "meeting_ordinal")
                .replace(":until", until == null ? "null" : "'%s'".formatted(until));
        return some(
                kind,
                "council_id = :key and " + inTime,
                council,
                "day_sort desc nulls last, position nulls last, id desc limit " + limit);
    }

    /** The agreement that founded a council. */
    public Optional<Line> founding(long council) {
        return some(
                        Kind.AGREEMENT,
                        "id in (select id from agreement where founds_council_id = :key)",
                        council,
                        "day_sort, id limit 1")
                .stream()
                .findFirst();
    }

    /** The agreements of a council whose last day is past or comes by a day, and that no source tells the end of; those that renew themselves apart. */
    public List<Line> ending(long council, LocalDate until) {
        return some(
                Kind.AGREEMENT,
                "ends_latest <= date '%s' and ends_by is not null and council_id = :key".formatted(until),
                council,
                "ends_by, id");
    }

    /**
     * How many agreements end.
     *
     * @param past whose last day is past, though no source tells of an end or an extension
     * @param soon whose last day is still to come by some day
     */
    public record Ending(long past, long soon) {

        /** Whether there is none. */
        public boolean isNone() {
            return past + soon == 0;
        }
    }

    /** How many agreements end by a day. */
    public Ending ending(LocalDate today, LocalDate until) {
        return jdbc.sql("""
                        select count(*) filter (where ends_by < :today) as past, count(*) filter (where ends_by >= :today) as soon
                        from agreement_line where ends_latest <= :until
                        """)
                .param("today", today)
                .param("until", until)
                .query((row, n) -> new Ending(row.getLong("past"), row.getLong("soon")))
                .single();
    }

    /** The projects that follow from an agreement. */
    public List<Line> projectsFrom(long agreement) {
        return some(
                Kind.PROJECT,
                "id in (select project_id from project_agreement where agreement_id = :key)",
                agreement,
                "id");
    }

    /** The agreements a project follows from. */
    public List<Line> agreementsBehind(long project) {
        return some(
                Kind.AGREEMENT,
                "id in (select agreement_id from project_agreement where project_id = :key)",
                project,
                "id");
    }

    /** The list of all agreements or projects, to be narrowed. */
    public Listing<Line> listing(Kind kind, Facet... own) {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("date", "day_sort %1$s");
        orders.put("title", "{title} %1$s");
        orders.put("council", "{council_name} %1$s");
        String table = kind.code();
        List<Facet> facets = new ArrayList<>(List.of(
                Facet.council(),
                Facet.place("""
                        council_id in (
                            select council_id from council_side join place_within using (place_id) where ancestor_slug in (:place))
                        or (select true from %2$s party join %2$s_side side on side.%2$s_id = party.id
                            join place_within on place_within.place_id = side.place_id
                            where party.%1$s_id = %1$s_line.id and ancestor_slug in (:place) limit 1)""".formatted(table, kind.party())),
                Facet.focus("""
                        id in (select %1$s_id from %1$s_focus_area join focus_area on focus_area.id = focus_area_id
                            where slug in (:focus))""".formatted(table)),
                Facet.organisation("id in (select %s_id from %s where organisation_id in (:organisation))"
                        .formatted(table, kind.party()))));
        facets.addAll(List.of(own));
        facets.add(Facet.words("parties", "parties in (:parties)", "all_published", "some_published", "not_published"));
        return new Listing<>(jdbc, kind.path(), table + "_line", (row, n) -> Line.of(kind, row), facets, true, orders);
    }

    private static List<LineDetail.Detail> details(List<FormField> fields, ResultSet row) throws SQLException {
        List<LineDetail.Detail> details = new ArrayList<>();
        for (FormField field : fields) {
            String text = row.getString(field.column());
            if (text != null) {
                details.add(new LineDetail.Detail(field.name(), text));
            }
        }
        return details;
    }

    private List<LineDetail.FocusArea> focusAreas(String table, long id) {
        return jdbc.sql(NameOrder.in("""
                        select slug, name, local_name from focus_area join %1$s_focus_area on focus_area_id = id
                        where %1$s_id = :id order by {name}
                        """).formatted(table))
                .param("id", id)
                .query((row, n) -> new LineDetail.FocusArea(row.getString("slug"), Columns.name(row, "")))
                .list();
    }

    private List<Line> some(Kind kind, String condition, Object key, String order) {
        return jdbc.sql("select * from %s_line where %s order by %s".formatted(kind.code(), condition, order))
                .param("key", key)
                .query((row, n) -> Line.of(kind, row))
                .list();
    }
}
