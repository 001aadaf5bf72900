package org.pacta.rules.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.pacta.rules.ledger.Statement.After;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Before;
import org.pacta.rules.ledger.Statement.Comparator;
import org.pacta.rules.ledger.Statement.Place;

/** True series of a council, of which sources tell a part: exactly or as bounds, of one meeting or several, of days, and as relations
 * beside them. */
final class TrueSeries {

    private final Random random;
    private final int meetings;
    private final Map<Measure, int[]> numbers = new EnumMap<>(Measure.class);
    private final Figures figures = new Figures().founding();

    private TrueSeries(Random random, int most) {
        this.random = random;
        meetings = 1 + random.nextInt(1 + random.nextInt(most));
        int[] mous = random.ints(meetings + 1, 0, 4).toArray();
        mous[0] = random.nextInt(3);
        numbers.put(Measure.MOUS, mous);
        numbers.put(
                Measure.AGREEMENTS,
                Arrays.stream(mous).map(mou -> mou + random.nextInt(3)).toArray());
        numbers.put(Measure.PROJECTS, random.ints(meetings + 1, 0, 5).toArray());
    }

    /** What sources may tell of a council with at most so many meetings. */
    static Figures any(Random random, int most) {
        TrueSeries truth = new TrueSeries(random, most);
        truth.tell();
        return truth.figures;
    }

    /** The same, where other sources give other numbers for some of them. */
    static Figures withRivals(Random random, int most) {
        TrueSeries truth = new TrueSeries(random, most);
        truth.tell();
        List<Statement> exact = truth.figures.statements().stream()
                .filter(statement -> statement.amount().comparator() == Comparator.EXACTLY
                        && statement.amount() instanceof Statement.Count)
                .toList();
        for (int i = 1 + random.nextInt(2); i > 0 && !exact.isEmpty(); i--) {
            Statement one = exact.get(random.nextInt(exact.size()));
            int value = ((Statement.Count) one.amount()).value() + 1 + random.nextInt(3);
            truth.figures.state(one.measure(), one.place(), random.nextInt(4) > 0 ? value : Math.max(0, value - 4));
        }
        return truth.figures;
    }

    private void tell() {
        boolean hasDates = random.nextInt(4) > 0;
        for (int ordinal = 1; ordinal <= meetings; ordinal++) {
            if (hasDates && (ordinal == meetings || random.nextInt(3) > 0)) {
                figures.meeting(ordinal, day(ordinal, 0).toString());
            }
        }
        if (!hasDates) {
            figures.meetings(meetings);
        }
        for (Measure measure : Measure.values()) {
            int counts = random.nextInt(2 * meetings + 1);
            for (int i = 0; i < counts; i++) {
                count(measure);
            }
            for (int i = random.nextInt(3); i > 0 && random.nextBoolean(); i--) {
                dated(measure);
            }
            for (int i = random.nextInt(3); i > 0 && counts > 0 && random.nextBoolean(); i--) {
                relation(measure);
            }
        }
    }

    private void count(Measure measure) {
        Place place = place();
        int value = at(measure, place);
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

    private Place place() {
        int ordinal = 1 + random.nextInt(meetings);
        return switch (random.nextInt(4)) {
            case 0 -> Place.after(ordinal);
            case 1 -> Place.before(ordinal);
            case 2 -> new At(ordinal, ordinal + random.nextInt(meetings - ordinal + 1));
            default -> Place.at(ordinal);
        };
    }

    /** A total on some day, which may or may not be known to lie between two meetings. */
    private void dated(Measure measure) {
        int after = random.nextInt(meetings + 1);
        int slack = random.nextInt(48);
        figures.state(
                measure,
                Figures.asOf(
                        day(after, 50 - slack).toString(),
                        day(after, 50 + slack).toString()),
                at(measure, after == 0 ? Place.before(1) : Place.after(after)));
    }

    private void relation(Measure measure) {
        int other = 1 + random.nextInt(meetings);
        Place place = place();
        if (place instanceof At at && at.ordinal() <= other && other <= at.through()) {
            return;
        }
        Place base = place instanceof At
                ? Place.at(other)
                : place instanceof Before ? Place.before(other) : Place.after(other);
        int number = at(measure, place);
        int many = at(measure, base);
        if (many > 0 && 2 * number % many == 0 && number > 0 && number <= 3 * many) {
            figures.relate(measure, place, Comparator.EXACTLY, String.valueOf(number / (double) many), other);
        } else if (number > 2 * many) {
            figures.relate(measure, place, Comparator.MORE_THAN, "2", other);
        } else if (2 * number <= 3 * many) {
            figures.relate(measure, place, Comparator.NEARLY, "1.5", other);
        } else {
            figures.relate(measure, place, Comparator.AT_LEAST, "1.5", other);
        }
    }

    private int at(Measure measure, Place place) {
        int from = 0;
        int through = place instanceof Before before ? before.ordinal() - 1 : 0;
        if (place instanceof At at) {
            from = at.ordinal();
            through = at.through();
        } else if (place instanceof After after) {
            through = after.ordinal();
        }
        int[] numbersOf = numbers.getOrDefault(measure, new int[0]);
        return Arrays.stream(numbersOf, from, through + 1).sum();
    }

    private static LocalDate day(int meeting, int later) {
        return LocalDate.of(2000, 1, 1).plusDays(100L * meeting + later);
    }
}
