package org.pacta.registry.tally;

import static java.util.Comparator.reverseOrder;

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
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.rules.ledger.Bounds;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Ledger;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;

/** One measure of a council: what is announced, derived and recorded of it. */
public record Tally(CouncilLedger ledger, Measure measure) {

    /**
     * A cell of the ledger with what it rests on; {@code CellWording} puts it into words, signs and columns.
     *
     * @param figures what was announced of it, the figures that count first
     * @param bounds what is known of it, null when only what was announced can be said ("about 50")
     * @param withFounding the number if the founding agreement was counted before the first meeting
     * @param isDoubtful whether what follows rests on a figure that others contradict, or all rivals are contradicted by others
     * @param lender the other measure that alone says what it is: MOUs of all agreements; null where its own has a part in it
     * @param higher a total that was announced before and is more than this can be; null where there is none
     */
    public record Number(
            Measure measure,
            Statement.@Nullable Place place,
            Basis basis,
            List<Figure> figures,
            @Nullable Bounds bounds,
            @Nullable Long withFounding,
            boolean isDoubtful,
            @Nullable Measure lender,
            @Nullable Number higher) {

        static Number of(CouncilLedger ledger, Measure measure, Cell cell, @Nullable Number higher) {
            List<Statement> announced = cell.announced().stream()
                    .sorted(Comparator.comparing(Statement::standing)
                            .thenComparing(Statement::preferred, reverseOrder())
                            .thenComparing(Bounds.MOST_EXACT_FIRST))
                    .toList();
            Bounds bounds = cell.shown()
                    .filter(known -> known.restsOn(statement -> true) || known.isOfNoMeeting())
                    .orElse(null);
            Bounds founded = cell.withFounding();
            Basis basis = Basis.of(announced, bounds, cell);
            return new Number(
                    measure,
                    cell.place(),
                    basis,
                    announced.stream()
                            .map(statement ->
                                    Objects.requireNonNull(ledger.figures().get(statement.key())))
                            .toList(),
                    switch (basis) {
                        case RIVAL -> Bounds.either(Basis.counting(announced));
                        case DISPUTED -> cell.stated();
                        default -> bounds;
                    },
                    basis == Basis.ASSUMED && founded != null && founded.isExact()
                            ? founded.least().value()
                            : null,
                    basis == Basis.RIVAL
                            ? Basis.areContradicted(ledger, Basis.counting(announced))
                            : cell.restsOnDisputed() && !basis.isSaid(),
                    lender(ledger, measure, basis, bounds),
                    higher);
        }

        public static Number unknown(Measure measure, Statement.@Nullable Place place, List<Figure> figures) {
            return new Number(measure, place, Basis.UNKNOWN, figures, null, null, false, null, null);
        }

        /** The same without the total that was announced before. */
        public Number alone() {
            return new Number(measure, place, basis, figures, bounds, withFounding, isDoubtful, lender, null);
        }

        /** The measure that alone says what a bound is: another one, or none where the measure itself has a part in it. */
        private static @Nullable Measure lender(
                CouncilLedger ledger, Measure measure, Basis basis, @Nullable Bounds bounds) {
            return basis != Basis.BOUNDED
                            || bounds == null
                            || bounds.restsOn(statement ->
                                    ledger.ledger().series(statement.measure()).measure() == measure)
                    ? null
                    : bounds.statements().iterator().next().measure();
        }

        public boolean isKnown() {
            return basis != Basis.UNKNOWN;
        }

        /** Whether it is known of what has happened, and not planned. */
        public boolean isResult() {
            return isKnown() && basis != Basis.PLANNED;
        }

        /** Whether there is one number, and nobody contradicts it. */
        public boolean isExact() {
            return bounds != null && bounds.isExact() && basis != Basis.RIVAL && basis != Basis.DISPUTED;
        }

        /** Whether it follows from other numbers. */
        public boolean isDerived() {
            return basis == Basis.DERIVED || basis == Basis.ASSUMED || basis == Basis.BOUNDED;
        }

        /** Whether other numbers tell more of it than a source that does not give it exactly. */
        public boolean isNarrowed() {
            return basis == Basis.APPROXIMATE
                    && bounds != null
                    && bounds.restsOn(statement ->
                            said().stream().noneMatch(figure -> figure.key().equals(statement.key())));
        }

        /** Whether a proof says how it, or what else is known of it, follows. */
        public boolean isProved() {
            return isDerived() || isNarrowed();
        }

        /** The figures that a source reports, or where there is none those that are planned, each said once; of rivals the lowest first. */
        public List<Figure> said() {
            List<Figure> reported = figures.stream().filter(Figure::isReported).toList();
            List<Figure> said = reported.isEmpty()
                    ? figures.stream().filter(Figure::isPlanned).toList()
                    : reported;
            boolean isDecided = said.stream().anyMatch(Figure::preferred);
            Stream<Figure> counting = said.stream().filter(figure -> !isDecided || figure.preferred());
            return (basis == Basis.RIVAL ? counting.sorted(Comparator.comparing(Number::lowest)) : counting).toList();
        }

        private static int lowest(Figure figure) {
            return figure.amount() instanceof Statement.Count count ? count.value() : Integer.MAX_VALUE;
        }

        /** The figures that are given for it and do not count, for it or for anything, and plans beside what is reported or follows. */
        public List<Figure> asides() {
            return figures.stream()
                    .filter(figure -> figure.isAside() || figure.isPlanned() && basis != Basis.PLANNED)
                    .toList();
        }

        /** The least it can be. */
        public long least() {
            return Objects.requireNonNullElse(ends().least(), 0L);
        }

        /** The least and the most it can be, null where nothing says; of rivals the lowest and the highest. */
        public Ends ends() {
            if (bounds == null) {
                return new Ends(null, null);
            }
            Bounds.Bound least = bounds.least();
            boolean saysNothing = least.value() == 0
                    && !bounds.isExact()
                    && least.proof().terms().isEmpty();
            return new Ends(
                    saysNothing ? null : least.value(),
                    bounds.most() == null ? null : bounds.most().value());
        }

        /** The last meeting it is about; 0 when it is about none. */
        public int ordinal() {
            if (place instanceof Statement.At at) {
                return at.through();
            }
            return place instanceof Statement.After after ? after.ordinal() : 0;
        }

        /** Whether to name that meeting says when it was reached. */
        public boolean isOf(@Nullable Integer meeting) {
            return Objects.equals(ordinal(), meeting) && higher == null;
        }
    }

