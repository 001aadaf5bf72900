package org.pacta.rules.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Place;

/** The announced, recorded and derived numbers of a council, meeting by meeting. */
public record Ledger(List<Series> series, List<Finding> findings, Evidence.@Nullable OneSeries oneSeries) {

    /** Draws up the ledger; the order in which the evidence was entered makes no difference. */
    public static Ledger of(Evidence evidence) {
        Reckoning reckoning = new Reckoning(evidence);
        List<Series> series = evidence.series().stream()
                .map(measure -> Series.of(measure, evidence, reckoning))
                .toList();
        return new Ledger(series, new Findings(evidence, reckoning, series).list(), evidence.oneSeries());
    }

    /**
     * The numbers of one measure.
     *
     * @param before what was counted before the first meeting
     * @param rows one for each meeting from the first, those not on record included
     * @param spans what meetings that are not known one by one added together
     * @param latest the latest total, which can be later than the last meeting
     * @param unplaced statements that belong to no single cell
     */
    public record Series(
            Measure measure, Cell before, List<Row> rows, List<Cell> spans, Cell latest, List<Statement> unplaced) {

        public Row row(int ordinal) {
            return rows.get(ordinal - 1);
        }

        /** Whether no source speaks of it. */
        public boolean isSilent() {
            return unplaced.isEmpty()
                    && cells().allMatch(cell -> cell.announced().isEmpty());
        }

        /** Every number of the series. */
        public Stream<Cell> cells() {
            return Stream.of(
                            Stream.of(before),
                            rows.stream().flatMap(row -> Stream.of(row.added, row.toDate)),
                            spans.stream(),
                            Stream.of(latest))
                    .flatMap(cells -> cells);
        }

        static Series of(Measure measure, Evidence evidence, Reckoning reckoning) {
            Series series = new Series(
                    measure,
                    reckoning.cell(measure, Place.before(1)),
                    rows(measure, evidence, reckoning),
                    spans(measure, evidence, reckoning),
                    reckoning.cell(measure, reckoning.timeline(measure).latest()),
                    List.of());
            Set<Statement> placed =
                    series.cells().flatMap(cell -> cell.announced().stream()).collect(Collectors.toSet());
            List<Statement> unplaced = evidence.statements(measure).stream()
                    .filter(statement -> !placed.contains(statement))
                    .toList();
            return new Series(measure, series.before, series.rows, series.spans, series.latest, unplaced);
        }

        private static List<Row> rows(Measure measure, Evidence evidence, Reckoning reckoning) {
            List<Row> rows = new ArrayList<>();
            int recordedToDate = 0;
            for (int ordinal = 1; ordinal <= evidence.lastOrdinal(); ordinal++) {
                Evidence.Recorded recorded = evidence.recorded(measure, ordinal);
                recordedToDate += recorded.count();
                rows.add(new Row(
                        ordinal,
                        evidence.isMet(ordinal),
                        reckoning.cell(measure, Place.at(ordinal)),
                        reckoning.cell(measure, Place.after(ordinal)),
                        recorded,
                        recordedToDate));
            }
            return rows;
        }

        /** Meetings as stated together, and from each that is not known by itself to the next with which it is. */
        private static List<Cell> spans(Measure measure, Evidence evidence, Reckoning reckoning) {
            int last = evidence.lastOrdinal();
            Stream<At> stated = evidence.statements(measure).stream()
                    .map(Statement::place)
                    .filter(At.class::isInstance)
                    .map(At.class::cast);
            Stream<At> derived = IntStream.rangeClosed(1, last)
                    .mapToObj(first -> IntStream.rangeClosed(first, last)
                            .mapToObj(through -> new At(first, through))
                            .filter(span -> reckoning.isKnown(measure, span))
                            .findFirst())
                    .flatMap(Optional::stream);
            return Stream.concat(stated, derived)
                    .filter(At::isSpan)
                    .filter(span -> reckoning.timeline(measure).growth(span).isPresent())
                    .distinct()
                    .sorted(Comparator.comparingInt(At::ordinal).thenComparingInt(At::through))
                    .map(span -> reckoning.cell(measure, span))
                    .toList();
        }
    }

    /**
     * One meeting.
     *
     * @param isOnRecord false where the series has a gap
     * @param added what it added
     * @param toDate the total after it
     * @param recordedToDate rows on record up to and with this meeting
     */
    public record Row(
            int ordinal, boolean isOnRecord, Cell added, Cell toDate, Evidence.Recorded recorded, int recordedToDate) {}

    /** The series of a measure, under whatever name it is kept. */
    public Series series(Measure measure) {
        Measure name = oneSeries != null && oneSeries.word() == measure ? oneSeries.series() : measure;
        return series.stream()
                .filter(each -> each.measure() == name)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a proof uses the declaration that two words mean one series. */
    public boolean usesDeclaration(Proof proof) {
        return oneSeries != null
                && proof.statements().stream().anyMatch(statement -> statement.measure() == oneSeries.word());
    }
}
