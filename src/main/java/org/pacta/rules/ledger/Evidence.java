package org.pacta.rules.ledger;

import static java.util.Comparator.comparing;
import static java.util.Comparator.comparingInt;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * All that is known about the counts of one council, in no order that matters.
 *
 * @param founding the agreement that founded the council, where one is known
 * @param oneSeries where an editor declared that two words mean one series
 */
public record Evidence(
        List<Meeting> meetings,
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
        statements = statements.stream().sorted(ORDER).toList();
        recorded = List.copyOf(recorded);
    }

    /**
     * A numbered meeting that is on record; meetings are held in the order of their numbers.
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

    /** The rows on record for a meeting, in the widest measure of the series. */
    Recorded recorded(Measure series, int ordinal) {
        return recorded.stream()
                .filter(rows -> rows.ordinal() == ordinal && series(rows.measure()) == series)
                .max(comparingInt(Recorded::count))
                .orElse(new Recorded(series, ordinal, 0, 0));
    }

    boolean isFounded(Measure series) {
        return founding != null && founding.measures().stream().anyMatch(measure -> series(measure) == series);
    }

    boolean isMet(int ordinal) {
        return meetings.stream().anyMatch(meeting -> meeting.ordinal() == ordinal);
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
        int last = lastOrdinal();
        List<Integer> earlier = new ArrayList<>(List.of(0));
        List<Integer> later = new ArrayList<>(List.of(last + 1));
        for (Meeting meeting : meetings) {
            if (meeting.latest() != null && meeting.latest().isBefore(day.earliest())) {
                earlier.add(meeting.ordinal());
            }
            if (meeting.earliest() != null && meeting.earliest().isAfter(day.latest())) {
                later.add(meeting.ordinal());
            }
        }
        int before = earlier.stream().mapToInt(Integer::intValue).max().orElseThrow();
        int after = later.stream().mapToInt(Integer::intValue).min().orElseThrow();
        return before < after ? Optional.of(new Neighbours(before, after)) : Optional.empty();
    }
}
