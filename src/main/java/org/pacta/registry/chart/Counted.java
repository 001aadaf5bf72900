package org.pacta.registry.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.registry.tally.Tally;

/**
 * Recorded rows that the rule counts.
 *
 * @param atMeeting by the ordinal of their meeting
 * @param elsewhere those of no numbered meeting, by month, with the last day of the month that has some
 * @param toDate the sum by each day that has some: of a meeting on its day, the others on their own
 * @param undated those that have no day
 */
record Counted(
        Map<Integer, Long> atMeeting,
        Map<YearMonth, OfMonth> elsewhere,
        NavigableMap<LocalDate, Long> toDate,
        long undated) {

    record OfMonth(LocalDate day, long rows) {

        OfMonth with(OfMonth other) {
            return new OfMonth(day.isAfter(other.day) ? day : other.day, rows + other.rows);
        }
    }

    static Counted of(Tally tally) {
        Map<Integer, LocalDate> meetings = Undated.of(tally.ledger()).days();
        List<Holding> holdings = tally.ofMeasure()
                .filter(holding -> holding.standing().isCountedBy(tally.ledger().rule()))
                .toList();
        long undated = holdings.stream()
                .filter(holding -> day(holding, meetings) == null)
                .mapToLong(Holding::rows)
                .sum();
        Counted counted = new Counted(new HashMap<>(), new TreeMap<>(), new TreeMap<>(), undated);
        holdings.forEach(holding -> counted.add(holding, meetings));
        long[] sum = {0};
        counted.toDate.replaceAll((day, rows) -> sum[0] += rows);
        return counted;
    }

    private static @Nullable LocalDate day(Holding holding, Map<Integer, LocalDate> meetings) {
        return holding.ordinal() == null ? holding.day() : meetings.get(holding.ordinal());
    }

    private void add(Holding holding, Map<Integer, LocalDate> meetings) {
        LocalDate day = day(holding, meetings);
        if (holding.ordinal() != null) {
            atMeeting.merge(holding.ordinal(), holding.rows(), Long::sum);
        } else if (day != null) {
            elsewhere.merge(YearMonth.from(day), new OfMonth(day, holding.rows()), OfMonth::with);
        }
        if (day != null) {
            toDate.merge(day, holding.rows(), Long::sum);
        }
    }

    /** The rows up to a day. */
    long by(@Nullable LocalDate day) {
        Map.Entry<LocalDate, Long> last = day == null ? null : toDate.floorEntry(day);
        return last == null ? 0L : last.getValue();
    }
}
