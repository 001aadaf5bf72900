package org.pacta.registry.telling;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Ledger;
import org.pacta.rules.ledger.Statement;

/**
 * The ledger of a council as a table: a line for each meeting from the first, those not on record included, and for each measure what the
 * meeting added, the total after it, and what is recorded of it; and a line for each day that a total is stated for, or each occasion where
 * only these have numbers.
 */
public record LedgerTable(CouncilLedger ledger, List<Tally> tallies, List<Line> lines, List<Dated> dated) {

    /**
     * A meeting, or a run of meetings that nothing is known of.
     *
     * @param through the last of the run; the same ordinal for one meeting
     * @param unheld planned, postponed or cancelled where it is on record and was not held; else null
     * @param entries none for a meeting that was cancelled after everything else
     */
    public record Line(
            int ordinal,
            int through,
            boolean isOnRecord,
            @Nullable String unheld,
            @Nullable PartialDate day,
            List<Entry> entries) {

        /** Whether there is a page of it. */
        public boolean hasPage() {
            return isOnRecord || unheld != null;
        }
    }

    /**
     * A day that totals are stated for, or an occasion, and a number of each measure; null where a measure has none.
     *
     * @param day null for an occasion whose day is not published
     * @param isTotal whether they are totals, and not of that occasion alone
     */
    public record Dated(@Nullable PartialDate day, boolean isTotal, List<@Nullable Number> numbers) {}

    /**
     * The numbers of one measure in a line.
     *
     * @param added null where a span that began further up covers the line
     * @param lines how many lines the number of what was added stands for
     */
    public record Entry(Tally tally, @Nullable Number added, int lines, Number toDate, Held held) {}

    private static final Comparator<PartialDate> DAYS =
            Comparator.comparing(PartialDate::sort).thenComparing(PartialDate::edtf);

    /** Lays out the measures that a source speaks of, or that rows are recorded of. */
    public static LedgerTable of(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        List<Column> columns = tallies.stream().map(Column::of).toList();
        List<Line> lines = new ArrayList<>();
        for (Statement.At run : runs(ledger, columns)) {
            int row = columns.isEmpty() ? 0 : columns.get(0).row(run.ordinal());
            lines.add(line(
                    ledger,
                    run,
                    columns.stream().map(column -> column.entry(row, run)).toList()));
        }
        int last = lines.isEmpty() ? 0 : lines.get(lines.size() - 1).through();
        if (!tallies.isEmpty()) {
            ledger.unheld().stream()
                    .filter(meeting -> meeting.ordinal() > last && meeting.isCancelled())
                    .map(meeting -> new Statement.At(meeting.ordinal(), meeting.ordinal()))
                    .forEach(meeting -> lines.add(line(ledger, meeting, List.of())));
        }
        return new LedgerTable(ledger, tallies, lines, dated(tallies));
    }

    private static Line line(CouncilLedger ledger, Statement.At run, List<Entry> entries) {
        Optional<CouncilLedger.Meeting> unheld = ledger.unheld(run.ordinal());
        return new Line(
                run.ordinal(),
                run.through(),
                ledger.meetings(run.ordinal(), run.ordinal()).findAny().isPresent(),
                unheld.map(CouncilLedger.Meeting::status).orElse(null),
                ledger.date(run.ordinal()).orElse(null),
                entries);
    }

    private static List<Dated> dated(List<Tally> tallies) {
        List<Map<PartialDate, Number>> totals = tallies.stream()
                .map(tally -> Stream.concat(tally.dated().stream(), tally.datedAsides().stream())
                        .filter(number -> tally.day(number).isPresent())
                        .collect(Collectors.toMap(
                                number -> tally.day(number).orElseThrow(), Function.identity(), (one, other) -> one)))
                .toList();
        Stream<Dated> days = totals.stream()
                .flatMap(each -> each.keySet().stream())
                .distinct()
                .map(day -> new Dated(
                        day,
                        true,
                        totals.stream().map(each -> each.get(day)).collect(Collectors.<@Nullable Number>toList())));
        return Stream.concat(days, tallies.stream().flatMap(tally -> occasions(tally, tallies)))
                .sorted(Comparator.comparing(Dated::day, Comparator.nullsLast(DAYS)))
                .toList();
    }

    /** A line for each number of one measure: figures of a day may be of several occasions. */
    private static Stream<Dated> occasions(Tally tally, List<Tally> tallies) {
        return tally.occasions().stream()
                .map(number -> new Dated(
                        tally.day(number).orElse(null),
                        number.figures().get(0).isTotal(),
                        tallies.stream()
                                .map(each -> each.equals(tally) ? number : null)
                                .collect(Collectors.<@Nullable Number>toList())));
    }

