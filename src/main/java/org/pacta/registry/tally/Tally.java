package org.pacta.registry.tally;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Cell;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Ledger;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;

/** One measure of a council: what is announced, derived and recorded of it. */
public record Tally(CouncilLedger ledger, Measure measure) {

    /**
     * A number as a page shows it.
     *
     * @param figures what was announced of it, the figures that count first
     * @param bounds what is known of it, null when only what was announced can be said ("about 50")
     * @param withFounding the number if the founding agreement was counted before the first meeting
     */
    public record Number(
            Measure measure,
            Statement.Place place,
            Cell.Basis basis,
            List<Figure> figures,
            @Nullable Bounds bounds,
            @Nullable Long withFounding,
            boolean isDisputed) {

        static Number of(CouncilLedger ledger, Measure measure, Cell cell) {
            Bounds founded = cell.basis() == Cell.Basis.ASSUMED ? cell.withFounding() : null;
            return new Number(
                    measure,
                    cell.place(),
                    cell.basis(),
                    cell.announced().stream()
                            .sorted(Comparator.comparing(Statement::preferred).reversed())
                            .map(statement ->
                                    Objects.requireNonNull(ledger.figures().get(statement.key())))
                            .toList(),
                    cell.shown()
                            .filter(bounds -> isOwn(ledger, measure, bounds))
                            .orElse(null),
                    founded != null && founded.isExact() ? founded.least().value() : null,
                    cell.isDisputed());
        }

        /** A bound that only repeats what another measure says is left to that measure. */
        private static boolean isOwn(CouncilLedger ledger, Measure measure, Bounds bounds) {
            return bounds.isExact()
                    || Stream.of(Objects.requireNonNull(bounds).least(), bounds.most())
                            .filter(Objects::nonNull)
                            .flatMap(end -> end.proof().statements().stream())
                            .anyMatch(statement ->
                                    ledger.ledger().series(statement.measure()).measure() == measure);
        }

        public boolean isKnown() {
            return bounds != null || !figures.isEmpty();
        }

        public boolean isExact() {
            return bounds != null && bounds.isExact();
        }

        /** Whether it follows from other numbers. */
        public boolean isDerived() {
            return bounds != null
                    && basis != Cell.Basis.ANNOUNCED
                    && !bounds.least().proof().terms().isEmpty()
                    && !isOnlyStated();
        }

        private boolean isOnlyStated() {
            return basis == Cell.Basis.BOUNDED
                    && Stream.of(Objects.requireNonNull(bounds).least(), bounds.most())
                            .filter(Objects::nonNull)
                            .flatMap(end -> end.proof().statements().stream())
                            .allMatch(statement -> figures.stream()
                                    .anyMatch(figure -> figure.key().equals(statement.key())));
        }

        /** Whether it needs that nothing was counted before the first meeting. */
        public boolean isAssumed() {
            return basis == Cell.Basis.ASSUMED;
        }

        /** The least it can be. */
        public long least() {
            return bounds == null ? 0 : bounds.least().value();
        }

        /** The last meeting it is about; 0 when it is about none. */
        int ordinal() {
            if (place instanceof Statement.At at) {
                return at.through();
            }
            return place instanceof Statement.After after ? after.ordinal() : 0;
        }

        /** The mark on the page that its proof stands under. */
        public String anchor() {
            return "proof-%s-%s".formatted(measure.code(), mark(place));
        }

        private static String mark(Statement.Place place) {
            if (place instanceof Statement.At at) {
                return at.isSpan() ? at.ordinal() + "-" + at.through() : String.valueOf(at.ordinal());
            }
            if (place instanceof Statement.AsOf day) {
                return "by-" + day.latest();
            }
            return place instanceof Statement.After after ? "to-" + after.ordinal() : "before";
        }
    }

    /**
     * Recorded rows of the measure, by how they stand to the count.
     *
     * @param inCount among those announced
     * @param perhaps that may be among them
     * @param outside that only another rule counts, like the next two
     */
    public record Held(long inCount, long perhaps, long outside, long founding, long subCouncils) {

        static Held of(Stream<Holding> holdings) {
            long[] rows = new long[Standing.values().length];
            holdings.forEach(holding -> rows[holding.standing().ordinal()] += holding.rows());
            return new Held(
                    rows[Standing.IN_COUNT.ordinal()],
                    rows[Standing.NOT_STATED.ordinal()],
                    rows[Standing.OUTSIDE.ordinal()],
                    rows[Standing.FOUNDING.ordinal()],
                    rows[Standing.SUB_COUNCIL.ordinal()]);
        }

        public long of(Standing standing) {
            return switch (standing) {
                case IN_COUNT -> inCount;
                case NOT_STATED -> perhaps;
                case OUTSIDE -> outside;
                case FOUNDING -> founding;
                case SUB_COUNCIL -> subCouncils;
            };
        }

        /** What a rule counts: the rows among those announced, and what the rule adds. */
        public long counted(CountingRule rule) {
            return Stream.of(Standing.values())
                    .filter(standing -> standing.isCountedBy(rule))
                    .mapToLong(this::of)
                    .sum();
        }

        public long all() {
            return inCount + perhaps + outside + founding + subCouncils;
        }
    }

