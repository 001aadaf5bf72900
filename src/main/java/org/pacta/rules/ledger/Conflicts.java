package org.pacta.rules.ledger;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.pacta.rules.ledger.Fact.Edge;

/**
 * Every set of statements that no numbers fit, and of which each smaller set is fitted by some. One is found and made as small as it gets; any
 * other one lacks some statement of it, and is found where that statement is left out, and so on (R. Reiter, A theory of diagnosis from first
 * principles, 1987).
 */
final class Conflicts {

    /** So many are named, then the search stops. */
    static final int MOST = 50;

    /** Statements that may be looked at in all, so that the search ends in time however many there are. */
    private static final int WORK = 400_000;

    private static final int BRANCHES = 20_000;

    private final Function<Collection<Statement>, Derivation> derivation;
    private final List<Conflict> found = new ArrayList<>();
    private int work = WORK;
    private boolean isComplete;

    Conflicts(Collection<Statement> statements, Function<Collection<Statement>, Derivation> derivation) {
        this.derivation = derivation;
        isComplete = search(statements);
    }

    /** A contradiction, as a way round that is shorter than none; without one where only trying shows it. */
    record Conflict(Measure series, List<Edge> round, Set<Statement> statements) {

        static Conflict of(Measure series, List<Edge> round) {
            return new Conflict(
                    series,
                    round,
                    round.stream()
                            .flatMap(edge -> edge.fact().statements().stream())
                            .collect(Collectors.toCollection(LinkedHashSet::new)));
        }
    }

    List<Conflict> found() {
        return found;
    }

    /** Whether there are no more than those found. */
    boolean isComplete() {
        return isComplete;
    }

    private boolean search(Collection<Statement> statements) {
        Deque<Set<Statement>> waiting = new ArrayDeque<>(List.of(Set.of()));
        Set<Set<Statement>> seen = new HashSet<>();
        while (!waiting.isEmpty()) {
            Set<Statement> without = waiting.pop();
            Optional<Conflict> conflict = found.stream()
                    .filter(known -> Collections.disjoint(known.statements(), without))
                    .findFirst();
            if (conflict.isEmpty()) {
                conflict = among(statements.stream()
                        .filter(statement -> !without.contains(statement))
                        .toList());
                if (conflict.isPresent() && found.size() == MOST || work < 0 || seen.size() > BRANCHES) {
                    return false;
                }
                conflict.ifPresent(found::add);
            }
            conflict.ifPresent(known -> known.statements().forEach(statement -> {
                Set<Statement> next = new HashSet<>(without);
                next.add(statement);
                if (seen.add(next)) {
                    waiting.push(next);
                }
            }));
        }
        return true;
    }

    /** One that some of these make up, as small as it gets. */
    private Optional<Conflict> among(Collection<Statement> statements) {
        return conflict(statements).map(this::shrunk);
    }

    private Optional<Conflict> conflict(Collection<Statement> statements) {
        work -= cost(statements);
        return derivation.apply(statements).conflict();
    }

    /** Series that are held against each other are gone through once more for each number of theirs. */
    private static int cost(Collection<Statement> statements) {
        int all = statements.size();
        return statements.stream().map(Statement::measure).distinct().count() <= 1 ? all : all * (1 + all / 100);
    }

    /** Leaves out what is not needed: half of it at a time, then a quarter, and at last one statement after the other. */
    private Conflict shrunk(Conflict conflict) {
        Conflict smallest = conflict;
        for (int many = (conflict.statements().size() + 1) / 2; many > 0; many /= 2) {
            Set<Statement> kept = new HashSet<>();
            List<Statement> some = some(smallest, kept, many);
            while (!some.isEmpty() && work >= 0) {
                Set<Statement> others = new LinkedHashSet<>(smallest.statements());
                some.forEach(others::remove);
                Optional<Conflict> smaller = conflict(others);
                if (smaller.isPresent()) {
                    smallest = smaller.get();
                } else {
                    kept.addAll(some);
                }
                some = some(smallest, kept, many);
            }
        }
        return smallest;
    }

    private static List<Statement> some(Conflict conflict, Set<Statement> kept, int many) {
        return conflict.statements().stream()
                .filter(statement -> !kept.contains(statement))
                .limit(many)
                .toList();
    }
}
