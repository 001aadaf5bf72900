package org.pacta.rules.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Statement.After;
import org.pacta.rules.ledger.Statement.AsOf;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Before;
import org.pacta.rules.ledger.Statement.Count;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;
import org.pacta.rules.ledger.Whole.Condition;
import org.pacta.rules.ledger.Whole.Sum;

/**
 * What the numbers of a council can be, from the words of the rules alone: every whole number that some series allows. Totals never fall; MOUs
 * are among agreements; a total between two meetings is that after the first of them unless others there exclude it.
 */
final class Oracle {

    /** As good as endless. */
    static final int ENDLESS = 60;

    private final Evidence evidence;
    private final List<Statement> statements;
    private final int last;
    private final Whole numbers = new Whole();
    private final Map<Measure, List<Sum>> opening = new EnumMap<>(Measure.class);
    private final Map<Measure, List<Sum>> closing = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<AsOf, Sum>> days = new EnumMap<>(Measure.class);
    private final Map<Measure, Map<Place, Sum>> sums = new EnumMap<>(Measure.class);
    private final List<int[]> solutions = new ArrayList<>();

    /**
     * @param measures those to look at, which no others bound
     * @param growing the statements by which totals may show growth between two meetings
     * @param statements those that have to fit
     */
    Oracle(Evidence evidence, Set<Measure> measures, List<Statement> growing, Collection<Statement> statements) {
        this.evidence = evidence;
        this.statements = statements.stream()
                .filter(Statement::isReported)
                .filter(statement -> measures.contains(statement.measure()))
                .toList();
        last = evidence.lastOrdinal();
        measures.forEach(measure -> lay(measure, growing));
        opening.keySet().forEach(this::placeDays);
        opening.keySet().forEach(this::nest);
        this.statements.forEach(this::require);
    }

    private void lay(Measure measure, List<Statement> growing) {
        List<Sum> after = new ArrayList<>();
        List<Sum> before = new ArrayList<>();
        Sum total = numbers.unknown();
        after.add(total);
        before.add(total);
        for (int i = 1; i <= last; i++) {
            Sum more = numbers.unknown();
            Sum next = numbers.unknown();
            numbers.require(next.minus(total).minus(more).between(0, 0));
            after.add(next);
            total = next;
            if (grows(measure, i, growing)) {
                total = numbers.unknown();
                require(total.minus(next), 0, Long.MAX_VALUE);
            }
            before.add(total);
        }
        opening.put(measure, after);
        closing.put(measure, before);
        days.put(measure, new HashMap<>());
        sums.put(measure, new HashMap<>());
    }

    /** Whether the totals after a meeting and before the next exclude each other; of rivals for one of them any may hold. */
    private boolean grows(Measure measure, int meeting, List<Statement> growing) {
        Map<Place, List<Count>> totals = growing.stream()
                .filter(statement -> statement.measure() == measure)
                .filter(statement -> isBetween(statement.place(), meeting) && statement.amount() instanceof Count)
                .collect(groupingBy(Statement::place, mapping(statement -> (Count) statement.amount(), toList())));
        return totals.values().stream().mapToLong(Oracle::lowest).max().orElse(0)
                > totals.values().stream().mapToLong(Oracle::highest).min().orElse(Long.MAX_VALUE);
    }

    private static long lowest(List<Count> counts) {
        return least(counts) > most(counts)
                ? counts.stream().mapToLong(Oracle::least).min().orElseThrow()
                : least(counts);
    }

    private static long highest(List<Count> counts) {
        return least(counts) > most(counts)
                ? counts.stream().mapToLong(Oracle::most).max().orElseThrow()
                : most(counts);
    }

    private boolean isBetween(Place place, int meeting) {
        return place instanceof After after && after.ordinal() == meeting
                || place instanceof Before before && before.ordinal() == meeting + 1
                || place instanceof AsOf day && isBetween(day) && before(day) == meeting;
    }

    private static long least(List<Count> counts) {
        return counts.stream().mapToLong(Oracle::least).max().orElse(0);
    }

    private static long most(List<Count> counts) {
        return counts.stream().mapToLong(Oracle::most).min().orElse(Long.MAX_VALUE);
    }