    /** The two ends of what is known of a number. */
    public record Ends(@Nullable Long least, @Nullable Long most) {}

    /**
     * One meeting of the series, or several in a row of which nothing is said.
     *
     * @param through the last of them
     * @param held the rows recorded at it
     */
    public record Row(int ordinal, int through, boolean isOnRecord, Number added, Number toDate, Held held) {

        /** Whether anything is announced, derived or recorded, even if it does not count. */
        public boolean isKnown() {
            return Stream.of(added, toDate)
                            .anyMatch(number ->
                                    number.isKnown() || !number.asides().isEmpty())
                    || held.all() > 0;
        }
    }

    public Ledger.Series series() {
        return ledger.ledger().series(measure);
    }

    /** Whether a source speaks of the measure, or rows are recorded of it. */
    public boolean isSpoken() {
        boolean hasRows = ledger.holdings().stream().anyMatch(holding -> holding.isOf(measure));
        return figures().findAny().isPresent() || hasRows && (measure != Measure.AGREEMENTS || !holdsOnlyMous());
    }

    /** Whether a source gives a number. */
    public boolean isAnnounced() {
        return figures().anyMatch(Figure::isReported);
    }

    /** Whether a source gives a number, reported or planned. */
    public boolean isSaid() {
        return figures().anyMatch(figure -> !figure.isAside());
    }

    private Stream<Figure> figures() {
        return ledger.figures().values().stream().filter(figure -> series(figure.measure()) == measure);
    }

    /** Whether all that is recorded of all agreements is MOUs, so that they say nothing the MOUs have not said. */
    public boolean holdsOnlyMous() {
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

    /** The latest total, with the one that was announced before where that is more. */
    public Number latest() {
        Cell higher = series().higher();
        return Number.of(ledger, measure, series().latest(), higher == null ? null : number(higher));
    }

    /** The same, unless all that is known of it is what another measure says: that is left to the other measure. */
    public Number total() {
        Number latest = latest();
        return latest.lender == null ? latest : Number.unknown(measure, latest.place, latest.figures);
    }

    /** The totals that sources give for days, oldest first. */
    public List<Number> dated() {
        return series().dated().stream()
                .filter(cell -> cell.announced().stream().anyMatch(Statement::isReported))
                .map(this::number)
                .toList();
    }

    /** The figures of a day that do not count and stand at no meeting, each beside what other totals say of that day. */
    public List<Number> datedAsides() {
        return DatedAside.of(this)
                .map(aside -> aside.number(this))
                .filter(number -> !number.asides().isEmpty())
                .toList();
    }

    /** The number to tell of the measure first: the latest total, else what the latest meeting or occasion added as far as it is said, else a plan. */
    public Number headline() {
        Number total = total();
        if (total.isResult() && isSaid()) {
            return total;
        }
        Stream<Number> added =
                rows().stream().map(Row::added).filter(number -> number.basis().isSaid());
        List<Number> said = Stream.concat(Stream.concat(apart(), added), Stream.of(total))
                .filter(number -> number.isKnown() && isSaid())
                .toList();
        return said.stream()
                .filter(Number::isResult)
                .reduce((earlier, later) -> later)
                .or(() -> said.stream().reduce((earlier, later) -> later))
                .orElseGet(() -> Number.unknown(
                        measure,
                        total.place(),
                        figures().filter(Figure::isAside).toList()));
    }

    /** The numbers of occasions that have no place between numbered meetings, oldest first, where nothing else is said of the measure. */
    public List<Number> occasions() {
        Number headline = headline();
        return headline.place == null && headline.isKnown() ? apart().toList() : List.of();
    }

    private Stream<Number> apart() {
        return CouncilLedger.inOrder(ledger.beside(), figure -> series(figure.measure()) == measure).stream()
                .map(figure ->
                        new Number(measure, null, Basis.of(figure), List.of(figure), null, null, false, null, null));
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

    /** A cell of the series with what it rests on. */
    public Number number(Cell cell) {
        return Number.of(ledger, measure, cell, null);
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

    /** How other numbers confirm the total that is announced. */
    public Optional<Finding.Agreement> confirmation() {
        return ledger.ledger()
                .confirmation(
                        measure, total().said().stream().map(Figure::amount).toList());
    }

    /** The findings about the measure. */
    public List<Finding> findings() {
        return ledger.ledger().findings().stream()
                .filter(finding -> finding.series() == measure)
                .toList();
    }

    /** The address of the rows behind a number: of one meeting, or of all. */
    public Address rows(@Nullable Integer ordinal) {
        Address rows = Address.of(ledger.council().path() + "/rows")
                .with("measure", measure.code())
                .with("meeting", ordinal);
        return ledger.rule().on(rows);
    }
}
