package org.pacta.rules.language;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * Splits a list of participants whose names hold "and", commas and dashes themselves.
 *
 * <p>Every separator either parts two names or belongs to one. Of all ways to decide, the one is taken whose names look most like
 * organisations; how far the second best lies behind is how sure the answer is.
 *
 * @param names in the order of the text
 * @param margin by how much the next best reading is worse
 */
public record NameList(List<Piece> names, double margin) {

    private static final int LONGEST_NAME = 8;
    private static final int LONGEST_LIST = 24;

    /**
     * What stands between two atoms.
     *
     * @param inside what it costs to take it as part of a name
     * @param apart what it costs to part two names here
     */
    public record Join(double inside, double apart) {

        /** Costs more than any name is worth. */
        public static final double NEVER = 1000;
    }

    /**
     * Finds the best reading.
     *
     * @param atoms the stretches between separators
     * @param joins one for each separator
     * @param judge how much a stretch looks like an organisation
     * @param least how many names there must be, one or two
     */
    public static NameList split(List<Piece> atoms, List<Join> joins, ToDoubleFunction<Piece> judge, int least) {
        if (atoms.isEmpty()) {
            return new NameList(List.of(), 0);
        }
        if (atoms.size() > LONGEST_LIST) {
            return new NameList(atoms, 0);
        }
        List<List<Partial>> ends = new ArrayList<>();
        ends.add(List.of(new Partial(0, null, 0, 0, 0)));
        for (int to = 1; to <= atoms.size(); to++) {
            List<Partial> here = new ArrayList<>();
            for (int from = Math.max(0, to - LONGEST_NAME); from < to; from++) {
                double value = judge.applyAsDouble(name(atoms, from, to));
                for (int inner = from; inner < to - 1; inner++) {
                    value -= joins.get(inner).inside();
                }
                value -= from == 0 ? 0 : joins.get(from - 1).apart();
                for (Partial before : ends.get(from)) {
                    here.add(new Partial(before.score + value, before, from, to, before.count + 1));
                }
            }
            ends.add(best(here));
        }
        List<Partial> readings = ends.get(atoms.size()).stream()
                .filter(each -> each.count >= Math.min(least, atoms.size()))
                .sorted(Comparator.comparingDouble(Partial::score).reversed())
                .toList();
        List<Piece> names = new ArrayList<>();
        for (Partial at = readings.get(0); at.before != null; at = at.before) {
            names.add(0, name(atoms, at.from, at.to));
        }
        double margin = readings.size() < 2 ? 99 : readings.get(0).score - readings.get(1).score;
        return new NameList(names, margin);
    }

    private static Piece name(List<Piece> atoms, int from, int to) {
        return atoms.get(from)
                .between(atoms.get(from).start(), atoms.get(to - 1).end());
    }

    /** The two best of one name, and the two best of more. */
    private static List<Partial> best(List<Partial> partials) {
        List<Partial> best = new ArrayList<>();
        partials.sort(Comparator.comparingDouble(Partial::score).reversed());
        int single = 0;
        int several = 0;
        for (Partial each : partials) {
            if (each.count == 1 ? single++ < 2 : several++ < 2) {
                best.add(each);
            }
        }
        return best;
    }

    private record Partial(double score, @Nullable Partial before, int from, int to, int count) {}
}