    private int before(AsOf day) {
        return evidence.meetings().stream()
                .filter(meeting -> meeting.latest() != null && meeting.latest().isBefore(day.earliest()))
                .mapToInt(Evidence.Meeting::ordinal)
                .max()
                .orElse(0);
    }

    private int after(AsOf day) {
        return evidence.meetings().stream()
                .filter(meeting ->
                        meeting.earliest() != null && meeting.earliest().isAfter(day.latest()))
                .mapToInt(Evidence.Meeting::ordinal)
                .min()
                .orElse(last + 1);
    }

    private boolean isBetween(AsOf day) {
        return before(day) > 0 && after(day) == before(day) + 1;
    }

    private void placeDays(Measure measure) {
        Map<AsOf, Sum> totals = of(measure, days);
        statements.stream()
                .filter(statement -> isNested(statement.measure(), measure))
                .map(Statement::place)
                .filter(AsOf.class::isInstance)
                .map(AsOf.class::cast)
                .distinct()
                .forEach(day -> {
                    Sum total = numbers.unknown();
                    totals.put(day, total);
                    if (before(day) > 0) {
                        require(total.minus(of(measure, opening).get(before(day))), 0, Long.MAX_VALUE);
                    }
                    int next = Math.min(after(day) - 1, last);
                    if (after(day) <= last || isBetween(day)) {
                        require(of(measure, closing).get(next).minus(total), 0, Long.MAX_VALUE);
                    }
                });
        totals.forEach((day, total) -> totals.forEach((other, more) -> {
            if (day.latest().isBefore(other.earliest())) {
                require(more.minus(total), 0, Long.MAX_VALUE);
            }
        }));
    }

    private static boolean isNested(Measure one, Measure other) {
        return one == other || one.whole() == other || other.whole() == one;
    }

