package org.pacta.rules.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Proof.Derived;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;
import org.pacta.rules.ledger.Timeline.Growth;
import org.pacta.rules.ledger.Timeline.Range;

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
    private final List<Statement> relations;
    private final Map<Measure, List<Fact>> facts = new EnumMap<>(Measure.class);
    private final Map<Measure, Chain> chains = new EnumMap<>(Measure.class);
    private final Set<Measure> changed = EnumSet.noneOf(Measure.class);

    /** @param timelines of the series to derive; statements of others are passed over */
    Derivation(Evidence evidence, Map<Measure, Timeline> timelines, List<Statement> statements) {
        this.evidence = evidence;
        this.timelines = timelines;
        timelines.keySet().forEach(series -> facts.put(series, new ArrayList<>()));
        List<Statement> known = statements.stream()
                .filter(statement -> timelines.containsKey(series(statement)))
                .toList();
        relations = known.stream()
                .filter(statement -> statement.amount() instanceof Relation)
                .toList();
        known.forEach(statement -> timeline(series(statement)).facts(statement).forEach(known(series(statement))::add));
        changed.addAll(timelines.keySet());
    }

    /** Adds an assumption about what came before the first meeting. */
    Derivation supposing(Measure series, long before, Ground ground) {
        add(series, timeline(series).suppose(before, ground));
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

    private Chain chain(Measure series, List<Fact> supposed) {
        Timeline timeline = timeline(series);
        return new Chain(
                series,
                timeline,
                Stream.of(timeline.frame(), known(series), supposed).flatMap(List::stream));
    }

    /** The smallest contradictions of each series, once {@link #run} has found that no numbers fit. */
    Map<Measure, List<List<Edge>>> conflicts() {
        Map<Measure, List<List<Edge>>> conflicts = new EnumMap<>(Measure.class);
        chains.forEach((series, chain) -> {
            if (!chain.holds()) {
                conflicts.put(series, Conflicts.in(timeline(series).size(), chain.edges()));
            }
        });
        return conflicts;
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

    /** Rule 3: a relation binds its other end as soon as one is a single number. */
    private void relate() {
        for (Statement statement : relations) {
            Measure series = series(statement);
            Place place = statement.place();
            if (timeline(series).growth(place).isPresent()) {
                Place base = ((Relation) statement.amount()).base(place);
                relate(series, statement, base, place, Operator.TIMES);
                relate(series, statement, place, base, Operator.DIVIDED_BY);
            }
        }
    }

    private void relate(Measure series, Statement statement, Place from, Place to, Operator operator) {
        Chain chain = chain(series);
        Growth known = growth(series, from);
        Growth other = growth(series, to);
        if (!chain.isExact(known)) {
            return;
        }
        Relation relation = (Relation) statement.amount();
        BigDecimal number = BigDecimal.valueOf(chain.least(known));
        if (relation.reaches(TOO_LARGE, number)) {
            return;
        }
        Long least = operator == Operator.TIMES ? relation.leastFor(number) : relation.leastBase(number);
        Long most = operator == Operator.TIMES ? relation.mostFor(number) : relation.mostBase(number);
        if (least != null && least > chain.least(other) || most != null && most < chain.most(other)) {
            Bounds bounds = chain.bounds(known);
            Function<Bound, Ground> ground = end -> new Derived(
                    series,
                    to,
                    new Proof(List.of(
                            new Term(Operator.PLUS, number, end.proof().ground(series, from)),
                            new Term(operator, relation.factor(), new Stated(statement)))));
            if (bounds.isEquality()) {
                add(series, other.fact(least, most, ground.apply(bounds.least())));
            } else {
                add(series, other.fact(least, null, ground.apply(bounds.least())));
                add(series, other.fact(null, most, ground.apply(bounds.most())));
            }
        }
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
