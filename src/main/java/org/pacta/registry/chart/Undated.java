package org.pacta.registry.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.tally.CouncilLedger;

/**
 * Where meetings without a date stand among those of their council that have one.
 *
 * @param days of the meetings that have one and were held or cancelled, by ordinal
 */
record Undated(NavigableMap<Integer, LocalDate> days) {

    static Undated of(CouncilLedger ledger) {
        NavigableMap<Integer, LocalDate> days = new TreeMap<>();
        Stream.concat(ledger.meetings().stream(), ledger.unheld().stream())
                .map(CouncilLedger.Meeting::ordinal)
                .forEach(ordinal -> ledger.day(ordinal)
                        .ifPresent(day -> days.put(ordinal, ledger.rule().by(day))));
        return new Undated(days);
    }

    boolean isAfterOthers(int ordinal) {
        return days.lowerKey(ordinal) != null;
    }

    /** Evenly between the meetings before and after it that have a date; null where there are not both. */
    @Nullable
    LocalDate between(int ordinal) {
        Map.Entry<Integer, LocalDate> before = days.lowerEntry(ordinal);
        Map.Entry<Integer, LocalDate> after = days.higherEntry(ordinal);
        if (before == null || after == null) {
            return null;
        }
        int all = after.getKey() - before.getKey();
        long length = ChronoUnit.DAYS.between(before.getValue(), after.getValue());
        return before.getValue().plusDays(length * (ordinal - before.getKey()) / all);
    }
}
