package org.pacta.rules.ledger;

import static org.pacta.rules.ledger.Timeline.ZERO;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Bounds.Bound;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Fact.Growth;
import org.pacta.rules.ledger.Fact.Range;
import org.pacta.rules.ledger.Fact.Walk;
import org.pacta.rules.ledger.Proof.Derived;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Term;

/**
 * Rule 1: the totals of one series as difference constraints over whole numbers. The most by which one total can exceed another is the
 * length of the shortest path between them (Bellman and Ford), the least is minus the length of the way back, and both are reached.
 */
final class Chain {

    private static final int KEPT = 4096;

    private final Measure series;
    private final Timeline timeline;
    private final List<Edge> edges;
    private final List<Edge> inward;
    private final long[] fitting;
    private final boolean holds;
    private final Map<Side, Bound[]> totals;

    /** The shortest walks out of a moment and into it, of the moments last asked for. */
    private final Map<Tree, Walk[]> walks = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Tree, Walk[]> eldest) {
            return size() > 4 + KEPT / timeline.size();
        }
    };

    private final Map<Side, List<List<Edge>>> tight = new EnumMap<>(Side.class);
    private int @Nullable [] rigid;

    Chain(Measure series, Timeline timeline, Stream<Fact> facts) {
        this.series = series;
        this.timeline = timeline;
        edges = facts.flatMap(Fact::edges)
                .sorted(Comparator.comparingInt(
                        edge -> edge.isUpward() ? edge.from() : 2 * timeline.size() - edge.from()))
                .toList();
        inward = new ArrayList<>(edges);
        Collections.reverse(inward);
        totals = Map.of(Side.LEAST, new Bound[timeline.size()], Side.MOST, new Bound[timeline.size()]);
        fitting = new long[timeline.size()];
        holds = fit();
    }

    private record Tree(Side side, int root) {}

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

        int end(Edge step) {
            return this == MOST ? step.to() : step.from();
        }

        Term term(Edge step) {
            return this == MOST ? step.term() : step.term().negated();
        }

        long value(Walk walk) {
            return this == MOST ? walk.length() : -walk.length();
        }
    }

    /** Whether any numbers fit: no way round is shorter than none. */
    boolean holds() {
        return holds;
    }

    /** Lowers totals until every constraint is kept; never done when they contradict each other. */
    private boolean fit() {
        for (int round = 0; round <= timeline.size(); round++) {
            boolean shorter = false;
            for (Edge edge : edges) {
                long length = fitting[edge.from()] + edge.length();
                if (length < fitting[edge.to()]) {
                    fitting[edge.to()] = length;
                    shorter = true;
                }
            }
            if (!shorter) {
                return true;
            }
        }
        return false;
    }

    /** A way round that is shorter than none; only asked of a chain that does not hold. */
    List<Edge> round() {
        Edge[] last = new Edge[timeline.size()];
        long[] lengths = new long[timeline.size()];
        int moment = Timeline.ZERO;
        for (int round = 0; round <= timeline.size(); round++) {
            for (Edge edge : edges) {
                if (lengths[edge.from()] + edge.length() < lengths[edge.to()]) {
                    lengths[edge.to()] = lengths[edge.from()] + edge.length();
                    last[edge.to()] = edge;
                    moment = edge.to();
                }
            }
        }
        for (int step = 0; step < timeline.size(); step++) {
            moment = last[moment].from();
        }
        LinkedList<Edge> round = new LinkedList<>();
        do {
            round.addFirst(last[moment]);
            moment = last[moment].from();
        } while (round.getLast().to() != moment);
        return round;
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
        return Objects.requireNonNull(walk(Side.LEAST, growth)).isExact()
                ? new Bounds(least, least)
                : new Bounds(least, most);
    }

    /** The same of a number that two growths bound. */
    Bounds bounds(Range range) {
        if (range.growth().isPresent()) {
            return bounds(range.above());
        }
        Bound least = range.below() == null ? Bounds.ANY.least() : end(Side.LEAST, range.below());
        return new Bounds(least, most(range.above()) == Long.MAX_VALUE ? null : end(Side.MOST, range.above()));
    }

    /** The lower end of {@link #bounds}, without its proof. */
    long least(Growth growth) {
        return isExact(growth)
                ? exact(growth)
                : -Objects.requireNonNull(walk(Side.LEAST, growth)).length();
    }

    /** The upper end, without its proof; as good as endless when there is none. */
    long most(Growth growth) {
        if (isExact(growth)) {
            return exact(growth);
        }
        Walk there = walk(Side.MOST, growth);
        return there == null ? Long.MAX_VALUE : there.length();
    }

    /** Whether there is a way there and back that is exactly as long as none. */
    boolean isExact(Growth growth) {
        if (rigid == null) {
            rigid = new Rigid().parts();
        }
        return rigid[growth.from()] == rigid[growth.to()];
    }

    /** Whether two totals are surely one number. */
    boolean isAlike(int one, int other) {
        Growth growth = new Growth(one, other);
        return isExact(growth) && exact(growth) == 0;
    }

    private long exact(Growth growth) {
        return fitting[growth.to()] - fitting[growth.from()];
    }

    /** The constraints that numbers which fit just keep, by where they start on the way to one end of a range. */
    private List<List<Edge>> tight(Side side) {
        return tight.computeIfAbsent(side, way -> {
            List<List<Edge>> starting = IntStream.range(0, timeline.size())
                    .<List<Edge>>mapToObj(moment -> new ArrayList<>(4))
                    .toList();
            for (Edge edge : edges) {
                if (fitting[edge.from()] + edge.length() == fitting[edge.to()]) {
                    starting.get(way.start(edge)).add(edge);
                }
            }
            return starting;
        });
    }

    /** The facts, of those to use, that alone make a number a single one; none where it is not. */
    Optional<Chain> tie(Growth growth, Predicate<Fact> use) {
        if (!isExact(growth)) {
            return Optional.empty();
        }
        return tightest(Side.LEAST, growth, use)
                .flatMap(there ->
                        tightest(Side.MOST, growth, use).map(back -> new Chain(series, timeline, facts(there, back))));
    }

    private static Stream<Fact> facts(Walk there, Walk back) {
        Set<Fact> facts = Collections.newSetFromMap(new IdentityHashMap<>());
        Stream.concat(there.edges().stream(), back.edges().stream())
                .map(Edge::fact)
                .forEach(facts::add);
        return facts.stream();
    }

    /** Looks from the later moment, which fewer constraints touch. */
    private Optional<Walk> tightest(Side side, Growth growth, Predicate<Fact> use) {
        Set<Integer> reached = new HashSet<>();
        PriorityQueue<Walk> open = new PriorityQueue<>(Comparator.comparingInt(Walk::cost));
        open.add(Walk.START);
        while (!open.isEmpty()) {
            Walk walk = open.poll();
            int moment = walk.last() == null ? growth.to() : side.end(walk.last());
            if (moment == growth.from()) {
                return Optional.of(walk);
            }
            if (reached.add(moment)) {
                tight(side).get(moment).stream()
                        .filter(edge -> !reached.contains(side.end(edge)) && use.test(edge.fact()))
                        .forEach(edge -> open.add(walk.then(edge)));
            }
        }
        return Optional.empty();
    }

    /** Moments whose totals stand and fall together: every way round between them uses constraints that numbers which fit just keep (Tarjan). */
    private final class Rigid {

        private final int[] part = new int[timeline.size()];
        private final int[] seen = new int[timeline.size()];
        private final Deque<Integer> open = new ArrayDeque<>();
        private int steps;

        int[] parts() {
            for (int moment = 0; moment < part.length; moment++) {
                if (seen[moment] == 0) {
                    visit(moment);
                }
            }
            return part;
        }

        private int visit(int moment) {
            seen[moment] = ++steps;
            open.push(moment);
            int lowest = steps;
            for (Edge edge : tight(Side.MOST).get(moment)) {
                int other = edge.to();
                if (part[other] == 0) {
                    lowest = Math.min(lowest, seen[other] == 0 ? visit(other) : seen[other]);
                }
            }
            if (lowest == seen[moment]) {
                do {
                    part[open.peek()] = lowest;
                } while (open.pop() != moment);
            }
            return lowest;
        }
    }

    private Bound end(Side side, Growth growth) {
        if (growth.isTotal()) {
            return total(side, growth.to());
        }
        Walk walk = Objects.requireNonNull(walk(side, growth));
        List<Edge> path = walk.edges();
        if (side == Side.LEAST) {
            Collections.reverse(path);
        }
        Stream<Term> terms = path.stream().anyMatch(step -> step.from() == ZERO)
                ? Stream.concat(
                        term(Operator.PLUS, side, growth.to()), term(Operator.MINUS, side.opposite(), growth.from()))
                : path.stream().filter(Edge::isStated).map(side::term);
        return new Bound(side.value(walk), shortened(new Proof(terms.toList()), growth));
    }

    /** One end of a total: the total one step nearer to zero, and that step. */
    private Bound total(Side side, int moment) {
        Bound known = Objects.requireNonNull(totals.get(side))[moment];
        if (known != null) {
            return known;
        }
        Walk walk = Objects.requireNonNull(walk(side, new Growth(ZERO, moment)));
        Deque<Edge> steps = new ArrayDeque<>();
        boolean isTold = false;
        for (Walk rest = walk; rest.last() != null && !isTold; rest = Objects.requireNonNull(rest.before())) {
            if (rest.last().isStated()) {
                steps.push(rest.last());
                isTold = Objects.requireNonNull(totals.get(side))[side.start(rest.last())] != null;
            }
        }
        Proof proof = Proof.NONE;
        for (Edge step : steps) {
            Stream<Term> start = term(Operator.PLUS, side, side.start(step));
            proof = new Proof(Stream.concat(start, Stream.of(side.term(step))).toList());
        }
        Bound total = new Bound(side.value(walk), shortened(proof, new Growth(ZERO, moment)));
        Objects.requireNonNull(totals.get(side))[moment] = total;
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
        Tree tree = new Tree(side, growth.from());
        Walk[] known = walks.get(tree);
        if (known == null) {
            known = walks(tree);
            walks.put(tree, known);
        }
        return known[growth.to()];
    }

    private Walk[] walks(Tree tree) {
        Walk[] shortest = new Walk[timeline.size()];
        shortest[tree.root()] = Walk.START;
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (Edge edge : tree.side() == Side.MOST ? edges : inward) {
                Walk start = shortest[tree.side().start(edge)];
                if (start != null && start.beats(edge, shortest[tree.side().end(edge)])) {
                    shortest[tree.side().end(edge)] = start.then(edge);
                    shorter = true;
                }
            }
        }
        return shortest;
    }
}
