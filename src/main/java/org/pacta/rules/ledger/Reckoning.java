package org.pacta.rules.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.rules.ledger.Conflicts.Conflict;
import org.pacta.rules.ledger.Evidence.Outline;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Fact.Range;
import org.pacta.rules.ledger.Ledger.Cell;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.NothingBefore;
import org.pacta.rules.ledger.Proof.OnlyFounding;
import org.pacta.rules.ledger.Statement.AsOf;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Either;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;

/**
 * Settles which statements count, and derives what follows from them, with and without an assumption about what came before the first
 * meeting. Of rivals only the preferred one counts (rule 4), and where no editor has decided, that it is one of them. Of a contradiction no statement counts any longer: the smallest
 * contradictions go first, then whatever contradicts, together with what still counts, one figure of theirs. What has to count all the same
 * says that it is contradicted.
 */
final class Reckoning {

    private final Evidence evidence;
    private final Outline outline;
    private final Map<Object, List<Statement>> sameNumber;
    private final Set<Statement> usable;
    private final Map<Measure, Map<Growth, List<Statement>>> announced = new EnumMap<>(Measure.class);
    private final Map<Measure, Timeline> timelines = new EnumMap<>(Measure.class);
    private final List<Conflict> conflicts = new ArrayList<>();
    private final Set<Measure> unfinished = EnumSet.noneOf(Measure.class);
    private final Set<Statement> contradicted;
    private final Set<Statement> disputed = new LinkedHashSet<>();
    private final List<Statement> undecided = new ArrayList<>();
    private final Derivation certain;
    private final Map<Measure, Derivation> assuming = new EnumMap<>(Measure.class);
    private final Map<Measure, Derivation> withFounding = new EnumMap<>(Measure.class);

    Reckoning(Evidence evidence) {
        this.evidence = evidence;
        sameNumber = evidence.statements().stream()
                .filter(Statement::isReported)
                .collect(Collectors.groupingBy(this::number));
        usable = evidence.statements().stream()
                .filter(Statement::isReported)
                .filter(this::isPreferred)
                .collect(Collectors.toCollection(LinkedHashSet::new));
        outline = new Outline(evidence);
        evidence.series().forEach(series -> {
            timelines.put(series, new Timeline(outline, days(series), of(series, usable)));
            announced.put(series, announced(series));
        });
        certain = withoutConflicts();
        contradicted = conflicts.stream()
                .flatMap(conflict -> conflict.statements().stream())
                .collect(Collectors.toSet());
        timelines.keySet().forEach(series -> {
            suppose(series, 0, new NothingBefore()).ifPresent(derivation -> assuming.put(series, derivation));
            if (evidence.isFounded(series)) {
                suppose(series, 1, new OnlyFounding()).ifPresent(derivation -> withFounding.put(series, derivation));
            }
        });
    }

    List<Conflict> conflicts() {
        return conflicts;
    }

    /** The series in which the search for contradictions was stopped, with how many were found. */
    Map<Measure, Long> unfinished() {
        return conflicts.stream()
                .map(Conflict::series)
                .filter(unfinished::contains)
                .collect(Collectors.groupingBy(series -> series, Collectors.counting()));
    }

    Timeline timeline(Measure series) {
        return Objects.requireNonNull(timelines.get(series));
    }

    Derivation certain() {
        return certain;
    }

    /** The statements of a series that count, and those that would if they contradicted nothing. */
    List<Statement> usable(Measure series) {
        return of(series, usable);
    }

    /** The statements of a number that count. */
    Set<Statement> announced(Measure series, Growth growth) {
        return byGrowth(series).getOrDefault(growth, List.of()).stream()
                .filter(usable::contains)
                .collect(Collectors.toSet());
    }

    /** The reported statements set aside for this one. */
    List<Statement> rivals(Statement statement) {
        return sameNumber.getOrDefault(number(statement), List.of()).stream()
                .filter(other -> !other.preferred() && !other.equals(statement))
                .toList();
    }

    private boolean isPreferred(Statement statement) {
        return statement.preferred()
                || sameNumber.getOrDefault(number(statement), List.of()).stream()
                        .noneMatch(Statement::preferred);
    }

    /** What a statement speaks of, and in what way: a relation does not rival a number, nor one to another meeting. */
    private Object number(Statement statement) {
        int base = statement.amount() instanceof Relation relation ? relation.ordinal() : 0;
        return List.of(evidence.series(statement.measure()), statement.place(), base);
    }

    private List<Statement> of(Measure series, Collection<Statement> statements) {
        return statements.stream()
                .filter(statement -> evidence.series(statement.measure()) == series)
                .toList();
    }

