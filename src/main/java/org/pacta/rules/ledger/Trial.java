package org.pacta.rules.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Relation;

/**
 * Rule 6: what is left open between series that are held against each other is tried. A table holds, for each pair of moments of a series, the
 * most by which the later total can exceed the earlier; parts, their wholes and what remains of these share theirs. Tables are narrowed until
 * nothing changes, then one number after the other is settled, the least first, until all are or none fits.
 */
final class Trial {

    /** More moments than these are not tried: bounds may then be wider than they could be, never wrong. */
    static final int MOMENTS = 40;

    private static final long ENDLESS = Long.MAX_VALUE / 4;
    private static final long TOO_LARGE = 1_000_000_000_000L;
    private static final int ROUNDS = 300;
    private static final int TRIES = 300;
    private static final int ALL_TRIES = 20_000;

    private final Map<Measure, Integer> places = new EnumMap<>(Measure.class);
    private final List<Integer> sizes = new ArrayList<>();
    private final List<Nesting> nestings = new ArrayList<>();
    private final List<Tie> ties = new ArrayList<>();
    private final List<long[][]> solutions = new ArrayList<>();
    private final long[][] known;
    private final boolean holds;
    private int tries;
    private int spent;

    /** Moments that a part and its whole have in common, with the place of each in its table. */
    private record Nesting(int part, int whole, int rest, int[] inPart, int[] inWhole) {}

    /** A number that a relation ties to its base. */
    private record Tie(int table, Growth number, Growth base, Relation relation) {}

    /** The least and the most a number can be; endless where nothing bounds it. */
    record Ends(long least, long most) {

        boolean areOne() {
            return least == most;
        }

        boolean isEndless() {
            return most >= ENDLESS;
        }
    }

    /** @param facts of each series, those of the frame included */
    Trial(Map<Measure, Timeline> timelines, Map<Measure, List<Fact>> facts, Map<Measure, List<Statement>> relations) {
        List<long[]> tables = new ArrayList<>();
        timelines.forEach((series, timeline) -> {
            places.put(series, tables.size());
            sizes.add(timeline.size());
            tables.add(table(
                    timeline.size(),
                    Stream.concat(timeline.frame().stream(), Objects.requireNonNull(facts.get(series)).stream())));
        });
        timelines.forEach((part, timeline) -> {
            Measure whole = part.whole();
            if (whole != null && timelines.containsKey(whole)) {
                tables.add(nest(part, timeline, whole, Objects.requireNonNull(timelines.get(whole))));
            }
        });
        known = tables.toArray(long[][]::new);
        relations.forEach((series, statements) -> {
            Timeline timeline = timelines.get(series);
            if (timeline != null) {
                statements.forEach(statement -> tie(place(series), timeline, statement));
            }
        });
        holds = narrow(known);
    }

    private static long[] table(int size, Stream<Fact> facts) {
        long[] table = new long[size * size];
        Arrays.fill(table, ENDLESS);
        for (int moment = 0; moment < size; moment++) {
            table[moment * size + moment] = 0;
        }
        facts.flatMap(Fact::edges).forEach(edge -> {
            int cell = edge.from() * size + edge.to();
            table[cell] = Math.min(table[cell], edge.length());
        });
        return table;
    }

