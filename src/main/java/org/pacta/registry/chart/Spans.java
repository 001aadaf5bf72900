package org.pacta.registry.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.Tally.Number;

/** What is known of a council between its points, for every chart of it. */
final class Spans {

    private Spans() {}

    /** A point with a total. */
    private record Told(StepPoint point, Number toDate) {

        static Stream<Told> of(StepPoint point) {
            return Stream.ofNullable(point.toDate())
                    .filter(total -> point.meeting() != null || total.isKnown())
                    .map(total -> new Told(point, total));
        }

        boolean isContradictedOrPlanned() {
            return toDate.basis() == Basis.DISPUTED || toDate.basis() == Basis.PLANNED;
        }

        @Nullable
        Long most() {
            return isContradictedOrPlanned() ? null : toDate.ends().most();
        }

        LocalDate day() {
            return Objects.requireNonNull(point.day());
        }

        /** The least that was added at it, if nobody contradicts it. */
        long added() {
            return point.added() == null || point.added().basis() == Basis.DISPUTED
                    ? 0
                    : point.added().least();
        }

        boolean isOfADay() {
            return point.meeting() == null;
        }
    }

    /**
     * From each dated point to the next, where anything is known: of undated ones between them the most there can be; totals of a day may grow
     * until the next, but for what its meeting added. What is contradicted bounds nothing.
     *
     * @param points of one council, in order
     */
    static List<Chart.Span> of(List<StepPoint> points) {
        List<Told> told = points.stream().flatMap(Told::of).toList();
        List<Chart.Span> spans = new ArrayList<>();
        int from = -1;
        for (int i = 0; i < told.size(); i++) {
            if (told.get(i).point.day() != null) {
                if (from >= 0) {
                    between(told.subList(from, i + 1)).forEach(spans::add);
                }
                from = i;
            }
        }
        return spans;
    }

    private static Stream<Chart.Span> between(List<Told> told) {
        Told from = told.get(0);
        Told to = told.get(told.size() - 1);
        Long least = from.toDate.ends().least();
        Long most = from.isOfADay() || to.isOfADay()
                ? mostBefore(to, told.size() > 2)
                : told.get(told.size() - 2).most();
        if (from.isContradictedOrPlanned() || least == null && most == null) {
            return Stream.empty();
        }
        boolean isLine = from.toDate.isExact() && least != null && least.equals(most);
        return Stream.of(new Chart.Span(
                from.point.tally().ledger().council().slug(),
                isLine,
                from.day(),
                to.day(),
                least,
                most,
                to.toDate.isExact() ? to.toDate.ends().least() : null,
                from.toDate.withFounding(),
                from.point.page()));
    }

    private static @Nullable Long mostBefore(Told to, boolean hasOthersBetween) {
        Long most = to.most();
        return most == null || hasOthersBetween ? most : Long.valueOf(most - to.added());
    }
}
