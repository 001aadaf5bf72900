package org.pacta.rules.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Evidence.Outline;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.NothingBefore;
import org.pacta.rules.ledger.Proof.OnlyFounding;
import org.pacta.rules.ledger.Statement.AsOf;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;
import org.pacta.rules.ledger.Timeline.Growth;
import org.pacta.rules.ledger.Timeline.Range;

/**
 * Settles which statements count, and derives what follows from them, with and without an assumption about what came before the first
 * meeting. Of rivals only the preferred one counts (rule 4). Of a contradiction no statement counts any longer: the smallest
 * contradictions go first, then whatever contradicts, together with what still counts, one figure of theirs.
 */
final class Reckoning {

    private final Evidence evidence;
    private final Outline outline;
    private final Map<Object, List<Statement>> sameNumber;
    private final Set<Statement> usable;
    private final Map<Measure, Map<Growth, List<Statement>>> announced = new EnumMap<>(Measure.class);
    private final Map<Measure, Timeline> timelines = new EnumMap<>(Measure.class);
    private final Map<Set<Statement>, Conflict> conflicts = new LinkedHashMap<>();
    private final Set<Statement> disputed = new LinkedHashSet<>();
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
        timelines.keySet().forEach(series -> {
            suppose(series, 0, new NothingBefore()).ifPresent(derivation -> assuming.put(series, derivation));
            if (evidence.isFounded(series)) {
                suppose(series, 1, new OnlyFounding()).ifPresent(derivation -> withFounding.put(series, derivation));
            }
        });
    }

    /** A contradiction, as the way round that is shorter than none. */
    record Conflict(Measure series, List<Edge> round) {}

    Collection<Conflict> conflicts() {
        return conflicts.values();
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
                .filter(statement -> isNested(series, evidence.series(statement.measure())))
                .map(Statement::place)
                .filter(AsOf.class::isInstance)
                .map(AsOf.class::cast)
                .distinct()
                .sorted(Comparator.comparing(AsOf::earliest).thenComparing(AsOf::latest))
                .toList();
    }

    private static boolean isNested(Measure series, Measure other) {
        return series == other || series.whole() == other || other.whole() == series;
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
        while (true) {
            Derivation derivation = derivation(timelines, null);
            if (!derivation.run()) {
                dispute(derivation);
                continue;
            }
            List<Derivation> doubtful = disputed.stream()
                    .map(statement -> derivation(timelines, statement))
                    .filter(retrial -> !retrial.run())
                    .toList();
            int before = disputed.size();
            doubtful.forEach(this::dispute);
            if (disputed.size() == before) {
                return derivation;
            }
        }
    }

    private void dispute(Derivation derivation) {
        derivation
                .conflicts()
                .forEach((series, rounds) -> rounds.forEach(round -> {
                    Set<Statement> statements = Conflicts.statements(round);
                    conflicts.putIfAbsent(statements, new Conflict(series, round));
                    disputed.addAll(statements);
                }));
    }

    private Derivation derivation(Map<Measure, Timeline> timelines, @Nullable Statement retried) {
        return new Derivation(
                evidence,
                timelines,
                usable.stream()
                        .filter(statement -> statement.equals(retried) || !disputed.contains(statement))
                        .toList());
    }

    private Optional<Derivation> suppose(Measure series, long before, Ground ground) {
        Map<Measure, Timeline> nested = new EnumMap<>(timelines);
        nested.keySet().removeIf(other -> !isNested(series, other));
        Derivation derivation = derivation(nested, null).supposing(series, before, ground);
        return derivation.run() ? Optional.of(derivation) : Optional.empty();
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

    /** The total that nothing surely follows; of several the one most is known of. */
    Cell latest(Measure series) {
        return timeline(series).latest().stream()
                .map(place -> cell(series, place))
                .reduce((one, other) -> least(other) > least(one) ? other : one)
                .orElseThrow();
    }

    private static long least(Cell cell) {
        return cell.certain().map(bounds -> bounds.least().value()).orElse(-1L);
    }

    /** The totals that have a day and are no meeting's, in the order of their days. */
    List<Cell> dated(Measure series) {
        Timeline timeline = timeline(series);
        return evidence.statements(series).stream()
                .map(Statement::place)
                .filter(place -> place instanceof AsOf && timeline.growth(place).isPresent())
                .map(AsOf.class::cast)
                .distinct()
                .filter(day -> !timeline.isOfAMeeting(day))
                .sorted(Comparator.comparing(AsOf::latest).thenComparing(AsOf::earliest))
                .map(day -> cell(series, day))
                .toList();
    }

    /** Everything known of a number. */
    Cell cell(Measure series, Place place) {
        Range range = timeline(series).range(place);
        List<Statement> spoken = range.growth().map(byGrowth(series)::get).orElse(List.of());
        List<Statement> counting = spoken.stream().filter(usable::contains).toList();
        Bounds stated = Bounds.of(counting).orElse(Bounds.ANY);
        boolean isDisputed = spoken.stream().anyMatch(disputed::contains);
        if (stated.isExact() && !isDisputed) {
            return new Cell(place, spoken, stated, null, null, null, false);
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
                isDisputed);
    }

    private Map<Growth, List<Statement>> byGrowth(Measure series) {
        return Objects.requireNonNull(announced.get(series));
    }
}