    /** What has a line of its own: each meeting on record, and the others unless nothing is known of any in a row. */
    private static List<Statement.At> runs(CouncilLedger ledger, List<Column> columns) {
        List<Ledger.Row> rows = ledger.ledger().series().get(0).rows();
        List<Statement.At> runs = new ArrayList<>();
        boolean wasSilent = false;
        for (int i = 0; i < rows.size(); i++) {
            Ledger.Row row = rows.get(i);
            int index = i;
            boolean isSilent = ledger.unheld(row.ordinal()).isEmpty()
                    && columns.stream().allMatch(column -> column.isSilent(index));
            if (row.isOnRecord()) {
                ledger.meetings(row.ordinal(), row.through())
                        .forEach(meeting -> runs.add(new Statement.At(meeting.ordinal(), meeting.ordinal())));
            } else if (isSilent && wasSilent) {
                Statement.At earlier = runs.remove(runs.size() - 1);
                runs.add(new Statement.At(earlier.ordinal(), row.through()));
            } else {
                runs.add(new Statement.At(row.ordinal(), row.through()));
            }
            wasSilent = isSilent && !row.isOnRecord();
        }
        return runs;
    }

    /** One measure, with the spans that are shown: of those that overlap the first. */
    private record Column(Tally tally, List<Tally.Row> rows, List<Number> spans) {

        static Column of(Tally tally) {
            List<Tally.Row> rows = tally.rows();
            List<Number> spans = new ArrayList<>();
            for (Number span : tally.spans()) {
                boolean isFree = spans.stream().noneMatch(other -> overlap(at(span), at(other)))
                        && rows.stream()
                                .filter(row -> overlap(at(span), new Statement.At(row.ordinal(), row.through())))
                                .allMatch(row -> isOpen(row.added()));
                if (isFree) {
                    spans.add(span);
                }
            }
            return new Column(tally, rows, spans);
        }

        /** Whether nothing is said of a number and nothing exact follows. */
        private static boolean isOpen(Number added) {
            return added.basis() == Basis.BOUNDED || added.basis() == Basis.UNKNOWN;
        }

        int row(int ordinal) {
            int row = 0;
            while (rows.get(row).through() < ordinal) {
                row++;
            }
            return row;
        }

        boolean isSilent(int index) {
            Tally.Row row = rows.get(index);
            return !row.isOnRecord() && !row.isKnown() && span(row.ordinal()).isEmpty();
        }

        Entry entry(int index, Statement.At line) {
            Tally.Row row = rows.get(index);
            Optional<Number> span = span(line.ordinal());
            if (span.isEmpty()) {
                return new Entry(tally, row.added(), 1, row.toDate(), row.held());
            }
            boolean starts = at(span.get()).ordinal() == line.ordinal();
            return new Entry(tally, starts ? span.get() : null, lines(at(span.get())), row.toDate(), row.held());
        }

        /** Meetings on record have a line each. */
        private int lines(Statement.At span) {
            return rows.stream()
                    .filter(row -> overlap(span, new Statement.At(row.ordinal(), row.through())))
                    .mapToInt(row -> row.isOnRecord() ? row.through() - row.ordinal() + 1 : 1)
                    .sum();
        }

        private Optional<Number> span(int ordinal) {
            return spans.stream()
                    .filter(span -> at(span).ordinal() <= ordinal && ordinal <= at(span).through())
                    .findFirst();
        }

        private static boolean overlap(Statement.At one, Statement.At other) {
            return one.ordinal() <= other.through() && other.ordinal() <= one.through();
        }

        private static Statement.At at(Number span) {
            return (Statement.At) Objects.requireNonNull(span.place());
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
                lines.stream().filter(line -> line.ordinal() >= first).toList(),
                dated);
    }

    /** How its numbers are known, for the legend. */
    public List<Basis> bases() {
        return tallies.stream()
                .flatMap(LedgerTable::bases)
                .filter(basis -> basis != Basis.UNKNOWN)
                .distinct()
                .sorted()
                .toList();
    }

    private static Stream<Basis> bases(Tally tally) {
        Stream<Number> numbers = tally.rows().stream().flatMap(row -> Stream.of(row.added(), row.toDate()));
        return Stream.of(numbers, tally.spans().stream(), tally.dated().stream(), Stream.of(tally.latest()))
                .flatMap(all -> all)
                .map(Number::basis);
    }

    public boolean isEmpty() {
        return lines.isEmpty() && dated.isEmpty();
    }
}
