package org.pacta.rules.ledger;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Statement.After;
import org.pacta.rules.ledger.Statement.AsOf;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Before;
import org.pacta.rules.ledger.Statement.Count;
import org.pacta.rules.ledger.Statement.Place;

/**
 * The moments of one series at which its total can be known, and what each statement says about them. From one meeting to the next there
 * is a single moment, since nothing is assumed to be signed there; only stated totals that differ show growth, and make it several. A total whose
 * day may be on either side of a meeting bounds the moments around it, from one side each (rule 5).
 */
final class Timeline {

    static final int ZERO = 0;

    private final Evidence evidence;
    private final int meetings;
    private final List<Place> names = new ArrayList<>(List.of(Place.before(1)));
    private final List<Fact> frame = new ArrayList<>();
    private final Map<Place, Integer> days = new HashMap<>();
    private final int[] opening;
    private final int[] closing;

    /** @param statements those of the series that count */
    Timeline(Evidence evidence, List<Statement> statements) {
        this.evidence = evidence;
        meetings = evidence.lastOrdinal();
        opening = new int[meetings + 1];
        closing = new int[meetings + 1];
        opening[0] = closing[0] = moment(Place.before(1));
        neverFalls(ZERO, closing[0]);
        for (int ordinal = 1; ordinal <= meetings; ordinal++) {
            layOut(ordinal, totals(ordinal, statements));
            neverFalls(closing[ordinal - 1], opening[ordinal]);
        }
    }

    /** From one moment to a later one; a total grows from zero. */
    record Growth(int from, int to) {

        boolean isTotal() {
            return from == ZERO;
        }

        Fact fact(@Nullable Long least, @Nullable Long most, @Nullable Ground ground) {
            return new Fact(from, to, least, most, ground);
        }
    }

    /** What the statements of one place between two meetings say; nothing when they exclude each other. */
    private record Total(Place place, LocalDate earliest, LocalDate latest, Bounds bounds) {

        static Total of(Place place, List<Statement> statements) {
            Bounds bounds = Bounds.of(statements).orElse(Bounds.ANY);
            if (place instanceof AsOf day) {
                return new Total(place, day.earliest(), day.latest(), bounds);
            }
            LocalDate day = place instanceof After ? LocalDate.MIN : LocalDate.MAX;
            return new Total(place, day, day, bounds);
        }

        boolean isBefore(Total other) {
            return latest.isBefore(other.earliest);
        }
    }

    int size() {
        return names.size();
    }

    Place name(int moment) {
        return names.get(moment);
    }

    List<Fact> frame() {
        return frame;
    }

    /** The growth between this meeting and the next, where totals show some. */
    Optional<Growth> growthAfter(int ordinal) {
        return opening[ordinal] == closing[ordinal]
                ? Optional.empty()
                : Optional.of(new Growth(opening[ordinal], closing[ordinal]));
    }

    /** The meeting whose row a moment belongs to, 0 before the first. */
    int meeting(int moment) {
        int ordinal = meetings;
        while (ordinal > 0 && opening[ordinal] > moment) {
            ordinal--;
        }
        return ordinal;
    }

    /** The place of the latest total. */
    Place latest() {
        return name(closing[meetings]);
    }

    /** What a place measures, unless that is no single thing: a day on either side of a meeting, a span across known growth. */
    Optional<Growth> growth(Place place) {
        if (place instanceof At at) {
            return crossesGrowth(at) ? Optional.empty() : Optional.of(around(at));
        }
        if (place instanceof After after) {
            return Optional.of(total(opening[after.ordinal()]));
        }
        if (place instanceof Before before) {
            return Optional.of(total(closing[before.ordinal() - 1]));
        }
        return Optional.ofNullable(days.get(place)).map(Timeline::total);
    }

    /** What was counted before the first meeting, supposed to be so much. */
    Fact suppose(long before, Ground ground) {
        return total(closing[0]).fact(before, before, ground);
    }