    /**
     * One meeting of the series, or several in a row of which nothing is said.
     *
     * @param through the last of them
     * @param held the rows recorded at it
     */
    public record Row(int ordinal, int through, boolean isOnRecord, Number added, Number toDate, Held held) {

        /** Whether anything is announced, derived or recorded. */
        public boolean isKnown() {
            return added.isKnown() || toDate.isKnown() || held.all() > 0;
        }
    }

    public Ledger.Series series() {
        return ledger.ledger().series(measure);
    }

    /** Whether a source speaks of the measure, or rows are recorded of it. */
    public boolean isSpoken() {
        boolean hasRows = ledger.holdings().stream().anyMatch(holding -> holding.isOf(measure));
        return isAnnounced() || hasRows && (measure != Measure.AGREEMENTS || !holdsOnlyMous());
    }

    /** Whether a source gives a number. */
    public boolean isAnnounced() {
        return ledger.figures().values().stream()
                .anyMatch(figure ->
                        series(figure.measure()) == measure && figure.standing().equals("reported"));
    }

    /** Whether all that is recorded of all agreements is MOUs, so that they say nothing the MOUs have not said. */
    boolean holdsOnlyMous() {
        return ledger.holdings().stream()
                .filter(holding -> holding.kind() != null)
                .allMatch(holding -> holding.isOf(Measure.MOUS));
    }

    private Measure series(Measure word) {
        return ledger.ledger().series(word).measure();
    }

    /** The meetings from the first to the last heard of. */
    public List<Row> rows() {
        Map<Integer, List<Holding>> held = ofMeasure()
                .filter(holding -> holding.ordinal() != null)
                .collect(Collectors.groupingBy(holding -> Objects.requireNonNull(holding.ordinal())));
        return series().rows().stream()
                .map(row -> row(row, held.getOrDefault(row.ordinal(), List.of()).stream()))
                .toList();
    }

    /** The row of a meeting, unless nobody has heard of it. */
    public Optional<Row> row(int ordinal) {
        return series().row(ordinal)
                .map(row -> row(row, ofMeasure().filter(holding -> Objects.equals(holding.ordinal(), ordinal))));
    }

    private Row row(Ledger.Row row, Stream<Holding> held) {
        return new Row(
                row.ordinal(),
                row.through(),
                row.isOnRecord(),
                number(row.added()),
                number(row.toDate()),
                Held.of(held));
    }

    /** Meetings whose numbers are only known together. */
    public List<Number> spans() {
        return series().spans().stream()
                .map(this::number)
                .filter(Number::isKnown)
                .toList();
    }

    /** The latest total. */
    public Number total() {
        return number(series().latest());
    }

    /** The totals that have a day and are no meeting's, oldest first. */
    public List<Number> dated() {
        return series().dated().stream()
                .filter(cell -> cell.announced().stream().anyMatch(Statement::isReported))
                .map(this::number)
                .toList();
    }

    /** The day of a number: of its meeting, or the one its figure is stated for. */
    public Optional<PartialDate> day(Number number) {
        Statement.Place place = number.place();
        if (place instanceof Statement.After after) {
            return ledger.day(after.ordinal());
        }
        if (place instanceof Statement.At at) {
            return ledger.day(at.through());
        }
        return number.figures().stream()
                .flatMap(figure -> Stream.ofNullable(figure.day()))
                .findFirst();
    }

    private Number number(Cell cell) {
        return Number.of(ledger, measure, cell);
    }

    /** Everything recorded of the measure. */
    public Held held() {
        return Held.of(ofMeasure());
    }

    /** The recorded rows of the measure; where two words are one series, those of the wider word. */
    public Stream<Holding> ofMeasure() {
        Measure widest = ledger.ledger().oneSeries() != null
                        && ledger.ledger().oneSeries().series() == measure
                        && ledger.ledger().oneSeries().word() == Measure.AGREEMENTS
                ? Measure.AGREEMENTS
                : measure;
        return ledger.holdings().stream().filter(holding -> holding.isOf(widest));
    }

    /** Whether other numbers confirm the total that is announced. */
    public boolean isConfirmed() {
        return confirmation().isPresent();
    }

    /** How other numbers confirm the total that is announced. */
    Optional<Finding.Agreement> confirmation() {
        return findings().stream()
                .filter(Finding.Agreement.class::isInstance)
                .map(Finding.Agreement.class::cast)
                .filter(agreement -> total().figures().stream()
                        .anyMatch(figure ->
                                figure.key().equals(agreement.statement().key())))
                .findFirst();
    }

    /** The findings about the measure. */
    public List<Finding> findings() {
        return ledger.ledger().findings().stream()
                .filter(finding -> finding.series() == measure)
                .toList();
    }

    /** The numbers that follow from others, each once, in the order of the meetings. */
    public List<Number> derived() {
        List<Number> derived = new ArrayList<>();
        rows().forEach(row ->
                Stream.of(row.added(), row.toDate()).filter(Number::isDerived).forEach(derived::add));
        Stream.concat(spans().stream(), dated().stream())
                .filter(Number::isDerived)
                .forEach(derived::add);
        return derived;
    }

    /** The address of the rows behind a number: of one meeting, or of all. */
    public Address rows(@Nullable Integer ordinal) {
        Address rows = Address.of(ledger.council().path() + "/rows")
                .with("measure", measure.code())
                .with("meeting", ordinal);
        return ledger.rule().on(rows);
    }
}
