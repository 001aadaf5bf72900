package org.pacta.desk.draft;

import java.sql.Types;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.FormSql;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.record.RecordForms;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.JsonNode;

/** What a draft begins with: what is usual for the council, or the rows that a meeting has already; and what it goes on from once taken back. */
@Repository
class Beginnings {

    private final JdbcClient jdbc;
    private final RecordForms records;
    private final LineTexts texts;

    Beginnings(JdbcClient jdbc, RecordForms records, LineTexts texts) {
        this.jdbc = jdbc;
        this.records = records;
        this.texts = texts;
    }

    /** A line to begin with; with the published record it stands for, where there is one. */
    record Row(
            Section section,
            Map<String, String> typed,
            @Nullable Long record,
            @Nullable Integer version) {}

    private record Recorded(long id, int version, JsonNode form) {}

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

    /** The ordinal, or the next one, and the chairs of the last meeting with the offices they held then; those of the council where it has held none. */
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
        List<Recorded> last = recorded(RecordKind.MEETING, """
                id in (select id from meeting where council_id = :id and withdrawn_on is null and status = 'held'
                order by held_sort desc nulls last, ordinal desc nulls last limit 1)""", council);
        (last.isEmpty() ? recorded(RecordKind.COUNCIL, "id = :id", council) : last)
                .forEach(recorded -> chairs(recorded)
                        .filter(role -> role.path("person").isNumber() && isOfMeetings(role))
                        .map(role -> row(Section.CHAIR, role, null))
                        .peek(row -> row.typed().keySet().removeAll(List.of("asPrinted", "note")))
                        .forEach(rows::add));
        return rows;
    }

    /** The rows of a meeting, each with its version. */
    List<Row> ofMeeting(long meeting) {
        List<Row> rows = new ArrayList<>();
        recorded(RecordKind.MEETING, "id = :id", meeting).forEach(recorded -> {
            rows.add(row(Section.BASICS, recorded.form, recorded));
            chairs(recorded).map(role -> row(Section.CHAIR, role, null)).forEach(rows::add);
        });
        add(
                rows,
                Section.SOURCE,
                "id in (select source_id from meeting_citation where meeting_id = :id) order by id",
                meeting);
        for (Section section : Section.OUTCOMES) {
            add(
                    rows,
                    section,
                    "id in (select id from %s where meeting_id = :id) order by (form ->> 'position')::int nulls last, id"
                            .formatted(section.kind().code()),
                    meeting);
        }
        return rows;
    }

    /** No two begin or take up a draft of the same meeting at once. */
    void alone(long meeting) {
        jdbc.sql("select id from meeting where id = :id for update")
                .param("id", meeting)
                .query()
                .listOfRows();
    }

    /**
     * Has lines of a draft stand for their records, or those they have become, as those are now.
     *
     * @param line only this; null for all
     */
    void again(long draft, @Nullable Long line) {
        for (Section section : Section.values()) {
            jdbc.sql("""
                            update draft_line line set record_id = record.id, record_version = record.version from %s record
                            where line.draft_id = :draft and section = :section and section <> 'chair'
                                and record.id = coalesce(became_id, record_id) and line.id = coalesce(:line, line.id)
                            """.formatted(section.kind().code()))
                    .param("draft", draft)
                    .param("line", line, Types.BIGINT)
                    .param("section", section.code())
                    .update();
        }
    }

    private static Stream<JsonNode> chairs(Recorded meetingOrCouncil) {
        return meetingOrCouncil.form.path("roles").valueStream();
    }

    /** Whether a role is one that a meeting has too: its council may have others. */
    private static boolean isOfMeetings(JsonNode role) {
        return Section.CHAIR.field("role").choices().contains(role.path("role").asString());
    }

    private void add(List<Row> rows, Section section, String condition, long meeting) {
        recorded(section.kind(), condition, meeting)
                .forEach(recorded -> rows.add(row(section, recorded.form, recorded)));
    }

    private Row row(Section section, JsonNode form, @Nullable Recorded recorded) {
        return new Row(
                section,
                texts.of(section, form),
                recorded == null ? null : recorded.id,
                recorded == null ? null : recorded.version);
    }

    /** Published records as their forms have them. */
    private List<Recorded> recorded(RecordKind kind, String condition, long id) {
        return jdbc.sql("select * from (%s) recorded where %s"
                        .formatted(FormSql.of(kind, records.fields(kind)), condition))
                .param("id", id)
                .query((row, n) ->
                        new Recorded(row.getLong("id"), row.getInt("version"), RecordForms.read(row.getString("form"))))
                .list();
    }
}
