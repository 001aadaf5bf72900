package org.pacta.registry.line;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what sources state about a record: announced figures and commitments, each with its sources. */
@Component
public class Statements {

    /**
     * An announced number.
     *
     * @param council what is counted; it need not be the council of the meeting
     * @param ordinal of the meeting it belongs to, recorded or not; null when only its day is known, or the meeting has no number
     * @param series at, after or before the meeting
     * @param value null when the number is stated as a relation to another meeting, or digits of it are lost
     * @param side of the council, where it counts for one alone; else empty
     * @param setAsideReason why an editor set it aside, so that nothing follows from it
     */
    public record Figure(
            long id,
            String councilSlug,
            Name council,
            @Nullable Long meetingId,
            @Nullable Integer ordinal,
            @Nullable Integer throughOrdinal,
            String series,
            @Nullable String measure,
            String measureAsPrinted,
            String scope,
            @Nullable Integer value,
            @Nullable String valueAsPrinted,
            @Nullable BigDecimal relationFactor,
            @Nullable Integer relationOrdinal,
            String comparator,
            @Nullable PartialDate asOf,
            String standing,
            @Nullable Long partOfId,
            @Nullable String meetingKind,
            @Nullable PartialDate meetingDay,
            Name side,
            boolean preferred,
            @Nullable String preferenceReason,
            @Nullable String setAsideReason,
            @Nullable String note,
            List<CitedSource> sources) {

        /** Whether it is what several meetings in a row added together. */
        public boolean isSpan() {
            return series.equals("at") && ordinal != null && throughOrdinal != null && throughOrdinal > ordinal;
        }

        /** Whether the source used another word than ours for the measure, "deals" where we say "agreements". */
        public boolean isWordedOtherwise(String ours) {
            return !measureAsPrinted.replaceFirst("s$", "").equalsIgnoreCase(ours.replaceFirst("s$", ""));
        }
    }

    /** SQL of the commitments of which nobody has said what became, by the last day that is to be compared behind it. */
    public static final String OPEN = " from commitment_line line where outcome = 'not_published' and due_latest ";

    /** A forward-looking statement. */
    public record Commitment(
            long id,
            Name statement,
            @Nullable Long organisationId,
            Name organisation,
            @Nullable BigDecimal quantity,
            @Nullable String unit,
            @Nullable String comparator,
            @Nullable PartialDate due,
            String outcome,
            @Nullable String evidence,
            List<CitedSource> sources) {}

    private final JdbcClient jdbc;

    Statements(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The announced numbers of a council and of its meetings, the latest, oldest first.
     *
     * @param until the day that they surely are of or before; null for all
     */
    public List<Figure> figuresOfCouncil(long council, @Nullable LocalDate until, int most) {
        return figures("council_id", council, until, most);
    }

    public List<Figure> figuresOfMeeting(long meeting) {
        return figures("meeting_id", meeting, null, Integer.MAX_VALUE);
    }

    /** The commitments about a record: a council, a meeting with its outcomes, an agreement or a project. */
    public List<Commitment> commitments(String about, long id) {
        return commitments(about, id, null);
    }

    /** Those that a source spoke of by a day; null for all. One whose sources have no day may be of any. */
    public List<Commitment> commitments(String about, long id, @Nullable LocalDate until) {
        return jdbc.sql("""
                        select * from commitment_line
                        where %s_id = :id and (cast(:until as date) is null or said_sort is null or said_sort <= :until)
                        order by due_latest nulls last, id
                        """.formatted(about))
                .param("id", id)
                .param("until", until)
                .query((row, n) -> Columns.read(row, Commitment.class))
                .list();
    }

    private List<Figure> figures(String column, long id, @Nullable LocalDate until, int most) {
        return jdbc.sql("""
                        select * from (
                            select *, count(*) over () - row_number() over (
                                order by day_sort nulls last, ordinal nulls last, series = 'after', measure, part_of_id nulls first, id) as later
                            from figure_line where %s = :id and %s) line
                        where later < :most order by later desc
                        """.formatted(column, InTime.condition("coalesce(as_of, meeting_day)", "figure_line")))
                .param("id", id)
                .param("until", until)
                .param("most", most)
                .query((row, n) -> Columns.read(row, Figure.class))
                .list();
    }
}