    /** The days that totals are stated for, in the order of their beginning, those of the measure it is among or that is among it included. */
    private List<AsOf> days(Measure series) {
        return usable.stream()
                .filter(statement -> series.isNested(evidence.series(statement.measure())))
                .map(Statement::place)
                .filter(AsOf.class::isInstance)
                .map(AsOf.class::cast)
                .distinct()
                .sorted(Comparator.comparing(AsOf::earliest).thenComparing(AsOf::latest))
                .toList();
    }

    /** Every statement of a series, planned ones and those set aside included, by what it measures. */
    private Map<Growth, List<Statement>> announced(Measure series) {
        Map<Growth, List<Statement>> announced = new HashMap<>();
        evidence.statements(series)
                .forEach(statement -> timeline(series)
                        .growth(statement.place())
                        .ifPresent(growth -> announced
                                .computeIfAbsent(growth, key -> new ArrayList<>())
                                .add(statement)));
        return announced;
    }

    /** Sets contradictions aside until what is left fits, and fits each of the figures set aside as well. */
    private Derivation withoutConflicts() {
        Derivation undisputed = derivation(timelines, usable);
        if (undisputed.settle()) {
            return undisputed;
        }
        evidence.series().stream()
                .filter(series -> series.whole() == null || !timelines.containsKey(series.whole()))
                .map(this::nested)
                .forEach(this::contradict);
        while (true) {
            if (dispute(0) || dispute(1)) {
                continue;
            }
            Derivation derivation = derivation(timelines, counting());
            Optional<Conflict> left = derivation.settle()
                    ? Optional.empty()
                    : derivation(timelines, counting()).conflict();
            if (left.isEmpty()) {
                return withUndecided().orElse(derivation);
            }
            conflicts.add(left.get());
            disputed.addAll(left.get().statements());
        }
    }

    /** What follows as well from rivals of which one holds, unless that fits nothing else. */
    private Optional<Derivation> withUndecided() {
        undecided.addAll(undecided());
        Derivation derivation = derivation(timelines, counting());
        if (undecided.isEmpty() || derivation.settle()) {
            return Optional.of(derivation).filter(any -> !undecided.isEmpty());
        }
        undecided.clear();
        return Optional.empty();
    }

    /**
     * That each number of which undecided rivals give different ones is one of theirs, and of two totals that fall one is right, unless one of
     * them contradicts something else.
     */
    private List<Statement> undecided() {
        Stream<Statement> rivals = sameNumber.values().stream()
                .map(same -> same.stream().filter(disputed::contains).toList())
                .filter(same -> Bounds.of(same).isEmpty())
                .filter(this::contradictNothingElse)
                .map(Statement::either);
        Stream<Statement> falls = conflicts.stream()
                .map(conflict -> List.copyOf(conflict.statements()))
                .filter(pair -> pair.size() == 2 && contradictNothingElse(pair))
                .flatMap(pair -> fallen(pair.get(0), pair.get(1)).stream());
        return Stream.concat(rivals, falls)
                .sorted(Comparator.comparing(Statement::key))
                .toList();
    }

    private boolean contradictNothingElse(List<Statement> rivals) {
        return conflicts.stream()
                .map(Conflict::statements)
                .allMatch(each -> rivals.containsAll(each) || Collections.disjoint(rivals, each));
    }

    /** What two totals of a series say together, where the one of an earlier time is more than the other can be. */
    private Optional<Statement> fallen(Statement one, Statement other) {
        Measure series = evidence.series(one.measure());
        Optional<Growth> first = timeline(series).growth(one.place()).filter(Growth::isTotal);
        Optional<Growth> second = timeline(series).growth(other.place()).filter(Growth::isTotal);
        if (series != evidence.series(other.measure()) || first.isEmpty() || second.isEmpty() || first.equals(second)) {
            return Optional.empty();
        }
        boolean isFirstMore = Bounds.stated(one).least().value()
                > Bounds.stated(other).least().value();
        return Optional.of(isFirstMore ? Statement.fallen(one, other) : Statement.fallen(other, one));
    }

    /** Names the contradictions among series that are held against each other. */
    private void contradict(Map<Measure, Timeline> nested) {
        Conflicts search = new Conflicts(
                usable.stream()
                        .filter(statement -> nested.containsKey(evidence.series(statement.measure())))
                        .toList(),
                statements -> derivation(spoken(nested, statements), statements));
        conflicts.addAll(search.found());
        if (!search.isComplete()) {
            search.found().forEach(conflict -> unfinished.add(conflict.series()));
        }
    }

