package org.pacta.rules.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacta.rules.ledger.Measure.AGREEMENTS;
import static org.pacta.rules.ledger.Measure.MOUS;
import static org.pacta.rules.ledger.Measure.PROJECTS;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pacta.rules.ledger.Ledger.Row;
import org.pacta.rules.ledger.Ledger.Series;
import org.pacta.rules.ledger.Statement.After;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Before;
import org.pacta.rules.ledger.Statement.Comparator;
import org.pacta.rules.ledger.Statement.Count;
import org.pacta.rules.ledger.Statement.Place;

/** Hides numbers of true series: nothing derived may be wrong, and by the chain nothing may be missed. Repeat with -Dledger.seed=…. */
class RandomLedgerTests {

    /** A true series: what was counted before the first meeting, then what each meeting added. */
    private record Truth(int[] numbers) {

        static Truth any(Random random, int meetings, int most) {
            return new Truth(random.ints(meetings + 1, 0, most + 1).toArray());
        }

        int meetings() {
            return numbers.length - 1;
        }

        int at(Place place) {
            int from = 0;
            int through = place instanceof Before before ? before.ordinal() - 1 : 0;
            if (place instanceof At at) {
                from = at.ordinal();
                through = at.through();
            } else if (place instanceof After after) {
                through = after.ordinal();
            }
            return Arrays.stream(numbers, from, through + 1).sum();
        }
    }

    private final long seed = LedgerTests.seed();
    private final Random random = new Random(seed);

    @Test
    void findsByTheChainWhatBruteForceFinds() {
        for (int i = 0; i < 300; i++) {
            Truth truth = Truth.any(random, 1 + random.nextInt(5), 2);
            int ceiling = 3;
            Figures figures = new Figures()
                    .meetings(truth.meetings())
                    .state(PROJECTS, Place.before(1), Comparator.UP_TO, ceiling);
            for (int ordinal = 1; ordinal <= truth.meetings(); ordinal++) {
                figures.state(PROJECTS, Place.at(ordinal), Comparator.UP_TO, ceiling);
            }
            reveal(figures, PROJECTS, truth, random.nextInt(2 * truth.meetings() + 1));

            compareWithBruteForce(figures, truth.meetings(), ceiling, Integer.MAX_VALUE);
        }
    }

    @Test
    void knowsWhereNothingBoundsANumber() {
        for (int i = 0; i < 200; i++) {
            Truth truth = Truth.any(random, 1 + random.nextInt(3), 1);
            Figures figures = new Figures().meetings(truth.meetings());
            reveal(figures, PROJECTS, truth, random.nextInt(4));
            int beyond = 1
                    + figures.statements().stream()
                            .mapToInt(statement -> ((Count) statement.amount()).value() + 1)
                            .sum();

            compareWithBruteForce(figures, truth.meetings(), beyond, beyond);
        }
    }

    @Test
    void derivesNothingWrongFromASeriesWithHoles() {
        for (int i = 0; i < 600; i++) {
            int meetings = 1 + random.nextInt(7);
            Truth mous = Truth.any(random, meetings, 6);
            mous.numbers()[0] = random.nextInt(3);
            Truth agreements = new Truth(Arrays.stream(mous.numbers())
                    .map(mou -> mou + random.nextInt(4))
                    .toArray());
            Truth projects = Truth.any(random, meetings, 9);
            Map<Measure, Truth> truths = Map.of(MOUS, mous, AGREEMENTS, agreements, PROJECTS, projects);
            Figures figures = new Figures().founding();
            for (int ordinal = 1; ordinal <= meetings; ordinal++) {
                if (ordinal == meetings || random.nextBoolean()) {
                    figures.meeting(ordinal, day(ordinal, 0).toString());
                }
            }
            truths.forEach((measure, truth) -> {
                reveal(figures, measure, truth, random.nextInt(2 * meetings + 1));
                dated(figures, measure, truth);
                related(figures, measure, truth);
            });

            Ledger ledger = figures.ledger(random);

            assertThat(ledger.findings())
                    .as("seed %d, try %d: %s", seed, i, figures.statements())
                    .noneMatch(Finding.Contradiction.class::isInstance);
            int number = i;
            truths.forEach((measure, truth) -> check(
                    ledger.series(measure),
                    truth,
                    "seed %d, try %d: %s".formatted(seed, number, figures.statements())));
        }
    }

