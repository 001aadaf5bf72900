package org.pacta.rules.ledger;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Proof.Derived;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Stated;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Statement.At;
import org.pacta.rules.ledger.Statement.Before;
import org.pacta.rules.ledger.Statement.Place;
import org.pacta.rules.ledger.Statement.Relation;
import org.pacta.rules.ledger.Timeline.Growth;

/**
 * Everything that follows from a set of statements about all series of a council: the chains, and what nesting (rule 2) and relations (rule
 * 3) carry from one number to another, until nothing changes.
 */
final class Derivation {

    /** Stopping early only leaves bounds wider than they could be. */
    private static final int ROUNDS = 100;

    private final Evidence evidence;
    private final Map<Measure, Timeline> timelines;
    private final List<Statement> relations;
    private final Map<Measure, List<Fact>> facts = new EnumMap<>(Measure.class);
    private final Map<Measure, Chain> chains = new EnumMap<>(Measure.class);

    Derivation(Evidence evidence, Map<Measure, Timeline> timelines, List<Statement> statements) {
        this.evidence = evidence;
        this.timelines = timelines;
        relations = statements.stream()
                .filter(statement -> statement.amount() instanceof Relation)
                .toList();
        timelines.forEach((series, timeline) -> facts.put(
                series,
                new ArrayList<>(statements.stream()
                        .filter(statement -> evidence.series(statement.measure()) == series)
                        .flatMap(statement -> timeline.facts(statement).stream())
                        .toList())));
    }

    /** Adds an assumption about what came before the first meeting. */
    Derivation supposing(Measure series, long before, Ground ground) {
        facts.get(series).add(timelines.get(series).suppose(before, ground));
        return this;
    }

    /** Applies the rules until nothing changes; false when no numbers fit. */
    boolean run() {
        for (int round = 0; round < ROUNDS; round++) {
            timelines.forEach((series, timeline) -> chains.put(series, new Chain(series, timeline, facts.get(series))));
            if (!chains.values().stream().allMatch(Chain::holds)) {
                return false;
            }
            if (!nest() & !relate()) {
                break;
            }
        }
        return true;
    }

    /** The smallest contradictions of each series, once {@link #run} has found that no numbers fit. */
    Map<Measure, List<List<Edge>>> conflicts() {
        Map<Measure, List<List<Edge>>> conflicts = new EnumMap<>(Measure.class);
        chains.forEach((series, chain) -> {
            if (!chain.holds()) {
                conflicts.put(series, Conflicts.in(timelines.get(series).size(), chain.edges()));
            }
        });
        return conflicts;
    }

    Bounds bounds(Measure series, Growth growth) {
        return chains.get(series).bounds(growth);
    }

    boolean isExact(Measure series, Growth growth) {
        return chains.get(series).isExact(growth);
    }

    List<Fact> facts(Measure series) {
        return facts.get(series);
    }

    /** Rule 2: cell by cell, a part is at most its whole. */
    private boolean nest() {
        boolean changed = false;
        for (Measure part : timelines.keySet()) {
            Measure whole = part.whole();
            if (whole != null && timelines.containsKey(whole)) {
                for (Place place : cells().toList()) {
                    changed |= nest(part, whole, place);
                }
            }
        }
        return changed;
    }

    private Stream<Place> cells() {
        return Stream.concat(
                Stream.of(Place.before(1)),
                IntStream.rangeClosed(1, evidence.lastOrdinal())
                        .boxed()
                        .flatMap(ordinal -> Stream.of(Place.at(ordinal), Place.after(ordinal))));
    }

    private boolean nest(Measure part, Measure whole, Place place) {
        Bounds less = bounds(part, place);
        Bounds more = bounds(whole, place);
        boolean raised = less.least().value() > more.least().value();
        boolean lowered = more.most() != null
                && (less.most() == null || less.most().value() > more.most().value());
        if (raised) {
            Growth growth = growth(whole, place);
            Bound least = less.least();
            facts.get(whole)
                    .add(new Fact(
                            growth.from(),
                            growth.to(),
                            least.value(),
                            null,
                            least.proof().ground(part, place)));
        }
        if (lowered) {
            Growth growth = growth(part, place);
            Bound most = more.most();
            facts.get(part)
                    .add(new Fact(
                            growth.from(),
                            growth.to(),
                            null,
                            most.value(),
                            most.proof().ground(whole, place)));
        }
        return raised || lowered;
    }

    /** Rule 3: a relation binds the other end as soon as one is a single number. */
    private boolean relate() {
        boolean changed = false;
        for (Statement statement : relations) {
            Measure series = evidence.series(statement.measure());
            Relation relation = (Relation) statement.amount();
            Place base = base(statement.place(), relation.ordinal());
            if (timelines.get(series).growth(statement.place()).isPresent()) {
                changed |= relate(series, statement, base, statement.place(), Operator.TIMES);
                changed |= relate(series, statement, statement.place(), base, Operator.DIVIDED_BY);
            }
        }
        return changed;
    }

    /** What a relation is relative to: what the other meeting added, or the total after it (before it). */
    private static Place base(Place place, int ordinal) {
        if (place instanceof At) {
            return Place.at(ordinal);
        }
        return place instanceof Before ? Place.before(ordinal) : Place.after(ordinal);
    }

    private boolean relate(Measure series, Statement statement, Place from, Place to, Operator operator) {
        Bounds known = bounds(series, from);
        if (!known.isExact()) {
            return false;
        }
        Relation relation = (Relation) statement.amount();
        BigDecimal number = BigDecimal.valueOf(known.least().value());
        Long least = operator == Operator.TIMES ? relation.leastFor(number) : relation.leastBase(number);
        Long most = operator == Operator.TIMES ? relation.mostFor(number) : relation.mostBase(number);
        Bounds before = bounds(series, to);
        boolean raised = least != null && least > before.least().value();
        boolean lowered =
                most != null && (before.most() == null || most < before.most().value());
        if (raised || lowered) {
            Growth growth = growth(series, to);
            Function<Proof, Ground> ground = proof -> new Derived(
                    series,
                    to,
                    new Proof(List.of(
                            new Term(Operator.PLUS, number, proof.ground(series, from)),
                            new Term(operator, relation.factor(), new Stated(statement)))));
            Fact fact = new Fact(
                    growth.from(),
                    growth.to(),
                    least,
                    most,
                    ground.apply(known.least().proof()));
            facts.get(series)
                    .addAll(
                            known.isEquality()
                                    ? List.of(fact)
                                    : fact.split(ground.apply(known.most().proof())));
        }
        return raised || lowered;
    }

    private Bounds bounds(Measure series, Place place) {
        return chains.get(series).bounds(growth(series, place));
    }

    private Growth growth(Measure series, Place place) {
        return timelines.get(series).growth(place).orElseThrow();
    }
}