    /** Those that statements are of: a series of which nothing is stated contradicts none that it is held against. */
    private Map<Measure, Timeline> spoken(Map<Measure, Timeline> nested, Collection<Statement> statements) {
        Map<Measure, Timeline> spoken = new EnumMap<>(nested);
        spoken.keySet()
                .retainAll(statements.stream()
                        .map(statement -> evidence.series(statement.measure()))
                        .collect(Collectors.toSet()));
        return spoken;
    }

    private List<Statement> counting() {
        return Stream.concat(usable.stream().filter(statement -> !disputed.contains(statement)), undecided.stream())
                .toList();
    }

    private Map<Measure, Timeline> nested(Measure series) {
        Map<Measure, Timeline> nested = new EnumMap<>(timelines);
        nested.keySet().removeIf(other -> !series.isNested(other));
        return nested;
    }

    /** Sets the smallest contradictions of each series aside of whose figures no more than so many are. */
    private boolean dispute(int most) {
        Map<Measure, List<Conflict>> standing = conflicts.stream()
                .filter(conflict -> !disputed.containsAll(conflict.statements()))
                .filter(conflict -> conflict.statements().stream()
                                .filter(disputed::contains)
                                .count()
                        == most)
                .collect(Collectors.groupingBy(Conflict::series));
        standing.values().forEach(of -> {
            int smallest =
                    of.stream().mapToInt(each -> each.statements().size()).min().orElseThrow();
            of.stream()
                    .filter(each -> most > 0 || each.statements().size() == smallest)
                    .forEach(each -> disputed.addAll(each.statements()));
        });
        return !standing.isEmpty();
    }

    private Derivation derivation(Map<Measure, Timeline> timelines, Collection<Statement> statements) {
        return new Derivation(evidence, timelines, statements);
    }

    private Optional<Derivation> suppose(Measure series, long before, Ground ground) {
        Derivation derivation = derivation(nested(series), counting()).supposing(series, before, ground);
        return derivation.settle() ? Optional.of(derivation) : Optional.empty();
    }

    /** From each meeting to the next with which it has a single number, assuming nothing came before the first if need be. */
    Stream<At> known(Measure series) {
        NavigableSet<Integer> spoken = outline.spoken();
        return spoken.headSet(spoken.last()).stream()
                .flatMap(before -> spoken.tailSet(before, false).stream()
                        .map(through -> new At(before + 1, through))
                        .filter(span -> isKnown(series, span))
                        .limit(1));
    }

    private boolean isKnown(Measure series, Place place) {
        return timeline(series)
                .growth(place)
                .filter(growth -> certain.isExact(series, growth)
                        || assuming.containsKey(series) && assuming.get(series).isExact(series, growth))
                .isPresent();
    }

    Outline outline() {
        return outline;
    }

    /** Everything known of a number; what is said of another day is none of its own figures, though it may follow from it. */
    Cell cell(Measure series, Place place) {
        Range range = timeline(series).range(place);
        List<Statement> spoken = range.growth().map(byGrowth(series)::get).orElse(List.of()).stream()
                .filter(statement -> statement.isOf(place))
                .toList();
        List<Statement> counting = spoken.stream().filter(usable::contains).toList();
        Bounds stated = Bounds.of(counting).orElse(Bounds.ANY);
        boolean isDisputed = spoken.stream().anyMatch(contradicted::contains);
        if (stated.isExact() && !isDisputed) {
            return new Cell(place, spoken, stated, null, null, null, false, false);
        }
        Bounds free = certain.bounds(series, range);
        Bounds known = free.and(stated).orElse(free);
        Bounds assumed = Optional.ofNullable(assuming.get(series))
                .filter(derivation -> !free.isExact())
                .map(derivation -> derivation.bounds(series, range))
                .filter(bounds -> bounds.narrows(known) && bounds.and(known).isPresent())
                .orElse(null);
        Bounds founded = Optional.ofNullable(withFounding.get(series))
                .filter(derivation -> assumed != null)
                .map(derivation -> derivation.bounds(series, range))
                .orElse(null);
        return new Cell(
                place,
                spoken,
                stated.isAny() ? null : stated,
                free.narrows(stated) ? free : null,
                assumed,
                founded,
                isDisputed,
                free.narrows(stated) && rests(free) || assumed != null && rests(assumed));
    }

    /** Whether a figure that others contradict stands behind it; that one of several rivals holds is in no doubt. */
    private boolean rests(Bounds bounds) {
        return !contradicted.isEmpty()
                && bounds.restsOn(statement -> contradicted.contains(statement)
                        && undecided.stream()
                                .filter(each -> each.amount() instanceof Either either && !either.isFall())
                                .noneMatch(each -> each.ground().statements().contains(statement)));
    }

    private Map<Growth, List<Statement>> byGrowth(Measure series) {
        return Objects.requireNonNull(announced.get(series));
    }
}
