package org.pacta.rules.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Statement.AsOf;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Before;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;

/**
 * All that is known about the counts of one council, in no order that matters.
 *
 * @param awaited numbered meetings that were planned, and of which nothing says that they were held
 * @param cancelled numbers of meetings that did not take place, at which nothing was added
 * @param founding the agreement that founded the council, where one is known
 * @param oneSeries where an editor declared that two words mean one series
 */
public record Evidence(
        List<Meeting> meetings,
        List<Meeting> awaited,
        Set<Integer> cancelled,
        List<Statement> statements,
        List<Recorded> recorded,
        @Nullable Founding founding,
        @Nullable OneSeries oneSeries) {

    private static final Comparator<Statement> ORDER = comparing(Statement::measure)
            .thenComparing(statement -> statement.place().code())
            .thenComparingInt(statement -> ordinal(statement.place()))
            .thenComparing(statement -> statement.place().toString())
            .thenComparing(statement -> statement.amount().toString())
            .thenComparing(Statement::key);

    public Evidence {
        meetings = meetings.stream().sorted(comparingInt(Meeting::ordinal)).toList();
        awaited = awaited.stream().sorted(comparingInt(Meeting::ordinal)).toList();
        cancelled = Set.copyOf(cancelled);
        statements = statements.stream().sorted(ORDER).toList();
        recorded = List.copyOf(recorded);
    }

    /**
     * A numbered meeting; meetings are held in the order of their numbers.
     *
     * @param earliest the first day it may have begun, null when unknown
     * @param latest the last day it may have ended, null when unknown
     */
    public record Meeting(
            int ordinal,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {

        public Meeting {
            if (ordinal < 1 || ordinal > Statement.LAST_ORDINAL) {
                throw new IllegalArgumentException("a meeting numbered " + ordinal);
            }
        }

        private boolean isAfter(Statement.AsOf day) {
            return earliest != null && earliest.isAfter(day.latest());
        }
    }

    /**
     * The rows on record for a meeting.
     *
     * @param measure all agreements include the MOUs
     * @param count in the council's count
     * @param possibly more that may be in it, where the source does not say
     */
    public record Recorded(Measure measure, int ordinal, int count, int possibly) {}

    /**
     * The agreement that founded the council.
     *
     * @param key the caller's reference to it
     * @param measures in which it would count as one
     */
    public record Founding(String key, Set<Measure> measures) {}

    /**
     * An editor's declaration that the council's sources use two words for one series.
     *
     * @param word the measure that is only another word
     * @param series the measure it is counted as
     */
    public record OneSeries(Measure word, Measure series, String reason) {}

    /** The last meeting before a day and the first one after it; what lies between may be on either side. */
    record Neighbours(int before, int after) {

        boolean areAdjacent() {
            return after == before + 1;
        }
    }

    /** The measure under whose name this one is kept. */
    public Measure series(Measure measure) {
        return oneSeries != null && oneSeries.word() == measure ? oneSeries.series() : measure;
    }

    /** Every measure that has a series of its own. */
    List<Measure> series() {
        return Arrays.stream(Measure.values())
                .filter(measure -> series(measure) == measure)
                .toList();
    }

    /** The statements of a series, whatever their word. */
    List<Statement> statements(Measure series) {
        return statements.stream()
                .filter(statement -> series(statement.measure()) == series)
                .toList();
    }

    /** The rows on record for each meeting that has some, in the widest measure of the series. */
    Map<Integer, Recorded> recorded(Measure series) {
        return recorded.stream()
                .filter(rows -> series(rows.measure()) == series)
                .collect(Collectors.toMap(
                        Recorded::ordinal, Function.identity(), BinaryOperator.maxBy(comparingInt(Recorded::count))));
    }

    boolean isFounded(Measure series) {
        return founding != null && founding.measures().stream().anyMatch(measure -> series(measure) == series);
    }

    /** The numbers of the meetings on record. */
    BitSet met() {
        return meetings.stream().mapToInt(Meeting::ordinal).collect(BitSet::new, BitSet::set, BitSet::or);
    }

    /** The numbers of the meetings of which it is known whether they were held. */
    BitSet settled() {
        BitSet settled = met();
        cancelled.forEach(settled::set);
        return settled;
    }

    /** The number of the last meeting anybody speaks of. */
    int lastOrdinal() {
        return last(statements.stream());
    }

    /** The number of the last meeting that is on record or that a report speaks of: a planned one is not missing yet. */
    int lastHeld() {
        return last(statements.stream().filter(Statement::isReported));
    }

    private int last(Stream<Statement> spoken) {
        IntStream numbers = spoken.flatMapToInt(statement -> statement.amount() instanceof Statement.Relation relation
                ? IntStream.of(ordinal(statement.place()), relation.ordinal())
                : IntStream.of(ordinal(statement.place())));
        return IntStream.concat(meetings.stream().mapToInt(Meeting::ordinal), numbers)
                .max()
                .orElse(0);
    }

    /** The last meeting a place speaks of, 0 for a day. */
    static int ordinal(Statement.Place place) {
        if (place instanceof Statement.At at) {
            return at.through();
        }
        if (place instanceof Statement.After after) {
            return after.ordinal();
        }
        return place instanceof Statement.Before before ? before.ordinal() : 0;
    }

    /** Finds a day's place among the meetings, unless their dates run against their numbers there. */
    Optional<Neighbours> neighbours(Statement.AsOf day) {
        int before = 0;
        int after = lastOrdinal() + 1;
        for (Meeting meeting : meetings) {
            if (meeting.latest() != null && meeting.latest().isBefore(day.earliest())) {
                before = Math.max(before, meeting.ordinal());
            }
            after = meeting.isAfter(day) ? Math.min(after, meeting.ordinal()) : after;
        }
        for (Meeting meeting : awaited) {
            after = meeting.isAfter(day) && meeting.ordinal() > before ? Math.min(after, meeting.ordinal()) : after;
        }
        return before < after ? Optional.of(new Neighbours(before, after)) : Optional.empty();
    }

    /** Where anything is stated of a council, whatever the measure. */
    static final class Outline {

        private static final int FEW = 12;

        private final Evidence evidence;
        private final int last;
        private final NavigableSet<Integer> spoken = new TreeSet<>();
        private final Map<AsOf, Neighbours> neighbours = new HashMap<>();

        Outline(Evidence evidence) {
            this.evidence = evidence;
            last = evidence.lastOrdinal();
            spoken.add(0);
            spoken.add(last);
            spoken.add(evidence.lastHeld());
            evidence.statements().forEach(this::add);
            evidence.cancelled().stream()
                    .filter(ordinal -> ordinal <= last)
                    .forEach(ordinal -> spoken.addAll(List.of(ordinal - 1, ordinal)));
            evidence.recorded().stream()
                    .filter(rows -> rows.ordinal() <= last)
                    .forEach(rows -> spoken.add(rows.ordinal()));
        }

        private void add(Statement statement) {
            Place place = statement.place();
            if (place instanceof AsOf day) {
                Neighbours found = evidence.neighbours(day).orElse(new Neighbours(0, last + 1));
                neighbours.put(day, found);
                spoken.add(found.before());
                spoken.add(found.after() - 1);
            } else {
                add(place);
            }
            if (statement.amount() instanceof Relation relation) {
                add(relation.base(place));
            }
        }

        private void add(Place place) {
            if (place instanceof At at) {
                spoken.add(at.ordinal() - 1);
            }
            spoken.add(place instanceof Before before ? before.ordinal() - 1 : Evidence.ordinal(place));
        }

        /** From the total before a meeting that is spoken of to the one after it, nothing is taken away; nothing is added where it was cancelled. */
        Fact step(int ordinal, Growth growth) {
            return evidence.cancelled().contains(ordinal)
                    ? growth.fact(0L, 0L, new Proof.Cancelled())
                    : growth.fact(0L, null, null);
        }

        /** The number of the last meeting anybody speaks of. */
        int last() {
            return last;
        }

        /** The number of the last meeting that is on record or that a report speaks of. */
        int lastHeld() {
            return evidence.lastHeld();
        }

        /** The meetings with which something spoken of begins or ends, and 0 for the start. */
        NavigableSet<Integer> spoken() {
            return spoken;
        }

        Neighbours neighbours(AsOf day) {
            return Objects.requireNonNull(neighbours.get(day));
        }

        /** Whether a day is known to lie between two meetings in a row, or after the last. */
        boolean isBetween(AsOf day) {
            return neighbours(day).areAdjacent() && neighbours(day).before() > 0;
        }

        /** The stretches between moments that are spoken of, one meeting or several. */
        List<At> stretches() {
            return spoken.tailSet(0, false).stream()
                    .map(through -> new At(spoken.lower(through) + 1, through))
                    .toList();
        }

        /** The stretches, and where they are few everything they make up. */
        Stream<At> spans() {
            return spoken.size() > FEW
                    ? stretches().stream()
                    : stretches().stream()
                            .flatMap(first -> spoken.tailSet(first.through()).stream()
                                    .map(through -> new At(first.ordinal(), through)));
        }

        /** Meetings from the first, in a row where nothing sets them apart: all on record or none, and nothing stated of any. */
        List<At> runs() {
            BitSet met = evidence.met();
            List<At> runs = new ArrayList<>();
            for (At stretch : stretches()) {
                int first = stretch.ordinal();
                while (first < stretch.through()) {
                    int through = met.get(first) ? met.nextClearBit(first) : met.nextSetBit(first);
                    through = Math.min(through < 0 ? last : through - 1, stretch.through() - 1);
                    runs.add(new At(first, through));
                    first = through + 1;
                }
                runs.add(new At(first, first));
            }
            return runs;
        }
    }
}
