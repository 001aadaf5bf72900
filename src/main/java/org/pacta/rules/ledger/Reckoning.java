package org.pacta.rules.ledger;

import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.NothingBefore;
import org.pacta.rules.ledger.Proof.OnlyFounding;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;
import org.pacta.rules.ledger.Timeline.Growth;

/**
 * Settles which statements count, and derives what follows from them, with and without an assumption about what came before the first
 * meeting. Of rivals only the preferred one counts (rule 4). Of a contradiction no statement counts any longer: the smallest
 * contradictions go first, then whatever contradicts, together with what still counts, one figure of theirs.
 */
final class Reckoning {

    private final Evidence evidence;
    private final List<Statement> usable;
    private final Map<Measure, Timeline> timelines = new EnumMap<>(Measure.class);
    private final Map<Set<Statement>, Conflict> conflicts = new LinkedHashMap<>();
    private final Set<Statement> disputed = new LinkedHashSet<>();
    private final Derivation certain;
    private final Map<Measure, Derivation> assuming = new EnumMap<>(Measure.class);
    private final Map<Measure, Derivation> withFounding = new EnumMap<>(Measure.class);

    Reckoning(Evidence evidence) {
        this.evidence = evidence;
        usable = evidence.statements().stream()
                .filter(Statement::isReported)
                .filter(this::isPreferred)
                .toList();
        evidence.series().forEach(series -> timelines.put(series, new Timeline(evidence, of(series, usable))));
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
        return timelines.get(series);
    }

    Derivation certain() {
        return certain;
    }

    /** The statements of a series that count, and those that would if they contradicted nothing. */
    List<Statement> usable(Measure series) {
        return of(series, usable);
    }

    /** The reported statements set aside for this one. */
    List<Statement> rivals(Statement statement) {
        return evidence.statements().stream()
                .filter(Statement::isReported)
                .filter(other -> !other.preferred() && isSameNumber(statement, other))
                .filter(other -> !other.equals(statement))
                .toList();
    }

    private boolean isPreferred(Statement statement) {
        return statement.preferred()
                || evidence.statements().stream()
                        .noneMatch(other -> other.preferred() && other.isReported() && isSameNumber(statement, other));
    }

    /** Whether both speak of one number, and in the same way: a relation does not rival a number, nor one to another meeting. */
    private boolean isSameNumber(Statement one, Statement other) {
        return evidence.series(one.measure()) == evidence.series(other.measure())
                && one.place().equals(other.place())
                && base(one) == base(other);
    }

    private static int base(Statement statement) {
        return statement.amount() instanceof Relation relation ? relation.ordinal() : 0;
    }

    private List<Statement> of(Measure series, List<Statement> statements) {
        return statements.stream()
                .filter(statement -> evidence.series(statement.measure()) == series)
                .toList();
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
        nested.keySet().removeIf(other -> other != series && other.whole() != series && series.whole() != other);
        Derivation derivation = derivation(nested, null).supposing(series, before, ground);
        return derivation.run() ? Optional.of(derivation) : Optional.empty();
    }

    /** Whether a place has a single number, assuming nothing came before the first meeting if need be. */
    boolean isKnown(Measure series, Place place) {
        return timelines
                .get(series)
                .growth(place)
                .filter(growth -> certain.isExact(series, growth)
                        || assuming.containsKey(series) && assuming.get(series).isExact(series, growth))
                .isPresent();
    }

    /** Everything known of a place that {@link Timeline#growth measures} something. */
    Cell cell(Measure series, Place place) {
        Timeline timeline = timelines.get(series);
        Growth growth = timeline.growth(place).orElseThrow();
        List<Statement> announced = evidence.statements(series).stream()
                .filter(statement -> timeline.growth(statement.place())
                        .filter(growth::equals)
                        .isPresent())
                .toList();
        Bounds stated =
                Bounds.of(announced.stream().filter(usable::contains).toList()).orElse(Bounds.ANY);
        Bounds free = certain.bounds(series, growth);
        Bounds known = free.and(stated).orElse(free);
        Bounds assumed = Optional.ofNullable(assuming.get(series))
                .map(derivation -> derivation.bounds(series, growth))
                .filter(bounds -> bounds.narrows(known) && bounds.and(known).isPresent())
                .orElse(null);
        Bounds founded = Optional.ofNullable(withFounding.get(series))
                .filter(derivation -> assumed != null)
                .map(derivation -> derivation.bounds(series, growth))
                .orElse(null);
        return new Cell(
                place,
                announced,
                stated.isAny() ? null : stated,
                free.narrows(stated) ? free : null,
                assumed,
                founded,
                announced.stream().anyMatch(disputed::contains));
    }
}
