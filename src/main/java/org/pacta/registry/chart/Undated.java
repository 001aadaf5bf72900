package org.pacta.registry.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Meeting;

/** Where meetings without a date stand among those of their council that have one. */
record Undated(CouncilLedger ledger) {

    /** The last meeting with a date before another one. */
    Optional<Meeting> before(int ordinal) {
        return dated().filter(meeting -> meeting.ordinal() < ordinal).reduce((earlier, later) -> later);
    }

    /** Evenly between the meetings before and after it that have a date; null where there are not both. */
    @Nullable
    LocalDate between(int ordinal) {
        Optional<Meeting> before = before(ordinal);
        Optional<Meeting> after =
                dated().filter(meeting -> meeting.ordinal() > ordinal).findFirst();
        if (before.isEmpty() || after.isEmpty()) {
            return null;
        }
        LocalDate first = day(before.get());
        int all = after.get().ordinal() - before.get().ordinal();
        return first.plusDays(ChronoUnit.DAYS.between(first, day(after.get()))
                * (ordinal - before.get().ordinal())
                / all);
    }

    private Stream<Meeting> dated() {
        return ledger.meetings().stream().filter(meeting -> meeting.day() != null);
    }

    private LocalDate day(Meeting meeting) {
        return ledger.rule().by(Objects.requireNonNull(meeting.day()));
    }
}
