package org.pacta.reader.home;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.line.MeetingLine;

/**
 * What the registry holds, what came last and what is due.
 *
 * @param counts of records, in the order of the page
 * @param held the newest meetings
 * @param planned meetings of which only the plan is known, the latest first
 * @param due commitments whose day is still to come and whose outcome no source tells, the next first
 * @param overdue how many commitments are past their day, and no source tells what came of them
 */
record RegistryStanding(
        List<Count> counts,
        List<MeetingLine> held,
        List<MeetingLine> planned,
        List<Due> due,
        long overdue,
        LocalDate today) {

    /**
     * How many records of a kind there are. A row counts once, whichever councils it belongs to; one that is planned is not counted.
     *
     * @param plural the name of the list of them
     * @param planned how many more are planned
     */
    public record Count(String plural, long records, long planned) {}

    /** A commitment and where it stands. */
    public record Due(@Nullable String path, Name statement, Name record, PartialDate day) {}

    /** Whether the day a meeting was planned for is past. */
    public boolean isPast(MeetingLine meeting) {
        LocalDate last = meeting.day() == null ? null : meeting.day().latest();
        return last != null && last.isBefore(today);
    }

    /** Whether nothing is to come or late. */
    public boolean isNothingDue() {
        return planned.isEmpty() && due.isEmpty() && overdue == 0;
    }
}