    /** MOUs are among all agreements from each moment to each that is surely later. */
    private void nest(Measure part) {
        Measure whole = part.whole();
        if (whole == null || !opening.containsKey(whole)) {
            return;
        }
        List<Sum> parts = new ArrayList<>();
        List<Sum> wholes = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            parts.addAll(List.of(of(part, opening).get(i), of(part, closing).get(i)));
            wholes.addAll(List.of(of(whole, opening).get(i), of(whole, closing).get(i)));
        }
        require(wholes.get(0).minus(parts.get(0)), 0, Long.MAX_VALUE);
        for (int i = 1; i < parts.size(); i++) {
            within(parts.get(i - 1), parts.get(i), wholes.get(i - 1), wholes.get(i));
        }
        Map<AsOf, Sum> inPart = of(part, days);
        Map<AsOf, Sum> inWhole = of(whole, days);
        inPart.forEach((day, total) -> {
            Sum all = Objects.requireNonNull(inWhole.get(day));
            require(all.minus(total), 0, Long.MAX_VALUE);
            if (before(day) > 0) {
                within(
                        of(part, opening).get(before(day)),
                        total,
                        of(whole, opening).get(before(day)),
                        all);
            }
            if (after(day) <= last) {
                within(
                        total,
                        of(part, closing).get(after(day) - 1),
                        all,
                        of(whole, closing).get(after(day) - 1));
            }
            inPart.forEach((other, more) -> {
                if (day.latest().isBefore(other.earliest())) {
                    within(total, more, all, Objects.requireNonNull(inWhole.get(other)));
                }
            });
        });
    }

    private void within(Sum from, Sum to, Sum all, Sum more) {
        require(more.minus(all).minus(to.minus(from)), 0, Long.MAX_VALUE);
    }

    private void require(Statement statement) {
        Sum sum = at(statement.measure(), statement.place());
        if (statement.amount() instanceof Count count) {
            require(sum, least(count), most(count));
        } else if (statement.amount() instanceof Relation relation) {
            BigDecimal factor = relation.factor();
            long parts = BigDecimal.TEN.pow(factor.scale()).longValueExact();
            Sum base = at(statement.measure(), base(statement.place(), relation.ordinal()));
            Sum more = sum.times(parts).plus(base, -factor.unscaledValue().longValueExact());
            switch (relation.comparator()) {
                case EXACTLY -> require(more, 0, 0);
                case AT_LEAST -> require(more, 0, Long.MAX_VALUE);
                case MORE_THAN -> require(more, 1, Long.MAX_VALUE);
                case NEARLY, UP_TO -> require(more, Long.MIN_VALUE, 0);
                case ABOUT -> {}
            }
        }
    }

    private static Place base(Place place, int ordinal) {
        if (place instanceof At) {
            return Place.at(ordinal);
        }
        return place instanceof Before ? Place.before(ordinal) : Place.after(ordinal);
    }

    private static long least(Count count) {
        return switch (count.comparator()) {
            case EXACTLY, AT_LEAST -> count.value();
            case MORE_THAN -> count.value() + 1;
            case NEARLY, UP_TO, ABOUT -> 0;
        };
    }

    private static long most(Count count) {
        return switch (count.comparator()) {
            case EXACTLY, NEARLY, UP_TO -> count.upTo();
            case AT_LEAST, MORE_THAN, ABOUT -> Long.MAX_VALUE;
        };
    }

    private void require(Sum sum, long least, long most) {
        numbers.require(sum.between(least, most));
    }

    /** The number of a place. */
    Sum at(Measure measure, Place place) {
        return of(measure, sums).computeIfAbsent(place, key -> sum(measure, place));
    }

    private Sum sum(Measure measure, Place place) {
        if (place instanceof At at) {
            return of(measure, opening)
                    .get(at.through())
                    .minus(of(measure, closing).get(at.ordinal() - 1));
        }
        if (place instanceof After after) {
            return of(measure, opening).get(after.ordinal());
        }
        if (place instanceof Before before) {
            return of(measure, closing).get(before.ordinal() - 1);
        }
        return Objects.requireNonNull(of(measure, days).get((AsOf) place));
    }

    /**
     * Whether any numbers fit; nothing when that is not found out.
     *
     * @param isUpwards whether to try the greatest first, so that what is found reaches many upper ends
     */
    Optional<Boolean> fits(boolean isUpwards, Condition... more) {
        for (int[] known : solutions) {
            if (Stream.of(more).allMatch(condition -> keeps(condition, known))) {
                return Optional.of(true);
            }
        }
        Whole.Answer answer = numbers.solve(isUpwards, more);
        if (answer.numbers() != null) {
            solutions.add(answer.numbers());
        }
        return Optional.ofNullable(answer.fits());
    }

    private static boolean keeps(Condition condition, int[] known) {
        long value = 0;
        for (int i = 0; i < condition.unknowns().length; i++) {
            value += condition.factors()[i] * known[condition.unknowns()[i]];
        }
        return condition.least() <= value && value <= condition.most();
    }

    private static <T> T of(Measure measure, Map<Measure, T> map) {
        return Objects.requireNonNull(map.get(measure));
    }

    /** How a range compares with the numbers that fit. */
    enum Verdict {
        TIGHT,
        WIDE,
        MISSED,
        UNSOUND,
        OPEN
    }

    /** @param highest as good as endless when null */
    Verdict judge(Sum sum, long least, @Nullable Long highest, Condition... supposed) {
        Long most = highest == null || highest >= ENDLESS ? null : highest;
        if (least > 0 && !none(sum.between(Long.MIN_VALUE, least - 1), supposed)
                || most != null && !none(sum.between(most + 1, Long.MAX_VALUE), supposed)) {
            return Verdict.UNSOUND;
        }
        boolean isLow = some(false, sum.between(least, least), supposed);
        boolean isHigh =
                some(true, most == null ? sum.between(ENDLESS, Long.MAX_VALUE) : sum.between(most, most), supposed);
        if (isLow && isHigh) {
            return Verdict.TIGHT;
        }
        long low = least;
        while (!some(false, sum.between(Long.MIN_VALUE, low), supposed)) {
            if (low > ENDLESS) {
                return Verdict.OPEN;
            }
            low++;
        }
        return none(sum.between(low + 1, Long.MAX_VALUE), supposed) ? Verdict.MISSED : Verdict.WIDE;
    }

    private boolean none(Condition condition, Condition... supposed) {
        return !fits(false, with(condition, supposed)).orElse(false);
    }

    private boolean some(boolean isUpwards, Condition condition, Condition... supposed) {
        return fits(isUpwards, with(condition, supposed)).orElse(true);
    }

    private static Condition[] with(Condition condition, Condition... supposed) {
        return Stream.concat(Stream.of(supposed), Stream.of(condition)).toArray(Condition[]::new);
    }
}
