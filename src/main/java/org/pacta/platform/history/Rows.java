package org.pacta.platform.history;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.function.ObjIntConsumer;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;

/** Brings the rows of a record into line with those wanted, so that its history tells of what differs and of nothing else. */
public final class Rows {

    private Rows() {}

    /**
     * Keeps the rows that are wanted, changed in place, lets the others go and takes in the new ones.
     *
     * @param alike whether a row held stands for one wanted
     * @param change has the first take over what the second says
     */
    public static <R> void align(
            List<R> held, List<? extends R> wanted, BiPredicate<R, R> alike, BiConsumer<R, R> change) {
        List<R> left = new ArrayList<>(held);
        List<R> rows = new ArrayList<>();
        for (R row : wanted) {
            R kept = left.stream()
                    .filter(each -> alike.test(each, row))
                    .findFirst()
                    .orElse(row);
            if (left.remove(kept)) {
                change.accept(kept, row);
            }
            rows.add(kept);
        }
        if (!rows.equals(new ArrayList<>(held))) {
            held.clear();
            held.addAll(rows);
        }
    }

    /** Keeps the rows that say the same, lets the others go and takes in the new ones. */
    public static <R> void replace(List<R> held, List<? extends R> wanted, BiPredicate<R, R> same) {
        align(held, wanted, same, (row, again) -> {});
    }

    /** Has the positions rise along the rows and moves as few of them as that needs. */
    public static <R> void number(List<R> rows, ToIntFunction<R> position, ObjIntConsumer<R> move) {
        int last = 0;
        for (R row : rows) {
            if (position.applyAsInt(row) <= last) {
                move.accept(row, last + 1);
            }
            last = position.applyAsInt(row);
        }
    }

    /** Rows in the order of their days; one without a day stays behind the one that it stood behind. */
    public static <R> List<R> byDay(List<R> rows, Function<R, @Nullable PartialDate> day) {
        List<R> ordered = new ArrayList<>();
        int at = 0;
        for (R row : rows) {
            PartialDate own = day.apply(row);
            if (own != null) {
                at = (int) ordered.stream()
                        .takeWhile(each -> !isAfter(day.apply(each), own))
                        .count();
            }
            ordered.add(at, row);
            at++;
        }
        return List.copyOf(ordered);
    }

    private static boolean isAfter(@Nullable PartialDate day, PartialDate other) {
        return day != null && day.sort().isAfter(other.sort());
    }

    /** Where in a list something stands that does not follow from what stands before it. */
    public static <R> List<Integer> breaks(List<R> rows, BiPredicate<R, R> follows) {
        return IntStream.range(1, rows.size())
                .filter(i -> !follows.test(rows.get(i - 1), rows.get(i)))
                .boxed()
                .toList();
    }

    /** Where in a list something stands that stood there before. */
    public static List<Integer> repeats(List<?> keys) {
        return IntStream.range(0, keys.size())
                .filter(i -> keys.subList(0, i).contains(keys.get(i)))
                .boxed()
                .toList();
    }
}
