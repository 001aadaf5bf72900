package org.pacta.rules.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Statement.AsOf;
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
     * @param rows the meetings from the first to the last spoken of, those not on record included
     * @param spans what meetings that are not known one by one added together
     * @param dated totals as sources give them for days, the earliest first
     * @param latest the latest total: after the last meeting, or of a later day; of those that sources give where it would contradict them
     * @param higher a total that sources give for an earlier time and that is more than the latest can be, the greatest; null where there is none
     * @param unplaced statements that belong to no single cell
     */
    public record Series(
            Measure measure,
            Cell before,
            List<Row> rows,
            List<Cell> spans,
            List<Cell> dated,
            Cell latest,
            @Nullable Cell higher,
            List<Statement> unplaced) {

        /** The row of a meeting, unless nobody has heard of it. */
        public Optional<Row> row(int ordinal) {
            return rows.stream().filter(row -> row.covers(ordinal)).findFirst();
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
                            dated.stream(),
                            Stream.of(latest))
                    .flatMap(cells -> cells);
        }

        static Series of(Measure measure, Evidence evidence, Reckoning reckoning) {
            Totals totals = new Totals(measure, reckoning);
            Cell latest = totals.latest();
            Series series = new Series(
                    measure,
                    reckoning.cell(measure, Place.before(1)),
                    rows(measure, evidence, reckoning),
                    spans(measure, evidence, reckoning),
                    totals.dated(evidence),
                    latest,
                    totals.higher(latest).orElse(null),
                    List.of());
            Set<Statement> placed =
                    series.cells().flatMap(cell -> cell.announced().stream()).collect(Collectors.toSet());
            List<Statement> unplaced = evidence.statements(measure).stream()
                    .filter(statement -> !placed.contains(statement))
                    .toList();
            return new Series(
                    measure,
                    series.before,
                    series.rows,
                    series.spans,
                    series.dated,
                    series.latest,
                    series.higher,
                    unplaced);
        }

        private static List<Row> rows(Measure measure, Evidence evidence, Reckoning reckoning) {
            Map<Integer, Evidence.Recorded> recorded = evidence.recorded(measure);
            BitSet met = evidence.met();
            List<Row> rows = new ArrayList<>();
            int recordedToDate = 0;
            for (At run : reckoning.outline().runs()) {
                int ordinal = run.ordinal();
                Evidence.Recorded here = recorded.getOrDefault(ordinal, new Evidence.Recorded(measure, ordinal, 0, 0));
                recordedToDate += here.count();
                rows.add(new Row(
                        ordinal,
                        run.through(),
                        met.get(ordinal),
                        reckoning.cell(measure, Place.at(ordinal)),
                        reckoning.cell(measure, Place.after(ordinal)),
                        here,
                        recordedToDate));
            }
            return rows;
        }

        /** Meetings as stated together, and from each that is not known by itself to the next with which it is. */
        private static List<Cell> spans(Measure measure, Evidence evidence, Reckoning reckoning) {
            Stream<At> stated = evidence.statements(measure).stream()
                    .map(Statement::place)
                    .filter(At.class::isInstance)
                    .map(At.class::cast);
            return Stream.concat(stated, reckoning.known(measure))
                    .filter(At::isSpan)
                    .filter(span -> reckoning.timeline(measure).growth(span).isPresent())
                    .distinct()
                    .sorted(Comparator.comparingInt(At::ordinal).thenComparingInt(At::through))
                    .map(span -> reckoning.cell(measure, span))
                    .toList();
        }
    }

    /** Which totals of a series are told, and by which of the places that a source gives them for. */
    private record Totals(Measure measure, Reckoning reckoning) {

        /** The totals that have a day and not only a meeting, in the order of their days. */
        List<Cell> dated(Evidence evidence) {
            return evidence.statements(measure).stream()
                    .map(Statement::place)
                    .filter(place -> place instanceof AsOf && growth(place).isPresent())
                    .map(AsOf.class::cast)
                    .distinct()
                    .sorted(Comparator.comparing(AsOf::latest).thenComparing(AsOf::earliest))
                    .map(this::cell)
                    .toList();
        }

        /**
         * The total that nothing surely follows; of several the one most is known of. Where no source gives that, and it may be less than a
         * total that sources give, it is the last of those, or of the lesser ones that they give after it.
         */
        Cell latest() {
            Cell latest = timeline().latest().stream()
                    .map(this::asSaid)
                    .map(this::cell)
                    .reduce((one, other) -> isFollowedBy(one, other) || least(other) > least(one) ? other : one)
                    .orElseThrow();
            return said(latest.place()).isAny() && above(latest, 1).findAny().isPresent()
                    ? fallen(above(latest, 0).reduce((earlier, later) -> later).orElseThrow())
                    : latest;
        }

        /** The last of the totals that sources give after another and that are less; where there is none, that other. */
        private Cell fallen(Cell total) {
            long least = said(total.place()).least().value();
            return given().dropWhile(place -> !place.equals(total.place()))
                    .filter(place -> said(place).most() != null && highest(said(place)) < least)
                    .reduce((earlier, later) -> later)
                    .map(this::cell)
                    .orElse(total);
        }

        /** Whether a source gives exactly a total of a time that is surely later. */
        private boolean isFollowedBy(Cell one, Cell other) {
            return said(other.place()).isExact() && timeline().isNextAfter(moment(other.place()), moment(one.place()));
        }

        /** The greatest total that sources give and that is more than the latest can be. */
        Optional<Cell> higher(Cell latest) {
            return above(latest, 1)
                    .max(Comparator.comparingLong(
                            cell -> said(cell.place()).least().value()));
        }

        /** The totals that sources give and that are so much more than another can be, the earliest first. */
        private Stream<Cell> above(Cell latest, long difference) {
            long limit = Math.max(
                    highest(said(latest.place())), highest(latest.certain().orElse(Bounds.ANY)));
            return given().filter(place -> said(place).least().value() >= limit + difference)
                    .map(this::cell);
        }

        /** Where sources give a total, the earliest first. */
        private Stream<Place> given() {
            return reckoning.usable(measure).stream()
                    .map(Statement::place)
                    .filter(place -> growth(place).filter(Growth::isTotal).isPresent())
                    .map(place -> place instanceof AsOf ? place : timeline().name(moment(place)))
                    .distinct()
                    .sorted(Comparator.comparingInt((Place place) -> timeline().meeting(moment(place)))
                            .thenComparingInt(this::moment)
                            .thenComparing(Totals::day));
        }

        /** A total by the last day that sources give it for, unless they say more of it by its meeting. */
        private Place asSaid(Place place) {
            return reckoning.usable(measure).stream()
                    .map(Statement::place)
                    .filter(AsOf.class::isInstance)
                    .filter(day -> growth(day).equals(growth(place)))
                    .filter(day -> said(place).isAny() || said(day).isExact())
                    .max(Comparator.comparing((Place day) -> said(day).isExact())
                            .thenComparing(Totals::day))
                    .orElse(place);
        }

        private Bounds said(Place place) {
            return growth(place)
                    .map(growth -> reckoning.announced(measure, growth).stream()
                            .filter(statement -> statement.isOf(place))
                            .toList())
                    .map(Bounds::either)
                    .orElse(Bounds.ANY);
        }

        private static LocalDate day(Place place) {
            return place instanceof AsOf day ? day.latest() : LocalDate.MIN;
        }

        private Optional<Growth> growth(Place place) {
            return timeline().growth(place);
        }

        private int moment(Place place) {
            return growth(place).orElseThrow().to();
        }

        private static long highest(Bounds bounds) {
            return (bounds.most() == null ? bounds.least() : bounds.most()).value();
        }

        private static long least(Cell cell) {
            return cell.certain().map(bounds -> bounds.least().value()).orElse(-1L);
        }

        private Cell cell(Place place) {
            return reckoning.cell(measure, place);
        }

        private Timeline timeline() {
            return reckoning.timeline(measure);
        }
    }

    /**
     * One meeting, or several in a row that nothing sets apart: all on record or none, and nothing stated or recorded of any.
     *
     * @param through the last of them; the same for one
     * @param isOnRecord false where the series has a gap
     * @param added what it added; of several, what each did
     * @param toDate the total after it; of several, after each
     * @param recordedToDate rows on record up to and with this meeting
     */
    public record Row(
            int ordinal,
            int through,
            boolean isOnRecord,
            Cell added,
            Cell toDate,
            Evidence.Recorded recorded,
            int recordedToDate) {

        boolean covers(int meeting) {
            return ordinal <= meeting && meeting <= through;
        }
    }

    /**
     * One number of a series: what a meeting added, or a total.
     *
     * @param announced every statement of this number and of its day: rivals, relations and planned ones too
     * @param stated what those that count say by themselves; null when none does or they exclude each other
     * @param derived what follows without an assumption, where that says more
     * @param assuming what follows if nothing came before the first meeting, where that says still more
     * @param withFounding the same if the founding agreement came before; null unless one is known that would count
     * @param isDisputed whether an announced figure is part of a contradiction
     * @param restsOnDisputed whether what follows rests on a figure that is
     */
    public record Cell(
            Statement.Place place,
            List<Statement> announced,
            @Nullable Bounds stated,
            @Nullable Bounds derived,
            @Nullable Bounds assuming,
            @Nullable Bounds withFounding,
            boolean isDisputed,
            boolean restsOnDisputed) {

        /** How the number shown is known. */
        public enum Basis {
            ANNOUNCED,
            DERIVED,
            ASSUMED,
            BOUNDED,
            UNKNOWN
        }

        public Basis basis() {
            if (isExact(stated)) {
                return Basis.ANNOUNCED;
            }
            if (isExact(derived)) {
                return Basis.DERIVED;
            }
            if (isExact(assuming)) {
                return Basis.ASSUMED;
            }
            return shown().isPresent() ? Basis.BOUNDED : Basis.UNKNOWN;
        }

        /** The number to show: exact before bounds, announced before derived, derived before assumed. */
        public Optional<Bounds> shown() {
            return Stream.of(stated, derived, assuming)
                    .filter(Cell::isExact)
                    .findFirst()
                    .or(this::certain);
        }

        /** What is known without an assumption. */
        public Optional<Bounds> certain() {
            return Optional.ofNullable(isExact(stated) || derived == null ? stated : derived);
        }

        private static boolean isExact(@Nullable Bounds bounds) {
            return bounds != null && bounds.isExact();
        }
    }

    /** The series of a measure, under whatever name it is kept. */
    public Series series(Measure measure) {
        Measure name = oneSeries != null && oneSeries.word() == measure ? oneSeries.series() : measure;
        return series.stream()
                .filter(each -> each.measure() == name)
                .findFirst()
                .orElseThrow();
    }

    /** How other numbers confirm a total of which sources say so much. */
    public Optional<Finding.Agreement> confirmation(Measure measure, List<Statement.Amount> total) {
        return findings.stream()
                .flatMap(finding ->
                        finding instanceof Finding.Agreement agreement ? Stream.of(agreement) : Stream.empty())
                .filter(agreement -> agreement.series() == measure)
                .filter(agreement -> !(agreement.statement().place() instanceof At))
                .filter(agreement -> total.contains(agreement.statement().amount()))
                .findFirst();
    }

    /** Whether a proof uses the declaration that two words mean one series. */
    public boolean usesDeclaration(Proof proof) {
        return oneSeries != null
                && proof.statements().stream().anyMatch(statement -> statement.measure() == oneSeries.word());
    }
}