    @Test
    void drawsUpTheSameLedgerOfAnyContradictionsInAnyOrder() {
        for (int i = 0; i < 150; i++) {
            int meetings = 2 + random.nextInt(4);
            Figures figures = new Figures().founding();
            for (Measure measure : Measure.values()) {
                reveal(figures, measure, Truth.any(random, meetings, 5), 1 + random.nextInt(4));
                reveal(figures, measure, Truth.any(random, meetings, 5), random.nextInt(4));
            }

            Ledger ledger = figures.ledger();

            assertThat(figures.ledger(random)).as("seed %d, try %d", seed, i).isEqualTo(ledger);
            ledger.series()
                    .forEach(series -> cells(series).forEach(cell -> {
                        if (cell.stated() != null && cell.derived() != null) {
                            assertThat(cell.derived().and(cell.stated()))
                                    .as("seed %d: %s", seed, cell)
                                    .isPresent();
                        }
                    }));
        }
    }

    private void reveal(Figures figures, Measure measure, Truth truth, int count) {
        for (int i = 0; i < count; i++) {
            Place place = place(truth.meetings());
            int value = truth.at(place);
            switch (random.nextInt(8)) {
                case 0 -> figures.state(measure, place, Comparator.AT_LEAST, Math.max(0, value - random.nextInt(2)));
                case 1 ->
                    figures.state(
                            measure,
                            place,
                            value == 0 ? Comparator.AT_LEAST : Comparator.MORE_THAN,
                            Math.max(0, value - 1));
                case 2 -> figures.state(measure, place, Comparator.NEARLY, value + random.nextInt(2));
                case 3 -> figures.state(measure, place, Comparator.ABOUT, value + 1);
                default -> figures.state(measure, place, value);
            }
        }
    }

    private Place place(int meetings) {
        int ordinal = 1 + random.nextInt(meetings);
        return switch (random.nextInt(4)) {
            case 0 -> Place.after(ordinal);
            case 1 -> Place.before(ordinal);
            case 2 -> new At(ordinal, ordinal + random.nextInt(meetings - ordinal + 1));
            default -> Place.at(ordinal);
        };
    }

    /** A total on some day, which may or may not be known to lie between two meetings. */
    private void dated(Figures figures, Measure measure, Truth truth) {
        int after = random.nextInt(truth.meetings() + 1);
        if (after > 0 && random.nextBoolean()) {
            int slack = random.nextInt(40);
            figures.state(
                    measure,
                    Figures.asOf(
                            day(after, 50 - slack).toString(),
                            day(after, 50 + slack).toString()),
                    truth.at(Place.after(after)));
        }
    }

    private void related(Figures figures, Measure measure, Truth truth) {
        int one = 1 + random.nextInt(truth.meetings());
        int other = 1 + random.nextInt(truth.meetings());
        boolean ofTotals = random.nextBoolean();
        int number = truth.at(ofTotals ? Place.after(one) : Place.at(one));
        int base = truth.at(ofTotals ? Place.after(other) : Place.at(other));
        Place place = ofTotals ? Place.after(one) : Place.at(one);
        if (base > 0 && number % base == 0 && number > 0) {
            figures.relate(measure, place, Comparator.EXACTLY, String.valueOf(number / base), other);
        } else if (number > 2 * base) {
            figures.relate(measure, place, Comparator.MORE_THAN, "2", other);
        } else if (2 * number <= 3 * base) {
            figures.relate(measure, place, Comparator.NEARLY, "1.5", other);
        }
    }

    private static LocalDate day(int meeting, int later) {
        return LocalDate.of(2000, 1, 1).plusDays(100L * meeting + later);
    }

