package org.pacta.registry.tally;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;

/**
 * What is announced and what is recorded of one measure of a council.
 *
 * @param measure mous, agreements or projects
 * @param inCount recorded rows that belong to the announced number
 * @param notStated recorded rows that may belong to it
 * @param outside recorded rows that do not
 * @param toDate the newest announced total
 * @param latest the newest announced number of one meeting
 */
public record Tally(
        String measure,
        long inCount,
        long notStated,
        long outside,
        @Nullable Announced toDate,
        @Nullable Announced latest) {

    /**
     * One announced number as its source has it.
     *
     * @param series at, after or before the meeting
     * @param ordinal of the meeting, where it has one
     */
    public record Announced(
            int value,
            String comparator,
            String series,
            @Nullable Integer ordinal,
            @Nullable PartialDate asOf,
            String measureAsPrinted,
            long sourceId) {}

    public long recorded() {
        return inCount + notStated + outside;
    }

    public boolean isAnnounced() {
        return toDate != null || latest != null;
    }

    public boolean isSilent() {
        return recorded() == 0 && !isAnnounced();
    }
}