    /** What a printed number says; a relation says nothing by itself, nor does "about". */
    List<Fact> facts(Statement statement) {
        if (!(statement.amount() instanceof Count count)) {
            return List.of();
        }
        Ground ground = new Proof.Stated(statement);
        Stream<Fact> facts = growth(statement.place())
                .map(growth -> Stream.of(growth.fact(count.least(), count.most(), ground)))
                .orElseGet(() -> oneSided(statement.place(), count, ground));
        return facts.filter(fact -> fact.least() != null || fact.most() != null).toList();
    }

    private Stream<Fact> oneSided(Place place, Count count, Ground ground) {
        if (place instanceof At span) {
            return Stream.of(around(span).fact(count.least(), null, ground));
        }
        Stream.Builder<Fact> facts = Stream.builder();
        evidence.neighbours((AsOf) place).ifPresent(neighbours -> {
            if (neighbours.before() > 0) {
                facts.add(total(opening[neighbours.before()]).fact(null, count.most(), ground));
            }
            if (neighbours.after() <= meetings) {
                facts.add(total(closing[neighbours.after() - 1]).fact(count.least(), null, ground));
            }
        });
        return facts.build();
    }

    private static Growth total(int moment) {
        return new Growth(ZERO, moment);
    }

    private Growth around(At at) {
        return new Growth(closing[at.ordinal() - 1], opening[at.through()]);
    }

    private boolean crossesGrowth(At at) {
        for (int ordinal = at.ordinal(); ordinal < at.through(); ordinal++) {
            if (growthAfter(ordinal).isPresent()) {
                return true;
            }
        }
        return false;
    }

    private List<Total> totals(int ordinal, List<Statement> statements) {
        return statements.stream()
                .map(Statement::place)
                .distinct()
                .filter(place -> isBetween(ordinal, place))
                .map(place -> Total.of(
                        place,
                        statements.stream()
                                .filter(statement -> statement.place().equals(place))
                                .toList()))
                .toList();
    }

    private boolean isBetween(int ordinal, Place place) {
        if (place instanceof AsOf day) {
            return evidence.neighbours(day)
                    .filter(neighbours -> neighbours.before() == ordinal && neighbours.areAdjacent())
                    .isPresent();
        }
        return place.equals(Place.after(ordinal))
                || ordinal < Statement.LAST_ORDINAL && place.equals(Place.before(ordinal + 1));
    }

    /** One moment for as many totals in a row as fit one number. */
    private void layOut(int ordinal, List<Total> totals) {
        opening[ordinal] = closing[ordinal] = moment(Place.after(ordinal));
        Optional<Bounds> number = Optional.of(Bounds.ANY);
        for (Total total : inOrder(totals)) {
            number = number.flatMap(known -> known.and(total.bounds));
            if (number.isEmpty()) {
                int earlier = closing[ordinal];
                closing[ordinal] = moment(total.place);
                neverFalls(earlier, closing[ordinal]);
                number = Optional.of(total.bounds);
            }
            days.put(total.place, closing[ordinal]);
        }
    }

    /** By their days, and by their numbers where the days leave it open. */
    private static List<Total> inOrder(List<Total> totals) {
        List<Total> waiting = new ArrayList<>(totals);
        List<Total> ordered = new ArrayList<>();
        while (!waiting.isEmpty()) {
            Total next = waiting.stream()
                    .filter(total -> waiting.stream().noneMatch(other -> other.isBefore(total)))
                    .min(Comparator.comparingLong(total -> total.bounds.least().value()))
                    .orElseThrow();
            waiting.remove(next);
            ordered.add(next);
        }
        return ordered;
    }

    private void neverFalls(int earlier, int later) {
        frame.add(new Growth(earlier, later).fact(0L, null, null));
    }

    private int moment(Place name) {
        names.add(name);
        return names.size() - 1;
    }
}