    private static void check(Series series, Truth truth, String what) {
        for (Cell cell : cells(series)) {
            int number = truth.at(cell.place());
            for (Bounds bounds : Arrays.asList(
                    cell.stated(),
                    cell.derived(),
                    truth.numbers()[0] == 0 ? cell.assuming() : null,
                    truth.numbers()[0] == 1 ? cell.withFounding() : null)) {
                if (bounds != null) {
                    assertThat(bounds.least().value()).as(what).isLessThanOrEqualTo(number);
                    if (bounds.most() != null) {
                        assertThat(bounds.most().value()).as(what).isGreaterThanOrEqualTo(number);
                    }
                }
            }
        }
    }

    private static List<Cell> cells(Series series) {
        List<Cell> cells = new ArrayList<>(series.spans());
        cells.add(series.before());
        for (Row row : series.rows()) {
            cells.add(row.added());
            cells.add(row.toDate());
        }
        return cells;
    }

    /** @param unbounded what only a number without an upper bound reaches */
    private void compareWithBruteForce(Figures figures, int meetings, int ceiling, int unbounded) {
        Series series = figures.ledger().series(PROJECTS);
        List<Place> places = cells(series).stream().map(Cell::place).toList();
        Map<Place, int[]> free = new HashMap<>();
        Map<Place, int[]> closed = new HashMap<>();
        enumerate(figures.statements(), new Truth(new int[meetings + 1]), 0, ceiling, places, free, closed);
        for (Cell cell : cells(series)) {
            String what = "seed %d: %s of %s".formatted(seed, cell.place(), figures.statements());
            assertThat(range(cell.stated(), cell.derived(), null))
                    .as(what)
                    .isEqualTo(range(free.get(cell.place()), unbounded));
            if (!closed.isEmpty()) {
                assertThat(range(cell.stated(), cell.derived(), cell.assuming()))
                        .as(what + " assuming nothing came before")
                        .isEqualTo(range(closed.get(cell.place()), unbounded));
            } else {
                assertThat(cell.assuming()).as(what).isNull();
            }
        }
    }

    private static String range(Bounds stated, Bounds derived, Bounds assuming) {
        Bounds known = Bounds.ANY;
        for (Bounds bounds : Arrays.asList(stated, derived, assuming)) {
            known = bounds == null ? known : known.and(bounds).orElseThrow();
        }
        return known.least().value() + ".."
                + (known.most() == null ? "" : known.most().value());
    }

    private static String range(int[] range, int unbounded) {
        return range[0] + ".." + (range[1] >= unbounded ? "" : range[1]);
    }

    /** Tries every series up to the ceiling, and widens the range of each place by those that fit. */
    private static void enumerate(
            List<Statement> statements,
            Truth truth,
            int next,
            int ceiling,
            List<Place> places,
            Map<Place, int[]> free,
            Map<Place, int[]> closed) {
        if (next > truth.meetings()) {
            if (statements.stream()
                    .allMatch(statement -> fits((Count) statement.amount(), truth.at(statement.place())))) {
                places.forEach(place -> widen(free, place, truth.at(place)));
                if (truth.numbers()[0] == 0) {
                    places.forEach(place -> widen(closed, place, truth.at(place)));
                }
            }
            return;
        }
        for (int number = 0; number <= ceiling; number++) {
            truth.numbers()[next] = number;
            enumerate(statements, truth, next + 1, ceiling, places, free, closed);
        }
        truth.numbers()[next] = 0;
    }

    private static void widen(Map<Place, int[]> ranges, Place place, int number) {
        int[] range = ranges.computeIfAbsent(place, key -> new int[] {number, number});
        range[0] = Math.min(range[0], number);
        range[1] = Math.max(range[1], number);
    }

    private static boolean fits(Count count, int number) {
        return switch (count.comparator()) {
            case EXACTLY -> number == count.value();
            case AT_LEAST -> number >= count.value();
            case MORE_THAN -> number > count.value();
            case NEARLY, UP_TO -> number <= count.value();
            case ABOUT -> true;
        };
    }
}
