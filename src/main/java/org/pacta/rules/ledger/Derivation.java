package org.pacta.rules.ledger;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toMap;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Conflicts.Conflict;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Fact.Range;
import org.pacta.rules.ledger.Proof.Derived;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Proof.Tried;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;
import org.pacta.rules.ledger.Trial.Ends;

/**
 * Everything that follows from a set of statements: the chain of each series, and what nesting (rule 2) and relations (rule 3) carry from
 * one number to another, until nothing changes.
 */
final class Derivation {

    /** Stopping early only leaves bounds wider than they could be. */
    private static final int ROUNDS = 100;

    /** No count is as large as this, so a relation that leads there is passed over. */
    private static final BigDecimal TOO_LARGE = BigDecimal.valueOf(1_000_000_000_000L);

    private final Evidence evidence;
    private final Map<Measure, Timeline> timelines;
    private final List<Statement> statements;
    private final Map<Measure, List<Statement>> relations;
    private final Map<Measure, List<Fact>> facts = new EnumMap<>(Measure.class);
    private final Map<Measure, Chain> chains = new EnumMap<>(Measure.class);
    private final Map<Measure, Fact> supposed = new EnumMap<>(Measure.class);
    private final Set<Measure> changed = EnumSet.noneOf(Measure.class);

    /** @param timelines of the series to derive; statements of others are passed over */
    Derivation(Evidence evidence, Map<Measure, Timeline> timelines, Collection<Statement> statements) {
        this.evidence = evidence;
        this.timelines = timelines;
        timelines.keySet().forEach(series -> facts.put(series, new ArrayList<>()));
        List<Statement> known = statements.stream()
                .filter(statement -> timelines.containsKey(series(statement)))
                .toList();
        this.statements = known;
        relations = relations(known);
        known.forEach(statement -> timeline(series(statement)).facts(statement).forEach(known(series(statement))::add));
        changed.addAll(timelines.keySet());
    }

    /** Adds an assumption about what came before the first meeting. */
    Derivation supposing(Measure series, long before, Ground ground) {
        Fact fact = timeline(series).suppose(before, ground);
        supposed.put(series, fact);
        add(series, fact);
        return this;
    }

    /** Applies the rules until nothing changes; false when no numbers fit. */
    boolean run() {
        for (int round = 0; round < ROUNDS && !changed.isEmpty(); round++) {
            changed.forEach(series -> chains.put(series, chain(series, List.of())));
            changed.clear();
            if (!chains.values().stream().allMatch(Chain::holds)) {
                return false;
            }
            nest();
            relate();
        }
        return true;
    }

    /** Rule 6: tries what the others leave open; false when no numbers fit. */
    boolean settle() {
        if (!run()) {
            return false;
        }
        for (Map<Measure, Timeline> held : heldAgainstEachOther()) {
            Trial trial = new Trial(held, facts, relations);
            if (!trial.fits()) {
                return false;
            }
            held.forEach((series, timeline) ->
                    timeline.numbers().forEach(growth -> settle(held, series, growth, trial.ends(series, growth))));
        }
        return run();
    }

    /** Whether trying finds numbers that fit; only asked when the other rules do. */
    boolean fits() {
        return heldAgainstEachOther().stream().allMatch(held -> new Trial(held, facts, relations).fits());
    }

    private void settle(Map<Measure, Timeline> held, Measure series, Growth growth, Ends ends) {
        Tried least = ends.least() > chain(series).least(growth)
                ? tried(held, series, growth.fact(null, ends.least() - 1, null))
                : null;
        Tried most = !ends.isEndless() && ends.most() < chain(series).most(growth)
                ? tried(held, series, growth.fact(ends.most() + 1, null, null))
                : null;
        if (least != null) {
            add(series, growth.fact(ends.least(), null, ends.areOne() ? least.with(most) : least));
        }
        if (most != null) {
            add(series, growth.fact(null, ends.most(), ends.areOne() ? most.with(least) : most));
        }
    }

