package org.pacta.registry.meeting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Citations;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.MovedException;
import org.pacta.platform.shared.Name;
import org.pacta.reference.indicator.IndicatorLines;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerViews;
import org.pacta.registry.telling.Targets;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class MeetingQueries {

    private final JdbcClient jdbc;
    private final Lines lines;
    private final Statements statements;
    private final IndicatorLines indicators;
    private final Citations citations;
    private final Absences absences;
    private final LedgerViews ledgers;

    MeetingQueries(
            JdbcClient jdbc,
            Lines lines,
            Statements statements,
            IndicatorLines indicators,
            Citations citations,
            Absences absences,
            LedgerViews ledgers) {
        this.jdbc = jdbc;
        this.lines = lines;
        this.statements = statements;
        this.indicators = indicators;
        this.citations = citations;
        this.absences = absences;
        this.ledgers = ledgers;
    }

    MeetingView get(String council, int ordinal) {
        return jdbc.sql("select * from meeting_line where council_slug = :council and ordinal = :ordinal")
                .param("council", council)
                .param("ordinal", ordinal)
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> absences.ofMeeting(council, ordinal));
    }

    /** Reads a meeting without an ordinal; one with an ordinal has its address under its council. */
    MeetingView getUnnumbered(long id) {
        MeetingView meeting = jdbc.sql("select * from meeting_line where id = :id")
                .param("id", id)
                .query((row, n) -> view(row))
                .optional()
                .orElseThrow(() -> absences.of("meeting", id));
        if (meeting.row().ordinal() != null) {
            throw new MovedException(meeting.row().path());
        }
        return meeting;
    }

    private MeetingView view(ResultSet row) throws SQLException {
        long id = row.getLong("id");
        Integer ordinal = Columns.number(row, "ordinal");
        Optional<LedgerView> ledger = ledgers.of(row.getLong("council_id"), CountingRule.PLAIN);
        return new MeetingView(
                Columns.read(row, MeetingLine.class),
                row.getString("venue"),
                new Name(row.getString("summary"), row.getString("local_summary")),
                row.getString("summary_translated"),
                row.getString("note"),
                row.getBoolean("outcomes_count"),
                neighbour(id, "<", "desc"),
                neighbour(id, ">", "asc"),
                ledger.filter(view -> isIn(view, ordinal)).orElse(null),
                ledger.map(view -> setAt(id, view)).orElse(List.of()),
                roles(id),
                named(id),
                lines.ofMeeting(Line.Kind.AGREEMENT, id),
                lines.ofMeeting(Line.Kind.PROJECT, id),
                statements.figuresOfMeeting(id),
                statements.commitments("meeting", id),
                indicators.of("meeting", id),
                citations.of("meeting", id),
                annexMissing(id));
    }

    /** Whether the meeting has numbers in a ledger: a planned meeting of no announced number has none. */
    private static boolean isIn(LedgerView ledger, @Nullable Integer ordinal) {
        return ordinal != null
                && ledger.line(ordinal)
                        .filter(line -> !line.entries().isEmpty())
                        .isPresent();
    }

    private static List<Targets.Told> setAt(long meeting, LedgerView ledger) {
        return ledger.targets().stream()
                .filter(told -> Objects.equals(told.line().meeting(), meeting))
                .toList();
    }

    private MeetingView.@Nullable Neighbour neighbour(long id, String side, String direction) {
        return jdbc.sql("""
                        select other.* from meeting_line other join meeting_line this on this.council_id = other.council_id
                        where this.id = :id and (coalesce(other.day_sort, 'infinity'), other.id) %s (coalesce(this.day_sort, 'infinity'), this.id)
                        order by coalesce(other.day_sort, 'infinity') %s, other.id %s limit 1
                        """.formatted(side, direction, direction))
                .param("id", id)
                .query((row, n) -> {
                    MeetingLine other = Columns.read(row, MeetingLine.class);
                    return new MeetingView.Neighbour(other.path(), other.ordinal(), other.kind(), other.day());
                })
                .optional()
                .orElse(null);
    }

    private List<MeetingView.Role> roles(long meeting) {
        return jdbc.sql("""
                        select role.*, person.name as person_name, person.local_name as person_local_name, side.name as side_name, side.local_name as side_local_name
                        from meeting_role role
                        left join person on person.id = person_id
                        left join place side on side.id = side_id
                        where meeting_id = :meeting
                        order by array_position(array['co_chair', 'vice_co_chair', 'moderator', 'speaker', 'witness', 'attendee'], role),
                            position, role.id
                        """)
                .param("meeting", meeting)
                .query((row, n) -> Columns.read(row, MeetingView.Role.class))
                .list();
    }

    private List<MeetingView.Named> named(long meeting) {
        return jdbc.sql("""
                        select organisation.id, organisation.name, organisation.local_name, as_printed,
                            side.name as side_name, side.local_name as side_local_name
                        from meeting_organisation
                        join organisation on organisation.id = organisation_id
                        left join place side on side.id = side_id
                        where meeting_id = :meeting order by position
                        """)
                .param("meeting", meeting)
                .query((row, n) -> Columns.read(row, MeetingView.Named.class))
                .list();
    }

    private boolean annexMissing(long meeting) {
        return jdbc.sql("""
                        select exists (select from meeting_citation join source on source.id = source_id and source.withdrawn_on is null
                            where meeting_id = :meeting and annex_missing)
                        """).param("meeting", meeting).query(Boolean.class).single();
    }
}
