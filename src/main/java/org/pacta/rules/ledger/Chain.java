package org.pacta.rules.ledger;

import static org.pacta.rules.ledger.Timeline.ZERO;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Fact.Walk;
import org.pacta.rules.ledger.Proof.Derived;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Term;
import org.pacta.rules.ledger.Timeline.Growth;

/**
 * Rule 1: the totals of one series as difference constraints over whole numbers. The most by which one total can exceed another is the
 * length of the shortest path between them (Bellman and Ford), the least is minus the length of the way back, and both are reached.
 */
final class Chain {

    private final Measure series;
    private final Timeline timeline;
    private final List<Edge> edges;
    private final Walk[][] walks;
    private final Map<Side, Bound[]> totals;

    Chain(Measure series, Timeline timeline, List<Fact> facts) {
        this.series = series;
        this.timeline = timeline;
        edges = Stream.concat(timeline.frame().stream(), facts.stream())
                .flatMap(Fact::edges)
                .sorted(Comparator.comparingInt(
                        edge -> edge.isUpward() ? edge.from() : 2 * timeline.size() - edge.from()))
                .toList();
        walks = new Walk[timeline.size()][];
        totals = Map.of(Side.LEAST, new Bound[timeline.size()], Side.MOST, new Bound[timeline.size()]);
    }

    /** The end of a range that is asked for; the least is read from the way back. */
    private enum Side {
        LEAST,
        MOST;

        Side opposite() {
            return this == MOST ? LEAST : MOST;
        }

        int start(Edge step) {
            return this == MOST ? step.from() : step.to();
        }

        Term term(Edge step) {
            return this == MOST ? step.term() : step.term().negated();
        }

        long value(Walk walk) {
            return this == MOST ? walk.length() : -walk.length();
        }
    }

    List<Edge> edges() {
        return edges;
    }

    /** Whether any numbers fit: no way round is shorter than none. */
    boolean holds() {
        long[] lengths = new long[timeline.size()];
        for (int round = 0; round <= timeline.size(); round++) {
            boolean shorter = false;
            for (Edge edge : edges) {
                long length = lengths[edge.from()] + edge.length();
                if (length < lengths[edge.to()]) {
                    lengths[edge.to()] = length;
                    shorter = true;
                }
            }
            if (!shorter) {
                return true;
            }
        }
        return false;
    }

    /** What follows for a number, with its proofs; only asked of a chain that {@link #holds()}. */
    Bounds bounds(Growth growth) {
        Bound least = end(Side.LEAST, growth);
        Walk there = walk(Side.MOST, growth);
        if (there == null) {
            return new Bounds(least, null);
        }
        Bound most = end(Side.MOST, growth);
        if (least.value() != most.value()) {
            return new Bounds(least, most);
        }
        if (there.isExact()) {
            return new Bounds(most, most);
        }
        return walk(Side.LEAST, growth).isExact() ? new Bounds(least, least) : new Bounds(least, most);
    }

    /** The lower end of {@link #bounds}, without its proof. */
    long least(Growth growth) {
        return -walk(Side.LEAST, growth).length();
    }

    /** The upper end, without its proof; as good as endless when there is none. */
    long most(Growth growth) {
        Walk there = walk(Side.MOST, growth);
        return there == null ? Long.MAX_VALUE : there.length();
    }

    boolean isExact(Growth growth) {
        return least(growth) == most(growth);
    }

    private Bound end(Side side, Growth growth) {
        if (growth.isTotal()) {
            return total(side, growth.to());
        }
        Walk walk = walk(side, growth);
        List<Edge> path = walk.edges();
        Stream<Term> terms = path.stream().anyMatch(step -> step.from() == ZERO)
                ? Stream.concat(
                        term(Operator.PLUS, side, growth.to()), term(Operator.MINUS, side.opposite(), growth.from()))
                : path.stream().filter(Edge::isStated).map(side::term);
        return new Bound(side.value(walk), shortened(new Proof(terms.toList()), growth));
    }

    /** One end of a total: the total one step nearer to zero, and that step. */
    private Bound total(Side side, int moment) {
        Bound known = totals.get(side)[moment];
        if (known != null) {
            return known;
        }
        Walk walk = walk(side, new Growth(ZERO, moment));
        List<Edge> path = new ArrayList<>(walk.edges());
        if (side == Side.LEAST) {
            Collections.reverse(path);
        }
        Proof proof = Proof.NONE;
        for (Edge step : path) {
            if (step.isStated()) {
                Stream<Term> start = term(Operator.PLUS, side, side.start(step));
                proof = new Proof(
                        Stream.concat(start, Stream.of(side.term(step))).toList());
            }
        }
        Bound total = new Bound(side.value(walk), shortened(proof, new Growth(ZERO, moment)));
        totals.get(side)[moment] = total;
        return total;
    }

    /** A proof that only points to one of the same number becomes that proof. */
    private Proof shortened(Proof proof, Growth growth) {
        return proof.only()
                .filter(Derived.class::isInstance)
                .map(Derived.class::cast)
                .filter(derived -> derived.series() == series
                        && timeline.growth(derived.place())
                                .filter(growth::equals)
                                .isPresent())
                .map(Derived::proof)
                .orElse(proof);
    }

    /** One end of a total as a term, unless it rests on nothing but that counts are never negative. */
    private Stream<Term> term(Operator operator, Side side, int moment) {
        Bound total = total(side, moment);
        return total.proof().terms().isEmpty()
                ? Stream.empty()
                : Stream.of(new Term(operator, total.value(), total.proof().ground(series, timeline.name(moment))));
    }

    private @Nullable Walk walk(Side side, Growth growth) {
        return side == Side.MOST ? walk(growth.from(), growth.to()) : walk(growth.to(), growth.from());
    }

    private @Nullable Walk walk(int from, int to) {
        if (walks[from] == null) {
            walks[from] = walks(from);
        }
        return walks[from][to];
    }

    private Walk[] walks(int source) {
        Walk[] shortest = new Walk[timeline.size()];
        shortest[source] = Walk.START;
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (Edge edge : edges) {
                Walk start = shortest[edge.from()];
                if (start != null && start.beats(edge, shortest[edge.to()])) {
                    shortest[edge.to()] = start.then(edge);
                    shorter = true;
                }
            }
        }
        return shortest;
    }
}