    /** The few statements that rule a fact out together, without an assumption if they can. */
    private Tried tried(Map<Measure, Timeline> held, Measure series, Fact excluded) {
        List<Statement> few = statements.stream()
                .filter(statement -> held.containsKey(series(statement)))
                .toList();
        Map<Measure, Fact> assumed =
                supposed.isEmpty() || !fit(held, few, Map.of(), series, excluded) ? Map.of() : supposed;
        for (int many = Math.max(1, few.size() / 2); many > 0; many /= 2) {
            for (int end = few.size(); end > 0; end -= many) {
                List<Statement> fewer = new ArrayList<>(few.subList(0, Math.max(0, end - many)));
                fewer.addAll(few.subList(end, few.size()));
                if (!fit(held, fewer, assumed, series, excluded)) {
                    few = fewer;
                }
            }
        }
        Set<Statement> spoken = few.stream()
                .flatMap(statement -> statement.ground().statements().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return new Tried(spoken, !assumed.isEmpty());
    }

    private boolean fit(
            Map<Measure, Timeline> held,
            List<Statement> statements,
            Map<Measure, Fact> assumed,
            Measure series,
            Fact more) {
        Map<Measure, List<Fact>> stated = new EnumMap<>(Measure.class);
        held.keySet()
                .forEach(each -> stated.put(
                        each, Stream.ofNullable(assumed.get(each)).collect(Collectors.toCollection(ArrayList::new))));
        statements.forEach(statement -> timeline(series(statement))
                .facts(statement)
                .forEach(Objects.requireNonNull(stated.get(series(statement)))::add));
        Objects.requireNonNull(stated.get(series)).add(more);
        return new Trial(held, stated, relations(statements)).fits();
    }

    private Map<Measure, List<Statement>> relations(List<Statement> statements) {
        return statements.stream()
                .filter(statement ->
                        statement.amount() instanceof Relation relation && !relation.reaches(TOO_LARGE, BigDecimal.ONE))
                .collect(groupingBy(this::series));
    }

    /** The series that are, each group with its own; none where one alone says anything, since the chain then finds every end. */
    private List<Map<Measure, Timeline>> heldAgainstEachOther() {
        return timelines.keySet().stream()
                .filter(series -> series.whole() == null || !timelines.containsKey(series.whole()))
                .map(whole -> timelines.keySet().stream()
                        .filter(series -> series == whole || series.whole() == whole)
                        .collect(toMap(
                                Function.identity(),
                                this::timeline,
                                (one, other) -> one,
                                () -> new EnumMap<>(Measure.class))))
                .filter(this::areHeldAgainstEachOther)
                .map(held -> (Map<Measure, Timeline>) held)
                .toList();
    }

    private boolean areHeldAgainstEachOther(Map<Measure, Timeline> group) {
        return group.values().stream().mapToInt(Timeline::size).sum() <= Trial.MOMENTS
                && (group.keySet().stream().anyMatch(relations::containsKey)
                        || group.keySet().stream()
                                        .filter(series -> statements.stream().anyMatch(each -> series(each) == series))
                                        .count()
                                > 1);
    }

    private Chain chain(Measure series, List<Fact> supposed) {
        Timeline timeline = timeline(series);
        return new Chain(
                series,
                timeline,
                Stream.of(timeline.frame(), known(series), supposed).flatMap(List::stream));
    }

    /** The contradiction in what is known, if there is one. */
    Optional<Conflict> conflict() {
        if (run()) {
            return fits()
                    ? Optional.empty()
                    : Optional.of(new Conflict(series(statements.get(0)), List.of(), new LinkedHashSet<>(statements)));
        }
        return chains.entrySet().stream()
                .filter(entry -> !entry.getValue().holds())
                .map(entry -> Conflict.of(entry.getKey(), entry.getValue().round()))
                .findFirst();
    }

    Bounds bounds(Measure series, Growth growth) {
        return chain(series).bounds(growth);
    }

    Bounds bounds(Measure series, Range range) {
        return chain(series).bounds(range);
    }

    boolean isExact(Measure series, Growth growth) {
        return chain(series).isExact(growth);
    }

    /** The chain of a series, where days on either side of a meeting are tied to the totals of the same number. */
    Chain agreeing(Measure series) {
        Chain chain = chain(series);
        List<Fact> pauses = timeline(series)
                .supposedPauses()
                .filter(pause -> chain.isAlike(pause.from(), pause.to()))
                .toList();
        return pauses.isEmpty() ? chain : chain(series, pauses);
    }

    /** Rule 2: a part is at most its whole, in every number that is spoken of. */
    private void nest() {
        for (Measure part : timelines.keySet()) {
            Measure whole = part.whole();
            if (whole != null && timelines.containsKey(whole)) {
                Stream.concat(timeline(part).places(), timeline(whole).places())
                        .distinct()
                        .filter(place -> timeline(part).growth(place).isPresent()
                                && timeline(whole).growth(place).isPresent())
                        .forEach(place -> nest(part, whole, place));
            }
        }
    }

    private void nest(Measure part, Measure whole, Place place) {
        Growth less = growth(part, place);
        Growth more = growth(whole, place);
        if (chain(part).least(less) > chain(whole).least(more)) {
            Bound least = bounds(part, less).least();
            add(whole, more.fact(least.value(), null, least.proof().ground(part, place)));
        }
        if (chain(part).most(less) > chain(whole).most(more)) {
            Bound most = Objects.requireNonNull(bounds(whole, more).most());
            add(part, less.fact(null, most.value(), most.proof().ground(whole, place)));
        }
    }

    /** Rule 3: a relation carries what is known of either end to the other. */
    private void relate() {
        relations.forEach((series, statements) -> statements.forEach(statement -> {
            Place place = statement.place();
            Relation relation = (Relation) statement.amount();
            Place base = relation.base(place);
            if (timeline(series).growth(place).isPresent()
                    && timeline(series).growth(base).isPresent()) {
                relate(series, statement, base, place, Operator.TIMES, relation::leastFor, relation::mostFor);
                relate(series, statement, place, base, Operator.DIVIDED_BY, relation::leastBase, relation::mostBase);
            }
        }));
    }

    private void relate(
            Measure series,
            Statement statement,
            Place from,
            Place to,
            Operator operator,
            Function<BigDecimal, @Nullable Long> leastOf,
            Function<BigDecimal, @Nullable Long> mostOf) {
        Bounds bounds = bounds(series, growth(series, from));
        Growth other = growth(series, to);
        Relation relation = (Relation) statement.amount();
        Function<Bound, Ground> ground = end -> new Derived(
                series,
                to,
                new Proof(List.of(
                        new Term(Operator.PLUS, end.value(), end.proof().ground(series, from)),
                        new Term(operator, relation.factor(), new Stated(statement)))));
        Long least = carried(statement, bounds.least(), leastOf);
        Long most = carried(statement, bounds.most(), mostOf);
        boolean raises = least != null && least > chain(series).least(other);
        boolean lowers = most != null && most < chain(series).most(other);
        if ((raises || lowers) && bounds.isEquality()) {
            add(series, other.fact(least, most, ground.apply(bounds.least())));
            return;
        }
        if (raises) {
            add(series, other.fact(least, null, ground.apply(bounds.least())));
        }
        if (lowers) {
            add(series, other.fact(null, most, ground.apply(Objects.requireNonNull(bounds.most()))));
        }
    }

    /** What follows for the other end of a relation, unless this end rests on the same relation already: that is for rule 6. */
    private static @Nullable Long carried(
            Statement statement, @Nullable Bound end, Function<BigDecimal, @Nullable Long> by) {
        if (end == null || end.proof().statements().contains(statement)) {
            return null;
        }
        BigDecimal number = BigDecimal.valueOf(end.value());
        return ((Relation) statement.amount()).reaches(TOO_LARGE, number) ? null : by.apply(number);
    }

    private void add(Measure series, Fact fact) {
        known(series).add(fact);
        changed.add(series);
    }

    private Measure series(Statement statement) {
        return evidence.series(statement.measure());
    }

    private Growth growth(Measure series, Place place) {
        return timeline(series).growth(place).orElseThrow();
    }

    private Timeline timeline(Measure series) {
        return Objects.requireNonNull(timelines.get(series));
    }

    private Chain chain(Measure series) {
        return Objects.requireNonNull(chains.get(series));
    }

    private List<Fact> known(Measure series) {
        return Objects.requireNonNull(facts.get(series));
    }
}
