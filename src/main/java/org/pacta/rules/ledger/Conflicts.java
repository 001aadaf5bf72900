package org.pacta.rules.ledger;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Fact.Edge;
import org.pacta.rules.ledger.Fact.Walk;

/**
 * The smallest sets of statements that no numbers fit: ways round that are shorter than none. A way is as large as the number of statements
 * its facts rest on, so that what is named stays as close as possible to the figure that is wrong.
 */
final class Conflicts {

    private final int moments;
    private final List<Edge> edges;
    private final int[] sizes;
    private final Map<Integer, List<Walk[]>> walks = new HashMap<>();

    private Conflicts(int moments, List<Edge> edges) {
        this.moments = moments;
        this.edges = edges;
        sizes = edges.stream().mapToInt(edge -> edge.fact().statements().size()).toArray();
    }

    /** Finds them, as the edges of each; only asked of a chain that does not hold. */
    static List<List<Edge>> in(int moments, List<Edge> edges) {
        Conflicts conflicts = new Conflicts(moments, edges);
        int size = 1;
        List<List<Edge>> found = conflicts.ofSize(size);
        while (found.isEmpty()) {
            size++;
            found = conflicts.ofSize(size);
        }
        return found;
    }

    private List<List<Edge>> ofSize(int size) {
        Map<Set<Statement>, List<Edge>> found = new LinkedHashMap<>();
        for (int i = 0; i < sizes.length; i++) {
            Edge edge = edges.get(i);
            int rest = size - sizes[i];
            Walk back = edge.isStated() && rest >= 0 ? walks(edge.to(), rest)[edge.from()] : null;
            if (back != null && back.length() + edge.length() < 0) {
                List<Edge> round = back.then(edge).edges();
                found.putIfAbsent(statements(round), round);
            }
        }
        return new ArrayList<>(found.values());
    }

    static Set<Statement> statements(List<Edge> round) {
        return round.stream().flatMap(edge -> edge.fact().statements().stream()).collect(Collectors.toSet());
    }

    /** The shortest walks from a moment that rest on at most so many statements. */
    private Walk[] walks(int source, int size) {
        List<Walk[]> bySize = walks.computeIfAbsent(source, key -> new ArrayList<>());
        while (bySize.size() <= size) {
            bySize.add(next(source, bySize));
        }
        return bySize.get(size);
    }

    private Walk[] next(int source, List<Walk[]> smaller) {
        int size = smaller.size();
        Walk[] shortest = size == 0 ? new Walk[moments] : smaller.get(size - 1).clone();
        shortest[source] = Walk.START;
        boolean shorter = true;
        while (shorter) {
            shorter = false;
            for (int i = 0; i < sizes.length; i++) {
                Edge edge = edges.get(i);
                int rest = size - sizes[i];
                Walk start = rest == size ? shortest[edge.from()] : rest < 0 ? null : smaller.get(rest)[edge.from()];
                if (start != null && isShorter(start, edge, shortest[edge.to()])) {
                    shortest[edge.to()] = start.then(edge);
                    shorter = true;
                }
            }
        }
        return shortest;
    }

    private static boolean isShorter(Walk start, Edge edge, @Nullable Walk other) {
        return other == null || start.length() + edge.length() < other.length();
    }
}
