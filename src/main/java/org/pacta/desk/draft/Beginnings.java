package org.pacta.desk.draft;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What a draft begins with: what is usual for the council, or the rows that a meeting has already. */
@Repository
class Beginnings {

    /** The columns of a table that are fields of a section under the same name. */
    private static final Map<Section, List<String>> COLUMNS = Map.of(
            Section.BASICS,
                    List.of("ordinal", "heldOn", "mode", "status", "kind", "venue", "summary", "localSummary", "note"),
            Section.FIGURE,
                    List.of(
                            "measure",
                            "series",
                            "comparator",
                            "value",
                            "measureAsPrinted",
                            "scope",
                            "asOf",
                            "relationFactor",
                            "relationOrdinal",
                            "standing",
                            "note"),
            Section.AGREEMENT,
                    List.of(
                            "kind",
                            "title",
                            "localTitle",
                            "kindAsPrinted",
                            "signedOn",
                            "status",
                            "counting",
                            "summary",
                            "note"),
            Section.PROJECT, List.of("title", "localTitle", "launchedOn", "status", "counting", "summary", "note"),
            Section.COMMITMENT,
                    List.of(
                            "statement",
                            "localStatement",
                            "due",
                            "comparator",
                            "quantity",
                            "unit",
                            "outcome",
                            "evidence"));

    private static final String NAMES = """
            (select string_agg(coalesce(as_printed, organisation.name, organisation.local_name), '; ' order by row.position)
            from %1$s row join organisation on organisation.id = organisation_id where row.%2$s_id = %2$s.id)""";

    private static final String AREAS = """
            (select string_agg(slug, ' ' order by slug) from %1$s_focus_area join focus_area on focus_area.id = focus_area_id
            where %1$s_id = %1$s.id)""";

    private final JdbcClient jdbc;

    Beginnings(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** A line to begin with; with the published record it stands for, where there is one. */
    record Row(
            Section section,
            Map<String, String> typed,
            @Nullable Long record,
            @Nullable Integer version) {}

    long council(String slug) {
        return jdbc.sql("select id from council where slug = :slug and withdrawn_on is null")
                .param("slug", slug)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("council", slug));
    }

    Optional<Long> meeting(long council, int ordinal) {
        return jdbc.sql(
                        "select id from meeting where council_id = :council and ordinal = :ordinal and withdrawn_on is null")
                .param("council", council)
                .param("ordinal", ordinal)
                .query(Long.class)
                .optional();
    }

    /** The council of a meeting that stands. */
    long councilOf(long meeting) {
        return jdbc.sql("select council_id from meeting where id = :id and withdrawn_on is null")
                .param("id", meeting)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("meeting", meeting));
    }

    /** The ordinal, or the next one, and the chairs of the last meeting with the offices they held then. */
    List<Row> ofCouncil(long council, @Nullable Integer ordinal) {
        List<Row> rows = new ArrayList<>();
        rows.add(jdbc.sql("""
                        select coalesce(max(ordinal), 0) + 1 as ordinal from (
                            select ordinal from meeting where council_id = :id and withdrawn_on is null
                            union all select ordinal from figure where council_id = :id and withdrawn_on is null
                        ) known
                        """)
                .param("id", council)
                .query((row, n) -> new Row(
                        Section.BASICS,
                        Map.of(
                                "ordinal",
                                ordinal == null ? row.getString("ordinal") : ordinal.toString(),
                                "status",
                                "held",
                                "kind",
                                "session"),
                        null,
                        null))
                .single());
        rows.addAll(chairs("""
                (select id from meeting where council_id = :id and withdrawn_on is null and status = 'held'
                order by held_sort desc nulls last, ordinal desc nulls last limit 1) and person_id is not null""", council, List.of("person", "side", "office", "localOffice", "role")));
        return rows;
    }

    /** The rows of a meeting, each with its version. */
    List<Row> ofMeeting(long meeting) {
        List<Row> rows = new ArrayList<>(rows(Section.BASICS, """
                select meeting.*, at.slug as place, host.slug as host from meeting
                left join place at on at.id = meeting.place_id left join place host on host.id = meeting.host_id
                where meeting.id = :id""", meeting, "place", "host"));
        rows.addAll(chairs(
                ":id", meeting, List.of("person", "side", "office", "localOffice", "role", "asPrinted", "note")));
        rows.addAll(sources(meeting));
        rows.addAll(rows(
                Section.FIGURE,
                "select * from figure where meeting_id = :id and withdrawn_on is null order by id",
                meeting));
        rows.addAll(rows(
                Section.AGREEMENT,
                "select agreement.*, " + NAMES.formatted("signatory", "agreement") + " as signatories, "
                        + AREAS.formatted("agreement")
                        + " as focus_areas from agreement where meeting_id = :id and withdrawn_on is null order by position, id",
                meeting,
                "signatories",
                "focusAreas"));
        rows.addAll(rows(
                Section.PROJECT,
                "select project.*, " + NAMES.formatted("participant", "project") + " as participants, "
                        + AREAS.formatted("project")
                        + " as focus_areas from project where meeting_id = :id and withdrawn_on is null order by position, id",
                meeting,
                "participants",
                "focusAreas"));
        rows.addAll(rows(Section.COMMITMENT, """
                select commitment.*, coalesce(name, local_name) as organisation from commitment
                left join organisation on organisation.id = organisation_id
                where meeting_id = :id and commitment.withdrawn_on is null order by commitment.id""", meeting, "organisation"));
        return rows;
    }

    private List<Row> chairs(String meeting, long id, List<String> fields) {
        return jdbc.sql("""
                        select coalesce(person.name, person.local_name) as person, side.slug as side, office, local_office, role.role, as_printed, role.note
                        from meeting_role role left join person on person.id = person_id left join place side on side.id = side_id
                        where meeting_id = %s order by position
                        """.formatted(meeting))
                .param("id", id)
                .query((row, n) -> new Row(Section.CHAIR, typed(row, fields), null, null))
                .list();
    }

    /** The sources that the meeting itself is cited from. */
    private List<Row> sources(long meeting) {
        return jdbc.sql("""
                        select source.* from source
                        where id in (select source_id from meeting_citation where meeting_id = :id) and withdrawn_on is null order by id
                        """)
                .param("id", meeting)
                .query((row, n) -> new Row(
                        Section.SOURCE,
                        typed(
                                row,
                                List.of(
                                        "title",
                                        "localTitle",
                                        "publisher",
                                        "url",
                                        "publishedOn",
                                        "language",
                                        "kind",
                                        "note")),
                        row.getLong("id"),
                        row.getInt("version")))
                .list();
    }

    private List<Row> rows(Section section, String sql, long meeting, String... extra) {
        List<String> fields = new ArrayList<>(Objects.requireNonNull(COLUMNS.get(section)));
        fields.addAll(List.of(extra));
        return jdbc.sql(sql)
                .param("id", meeting)
                .query((row, n) -> new Row(section, typed(row, fields), row.getLong("id"), row.getInt("version")))
                .list();
    }

    private static Map<String, String> typed(ResultSet row, List<String> fields) throws SQLException {
        Map<String, String> typed = new LinkedHashMap<>();
        for (String field : fields) {
            String value = row.getString(column(field));
            if (value != null) {
                typed.put(field, value);
            }
        }
        return typed;
    }

    private static String column(String field) {
        return field.replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
    }
}
