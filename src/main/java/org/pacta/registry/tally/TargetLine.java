package org.pacta.registry.tally;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.CouncilLedger.Source;
import org.pacta.rules.ledger.Measure;

/**
 * A number that somebody set for a day to come.
 *
 * @param meeting at which it was set, by its id; null where it was set elsewhere
 * @param measure null where it counts none of ours
 * @param countedFrom the day from which what is new is counted; null where all that there ever was is
 * @param setOn the day it was set, of its meeting or of the first source that speaks of it
 */
public record TargetLine(
        long id,
        @Nullable Long meeting,
        @Nullable Measure measure,
        String measureAsPrinted,
        String comparator,
        int value,
        @Nullable PartialDate countedFrom,
        PartialDate due,
        @Nullable PartialDate setOn,
        @Nullable String note,
        List<Source> sources) {

    /** The last day on which it can be reached. */
    public LocalDate by() {
        return Objects.requireNonNull(due.latest());
    }

    /** Whether the source used another word than ours for what it counts. */
    public boolean isWordedOtherwise() {
        return measure != null && !measureAsPrinted.equalsIgnoreCase(measure.code());
    }

    /** Whether the two are of one count and one day, and differ. */
    public boolean differsFrom(TargetLine other) {
        return measure == other.measure
                && by().equals(other.by())
                && Objects.equals(countedFrom, other.countedFrom)
                && value != other.value;
    }
}
