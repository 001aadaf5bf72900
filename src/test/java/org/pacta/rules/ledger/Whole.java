package org.pacta.rules.ledger;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Unknown whole numbers from 0 to {@link #CEILING} under linear conditions, solved by narrowing the interval of each and trying what is left
 * open. It knows nothing of series, paths or proofs: what the ledger derives is held against it.
 */
final class Whole {

    static final int CEILING = 240;

    /** Trying is given up after so many tries; the question then stays open. */
    private static final int TRIES = 500;

    private final List<Condition> conditions = new ArrayList<>();
    private int unknowns;
    private int @Nullable [][] touching;

    /** That a sum of multiples of unknowns lies between two numbers. */
    record Condition(int[] unknowns, long[] factors, long least, long most) {

        private boolean touches(int unknown) {
            return IntStream.of(unknowns).anyMatch(each -> each == unknown);
        }

        private long low(int[] least, int[] most) {
            long sum = 0;
            for (int i = 0; i < unknowns.length; i++) {
                sum += factors[i] * (factors[i] > 0 ? least : most)[unknowns[i]];
            }
            return sum;
        }

        private long high(int[] least, int[] most) {
            return low(most, least);
        }
    }

    /** Some unknowns, each taken so many times. */
    record Sum(List<Integer> unknowns, List<Long> factors) {

        static Sum of(int unknown) {
            return new Sum(List.of(unknown), List.of(1L));
        }

        Sum minus(Sum other) {
            return plus(other, -1);
        }

        Sum plus(Sum other, long times) {
            List<Integer> all = new ArrayList<>(unknowns);
            all.addAll(other.unknowns);
            List<Long> multiples = new ArrayList<>(factors);
            other.factors.forEach(factor -> multiples.add(factor * times));
            return new Sum(all, multiples);
        }

        Sum times(long times) {
            return new Sum(
                    unknowns, factors.stream().map(factor -> factor * times).toList());
        }

        long in(int[] solution) {
            long value = 0;
            for (int i = 0; i < unknowns.size(); i++) {
                value += factors.get(i) * solution[unknowns.get(i)];
            }
            return value;
        }

        Condition between(long least, long most) {
            return new Condition(
                    unknowns.stream().mapToInt(Integer::intValue).toArray(),
                    factors.stream().mapToLong(Long::longValue).toArray(),
                    least,
                    most);
        }
    }

    /** Whether some numbers fit, and which; null when nobody knows. */
    record Answer(@Nullable Boolean fits, int @Nullable [] numbers) {}

    Sum unknown() {
        return Sum.of(unknowns++);
    }

    void require(Condition condition) {
        conditions.add(condition);
    }

    /**
     * Looks for numbers that keep every condition and these as well.
     *
     * @param isUpwards whether to try the greatest first and not the least
     */
    Answer solve(boolean isUpwards, Condition... more) {
        return new Search(isUpwards, more).answer();
    }

    /** The conditions that touch each unknown; all of them are required before anything is solved. */
    private int[][] touching() {
        if (touching == null) {
            touching = IntStream.range(0, unknowns)
                    .mapToObj(unknown -> IntStream.range(0, conditions.size())
                            .filter(i -> conditions.get(i).touches(unknown))
                            .toArray())
                    .toArray(int[][]::new);
        }
        return touching;
    }

    private final class Search {

        private final boolean isUpwards;
        private final Condition[] all;
        private final int[][] touching;
        private int tries;

        Search(boolean isUpwards, Condition... more) {
            this.isUpwards = isUpwards;
            all = Stream.concat(conditions.stream(), Stream.of(more)).toArray(Condition[]::new);
            touching = Whole.this.touching().clone();
            for (int i = conditions.size(); i < all.length; i++) {
                for (int unknown : all[i].unknowns) {
                    int[] before = touching[unknown];
                    touching[unknown] = Arrays.copyOf(before, before.length + 1);
                    touching[unknown][before.length] = i;
                }
            }
        }

        Answer answer() {
            int[] most = new int[unknowns];
            Arrays.fill(most, CEILING);
            BitSet waiting = new BitSet();
            waiting.set(0, all.length);
            int[] found = solve(new int[unknowns], most, waiting);
            return found != null ? new Answer(true, found) : new Answer(tries > TRIES ? null : false, null);
        }

        private int @Nullable [] solve(int[] least, int[] most, BitSet waiting) {
            if (tries > TRIES || !narrow(least, most, waiting)) {
                return null;
            }
            int open = -1;
            for (int i = 0; i < unknowns; i++) {
                if (least[i] < most[i] && open < 0) {
                    open = i;
                }
            }
            if (open < 0) {
                return least;
            }
            tries++;
            int[] settledLeast = least.clone();
            int[] settledMost = most.clone();
            if (isUpwards) {
                settledLeast[open] = most[open];
            } else {
                settledMost[open] = least[open];
            }
            int[] found = solve(settledLeast, settledMost, touched(open));
            if (found == null) {
                if (isUpwards) {
                    most[open]--;
                } else {
                    least[open]++;
                }
                found = solve(least, most, touched(open));
            }
            return found;
        }

        private BitSet touched(int unknown) {
            BitSet touched = new BitSet();
            IntStream.of(touching[unknown]).forEach(touched::set);
            return touched;
        }

        /** Narrows every interval by every condition until nothing changes; false when one is empty. */
        private boolean narrow(int[] least, int[] most, BitSet waiting) {
            for (int next = waiting.nextSetBit(0); next >= 0; next = waiting.nextSetBit(0)) {
                waiting.clear(next);
                Condition condition = all[next];
                long low = condition.low(least, most);
                long high = condition.high(least, most);
                if (low > condition.most || high < condition.least) {
                    return false;
                }
                for (int i = 0; i < condition.unknowns.length; i++) {
                    long factor = condition.factors[i];
                    int unknown = condition.unknowns[i];
                    long up = condition.most - low;
                    long down = high - condition.least;
                    long room = most[unknown] - (long) least[unknown];
                    long size = Math.abs(factor);
                    boolean isTight = false;
                    if (condition.most < Long.MAX_VALUE && up / size < room) {
                        if (factor > 0) {
                            most[unknown] = (int) (least[unknown] + up / size);
                        } else {
                            least[unknown] = (int) (most[unknown] - up / size);
                        }
                        isTight = true;
                    }
                    room = most[unknown] - (long) least[unknown];
                    if (condition.least > Long.MIN_VALUE && down / size < room) {
                        if (factor > 0) {
                            least[unknown] = (int) (most[unknown] - down / size);
                        } else {
                            most[unknown] = (int) (least[unknown] + down / size);
                        }
                        isTight = true;
                    }
                    if (isTight) {
                        IntStream.of(touching[unknown]).forEach(waiting::set);
                        low = condition.low(least, most);
                        high = condition.high(least, most);
                        if (low > condition.most || high < condition.least) {
                            return false;
                        }
                    }
                }
            }
            return true;
        }
    }
}