    private long[] nest(Measure part, Timeline inPart, Measure whole, Timeline inWhole) {
        int[][] common = commonMoments(inPart, inWhole);
        nestings.add(new Nesting(place(part), place(whole), sizes.size(), common[0], common[1]));
        long[] parts = table(inPart.size(), inPart.frame().stream());
        long[] wholes = table(inWhole.size(), inWhole.frame().stream());
        close(parts, inPart.size());
        close(wholes, inWhole.size());
        int size = common[0].length;
        sizes.add(size);
        long[] rest = table(size, Stream.empty());
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                if (parts[common[0][i] * inPart.size() + common[0][j]] <= 0
                        && wholes[common[1][i] * inWhole.size() + common[1][j]] <= 0) {
                    rest[i * size + j] = 0;
                }
            }
        }
        return rest;
    }

    /** The moments that a total is spoken of in both series, each once: first those of the one, then those of the other. */
    private static int[][] commonMoments(Timeline one, Timeline other) {
        Set<List<Integer>> common = new LinkedHashSet<>(List.of(List.of(Timeline.ZERO, Timeline.ZERO)));
        one.places()
                .filter(place -> !(place instanceof At))
                .forEach(place -> one.growth(place)
                        .ifPresent(here ->
                                other.growth(place).ifPresent(there -> common.add(List.of(here.to(), there.to())))));
        return new int[][] {
            common.stream().mapToInt(pair -> pair.get(0)).toArray(),
            common.stream().mapToInt(pair -> pair.get(1)).toArray()
        };
    }

    private void tie(int table, Timeline timeline, Statement statement) {
        Relation relation = (Relation) statement.amount();
        timeline.growth(statement.place())
                .ifPresent(number -> timeline.growth(relation.base(statement.place()))
                        .ifPresent(base -> {
                            ties.add(new Tie(table, number, base, relation));
                            if (number.isTotal() && base.isTotal()) {
                                relation.difference()
                                        .ifPresent(difference -> ties.add(new Tie(
                                                table,
                                                relation.isMore()
                                                        ? new Growth(base.to(), number.to())
                                                        : new Growth(number.to(), base.to()),
                                                base,
                                                difference)));
                            }
                        }));
    }

    private int place(Measure series) {
        return Objects.requireNonNull(places.get(series));
    }

    /** Whether some numbers fit, as far as trying goes. */
    boolean fits() {
        return holds && (!solutions.isEmpty() || solve(copy(known)) != Outcome.NONE);
    }

    private enum Outcome {
        SOME,
        NONE,
        UNDECIDED
    }

    /** What a number can be: each end is reached by some numbers that fit, unless trying was stopped. */
    Ends ends(Measure series, Growth growth) {
        int table = place(series);
        long least = -known[table][cell(table, growth.to(), growth.from())];
        long most = known[table][cell(table, growth.from(), growth.to())];
        long low = reached(table, growth).min().orElse(least);
        while (least < low) {
            long middle = Math.floorDiv(least + low, 2);
            if (solve(narrowed(table, growth.from(), growth.to(), middle)) == Outcome.NONE) {
                least = middle + 1;
            } else {
                low = Math.min(middle, reached(table, growth).min().orElse(middle));
            }
        }
        long high = reached(table, growth).max().orElse(most);
        while (high < most && most < ENDLESS) {
            long middle = high + (most - high + 1) / 2;
            if (solve(narrowed(table, growth.to(), growth.from(), -middle)) == Outcome.NONE) {
                most = middle - 1;
            } else {
                high = Math.max(middle, reached(table, growth).max().orElse(middle));
            }
        }
        return new Ends(least, most);
    }

    private LongStream reached(int table, Growth growth) {
        return solutions.stream().mapToLong(totals -> totals[table][growth.to()] - totals[table][growth.from()]);
    }

    private long[][] narrowed(int table, int from, int to, long length) {
        long[][] copy = copy(known);
        int cell = cell(table, from, to);
        copy[table][cell] = Math.min(copy[table][cell], length);
        return copy;
    }

    private Outcome solve(long[][] tables) {
        tries = Math.min(TRIES, ALL_TRIES - spent);
        long[][] found = tries > 0 ? settle(tables) : null;
        if (found != null) {
            long[][] totals = new long[sizes.size()][];
            for (int table = 0; table < totals.length; table++) {
                int size = sizes.get(table);
                totals[table] = new long[size];
                for (int moment = 0; moment < size; moment++) {
                    totals[table][moment] = -found[table][moment * size];
                }
            }
            solutions.add(totals);
            return Outcome.SOME;
        }
        return tries > 0 ? Outcome.NONE : Outcome.UNDECIDED;
    }

    private long @Nullable [][] settle(long[][] tables) {
        while (true) {
            spent++;
            if (tries-- <= 0 || !narrow(tables)) {
                return null;
            }
            Open open = open(tables);
            if (open == null) {
                return tables;
            }
            long[][] settled = copy(tables);
            settled[open.table][open.most] = -tables[open.table][open.least];
            long[][] found = settle(settled);
            if (found != null || tries <= 0) {
                return found;
            }
            tables[open.table][open.least]--;
        }
    }

    /** Where the most and, with its sign, the least of a number stand that is not settled. */
    private record Open(int table, int most, int least, long room) {}

    private @Nullable Open open(long[][] tables) {
        Open open = null;
        for (Nesting nesting : nestings) {
            for (int i = 0; i < nesting.inPart.length; i++) {
                open = narrower(open, tables, nesting.part, Timeline.ZERO, nesting.inPart[i]);
                open = narrower(open, tables, nesting.whole, Timeline.ZERO, nesting.inWhole[i]);
            }
        }
        for (Tie tie : ties) {
            open = narrower(open, tables, tie.table, tie.base.from(), tie.base.to());
            open = narrower(open, tables, tie.table, tie.number.from(), tie.number.to());
        }
        return open;
    }

    private @Nullable Open narrower(@Nullable Open open, long[][] tables, int table, int from, int to) {
        int most = cell(table, from, to);
        int least = cell(table, to, from);
        long room = tables[table][most] + tables[table][least];
        return room > 0 && (open == null || room < open.room) ? new Open(table, most, least, room) : open;
    }

    /** Narrows each table by itself and by the others until nothing changes; false when no numbers fit. */
    private boolean narrow(long[][] tables) {
        boolean narrowed = true;
        for (int round = 0; narrowed && round < ROUNDS; round++) {
            for (int table = 0; table < tables.length; table++) {
                if (!close(tables[table], sizes.get(table))) {
                    return false;
                }
            }
            narrowed = false;
            for (Nesting nesting : nestings) {
                narrowed |= nest(tables, nesting);
            }
            for (Tie tie : ties) {
                narrowed |= tie(tables[tie.table], tie);
            }
        }
        return true;
    }

    /** By the shortest way from each moment to each (Floyd and Warshall); false when a way round is shorter than none. */
    private static boolean close(long[] table, int size) {
        for (int over = 0; over < size; over++) {
            for (int from = 0; from < size; from++) {
                long first = table[from * size + over];
                if (first < ENDLESS) {
                    for (int to = 0; to < size; to++) {
                        lower(table, from * size + to, first, table[over * size + to]);
                    }
                }
            }
        }
        for (int moment = 0; moment < size; moment++) {
            if (table[moment * size + moment] < 0) {
                return false;
            }
        }
        return true;
    }

    /** A whole is its part and the rest, between any two moments. */
    private boolean nest(long[][] tables, Nesting nesting) {
        long[] part = tables[nesting.part];
        long[] whole = tables[nesting.whole];
        long[] rest = tables[nesting.rest];
        int size = nesting.inPart.length;
        int partSize = sizes.get(nesting.part);
        int wholeSize = sizes.get(nesting.whole);
        boolean narrowed = false;
        for (int i = 0; i < size; i++) {
            for (int j = 0; j < size; j++) {
                int inPart = nesting.inPart[i] * partSize + nesting.inPart[j];
                int inWhole = nesting.inWhole[i] * wholeSize + nesting.inWhole[j];
                int partBack = nesting.inPart[j] * partSize + nesting.inPart[i];
                narrowed |= lower(part, inPart, whole[inWhole], rest[j * size + i]);
                narrowed |= lower(whole, inWhole, part[inPart], rest[i * size + j]);
                narrowed |= lower(rest, i * size + j, whole[inWhole], part[partBack]);
            }
        }
        return narrowed;
    }

    private static boolean lower(long[] table, int cell, long one, long other) {
        boolean isLower = one < ENDLESS && other < ENDLESS && one + other < table[cell];
        if (isLower) {
            table[cell] = one + other;
        }
        return isLower;
    }

    private boolean tie(long[] table, Tie tie) {
        Relation relation = tie.relation;
        int number = cell(tie.table, tie.number.from(), tie.number.to());
        int numberBack = cell(tie.table, tie.number.to(), tie.number.from());
        int base = cell(tie.table, tie.base.from(), tie.base.to());
        int baseBack = cell(tie.table, tie.base.to(), tie.base.from());
        return carry(table, baseBack, numberBack, relation, relation::leastFor, -1)
                | carry(table, base, number, relation, relation::mostFor, 1)
                | carry(table, numberBack, baseBack, relation, relation::leastBase, -1)
                | carry(table, number, base, relation, relation::mostBase, 1);
    }

    /** @param sign below nothing for the least of a number, which a table holds as the most by which it is exceeded the way back */
    private static boolean carry(
            long[] table, int from, int to, Relation relation, Function<BigDecimal, @Nullable Long> by, int sign) {
        long end = sign * table[from];
        BigDecimal number = BigDecimal.valueOf(end);
        if (end < 0 || end > TOO_LARGE || relation.reaches(BigDecimal.valueOf(TOO_LARGE), number)) {
            return false;
        }
        Long carried = by.apply(number);
        return carried != null && lower(table, to, sign * carried, 0);
    }

    private int cell(int table, int from, int to) {
        return from * sizes.get(table) + to;
    }

    private static long[][] copy(long[][] tables) {
        long[][] copy = new long[tables.length][];
        for (int table = 0; table < tables.length; table++) {
            copy[table] = tables[table].clone();
        }
        return copy;
    }
}
