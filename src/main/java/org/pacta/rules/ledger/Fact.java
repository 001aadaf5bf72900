package org.pacta.rules.ledger;

import java.util.LinkedList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Proof.Ground;
import org.pacta.rules.ledger.Proof.Operator;
import org.pacta.rules.ledger.Proof.Term;

/**
 * What is known of the growth from one moment of a series to a later one.
 *
 * @param ground null for the frame itself: totals never fall
 */
record Fact(
        int from,
        int to,
        @Nullable Long least,
        @Nullable Long most,
        @Nullable Ground ground) {

    /** From one moment to a later one; a total grows from zero. */
    record Growth(int from, int to) {
        boolean isTotal() {
            return from == Timeline.ZERO;
        }

        Fact fact(@Nullable Long least, @Nullable Long most, @Nullable Ground ground) {
            return new Fact(from, to, least, most, ground);
        }
    }

    /**
     * What bounds a number: one growth, or two where nothing is stated of it and it lies within what others span.
     *
     * @param below null where nothing but that counts are never negative does
     */
    record Range(@Nullable Growth below, Growth above) {

        /** The one growth it is, if it is one. */
        Optional<Growth> growth() {
            return above.equals(below) ? Optional.of(above) : Optional.empty();
        }
    }

    /** The statements it rests on. */
    Set<Statement> statements() {
        return ground == null ? Set.of() : ground.statements();
    }

    /** The one or two constraints it puts on the totals. */
    Stream<Edge> edges() {
        Stream<Edge> upward = most == null ? Stream.empty() : Stream.of(new Edge(this, true, most));
        Stream<Edge> downward = least == null ? Stream.empty() : Stream.of(new Edge(this, false, -least));
        return Stream.concat(upward, downward);
    }

    boolean isExact() {
        return least != null && least.equals(most);
    }

    /** One constraint: the total at the end exceeds the total at the start by at most the length. */
    record Edge(Fact fact, boolean isUpward, long length) {

        int from() {
            return isUpward ? fact.from : fact.to;
        }

        int to() {
            return isUpward ? fact.to : fact.from;
        }

        boolean isStated() {
            return fact.ground != null;
        }

        /** Its part in the sum of a path. */
        Term term() {
            return new Term(
                    isUpward ? Operator.PLUS : Operator.MINUS,
                    isUpward ? length : -length,
                    Objects.requireNonNull(fact.ground));
        }
    }

    /** A path, kept from its end: the shorter is the tighter, and of two as short the one with the simpler proof is better. */
    record Walk(
            long length,
            int cost,
            @Nullable Edge last,
            @Nullable Walk before) {

        static final Walk START = new Walk(0, 0, null, null);
        private static final int INEQUALITY = 10_000;

        Walk then(Edge edge) {
            return new Walk(length + edge.length, cost + cost(edge), edge, this);
        }

        /** Whether going on along the edge betters the other walk. */
        boolean beats(Edge edge, @Nullable Walk other) {
            long longer = length + edge.length;
            return other == null || longer < other.length || longer == other.length && cost + cost(edge) < other.cost;
        }

        /** Whether it is made of equalities alone. */
        boolean isExact() {
            return cost < INEQUALITY;
        }

        /** From its start. */
        List<Edge> edges() {
            LinkedList<Edge> edges = new LinkedList<>();
            for (Walk walk = this; walk != null && walk.last != null; walk = walk.before) {
                edges.addFirst(walk.last);
            }
            return edges;
        }

        private static int cost(Edge edge) {
            return edge.fact.isExact() ? 1 : INEQUALITY;
        }
    }
}
