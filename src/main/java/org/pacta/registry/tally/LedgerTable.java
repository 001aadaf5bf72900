package org.pacta.registry.tally;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.Tally.Held;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Statement;

/**
 * The ledger of a council as a table: a line for each meeting from the first, those not on record included, and for each measure what the
 * meeting added, the total after it, and what is recorded of it.
 */
record LedgerTable(CouncilLedger ledger, List<Tally> tallies, List<Line> lines) {

    /**
     * A meeting, or a run of meetings that nothing is known of.
     *
     * @param through the last of the run; the same ordinal for one meeting
     */
    public record Line(
            int ordinal,
            int through,
            boolean isOnRecord,
            @Nullable PartialDate day,
            List<Entry> entries) {}

    /**
     * The numbers of one measure in a line.
     *
     * @param added null where a span that began further up covers the line
     * @param lines how many lines the number of what was added stands for
     */
    public record Entry(Tally tally, @Nullable Number added, int lines, Number toDate, Held held) {}

    /** Lays out the measures that a source speaks of, or that rows are recorded of. */
    public static LedgerTable of(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        List<Column> columns = tallies.stream().map(Column::of).toList();
        int last = columns.stream()
                .mapToInt(column -> column.rows().size())
                .max()
                .orElseGet(() ->
                        ledger.lastMeeting().map(CouncilLedger.Meeting::ordinal).orElse(0));
        List<Line> lines = new ArrayList<>();
        int ordinal = 1;
        while (ordinal <= last) {
            int through = ordinal;
            while (isSilent(columns, ordinal) && through < last && isSilent(columns, through + 1)) {
                through++;
            }
            lines.add(line(ledger, columns, ordinal, through));
            ordinal = through + 1;
        }
        return new LedgerTable(ledger, tallies, lines);
    }

    private static boolean isSilent(List<Column> columns, int ordinal) {
        return columns.stream().allMatch(column -> column.isSilent(ordinal));
    }

    private static Line line(CouncilLedger ledger, List<Column> columns, int ordinal, int through) {
        boolean onRecord = ledger.meetings().stream().anyMatch(meeting -> meeting.ordinal() == ordinal);
        return new Line(
                ordinal,
                through,
                onRecord,
                ledger.day(ordinal).orElse(null),
                columns.stream().map(column -> column.entry(ordinal)).toList());
    }

    /** One measure, with the spans that are shown: of those that overlap the first. */
    private record Column(Tally tally, List<Tally.Row> rows, List<Number> spans) {

        static Column of(Tally tally) {
            List<Tally.Row> rows = tally.rows();
            List<Number> spans = new ArrayList<>();
            for (Number span : tally.spans()) {
                boolean isFree = ordinals(span)
                        .allMatch(ordinal -> !rows.get(ordinal - 1).added().isExact()
                                && spans.stream()
                                        .noneMatch(other -> ordinals(other).anyMatch(each -> each == ordinal)));
                if (isFree) {
                    spans.add(span);
                }
            }
            return new Column(tally, rows, spans);
        }

        boolean isSilent(int ordinal) {
            return !rows.get(ordinal - 1).isOnRecord()
                    && !rows.get(ordinal - 1).isKnown()
                    && span(ordinal).isEmpty();
        }

        Entry entry(int ordinal) {
            Tally.Row row = rows.get(ordinal - 1);
            Optional<Number> span = span(ordinal);
            if (span.isEmpty()) {
                return new Entry(tally, row.added(), 1, row.toDate(), row.held());
            }
            Statement.At at = at(span.get());
            boolean starts = at.ordinal() == ordinal;
            int lines = at.through() - at.ordinal() + 1;
            return new Entry(tally, starts ? span.get() : null, lines, row.toDate(), row.held());
        }

        private Optional<Number> span(int ordinal) {
            return spans.stream()
                    .filter(span -> ordinals(span).anyMatch(each -> each == ordinal))
                    .findFirst();
        }

        private static IntStream ordinals(Number span) {
            return IntStream.rangeClosed(at(span).ordinal(), at(span).through());
        }

        private static Statement.At at(Number span) {
            return (Statement.At) span.place();
        }
    }

    /** The first meeting of a table with no more than this many lines, or with so many more that no span is cut. */
    int first(int most) {
        int cut = Math.max(0, lines.size() - most);
        while (cut > 0 && lines.get(cut).entries().stream().anyMatch(entry -> entry.added() == null)) {
            cut--;
        }
        return cut == 0 ? 1 : lines.get(cut).ordinal();
    }

    /** The table from a meeting on. */
    LedgerTable from(int first) {
        return new LedgerTable(
                ledger,
                tallies,
                lines.stream().filter(line -> line.ordinal() >= first).toList());
    }

    public boolean isEmpty() {
        return lines.isEmpty();
    }

    /** The numbers that follow from others, of every measure. */
    public Stream<Number> derived() {
        return tallies.stream().flatMap(tally -> tally.derived().stream());
    }
}
