package org.pacta.desk.merging;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which names are spelt alike: the share of the threes of letters that two have in common, as PostgreSQL counts them.
 *
 * <p>Two names with three fifths in common share one of the rarest two fifths of the threes of each, so only names that do are held
 * against one another.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgtrgm.html">pg_trgm</a>
 */
final class SpeltAlike {

    private static final double LEAST = 0.6;

    /** The threes of each name, the rarest first. */
    private final Map<Long, int[]> threes = new HashMap<>();

    private final Map<Integer, Set<Long>> byRareThree = new HashMap<>();

    SpeltAlike(Map<Long, String> names) {
        Map<Long, Set<String>> spelt = new HashMap<>();
        names.forEach((id, name) -> spelt.put(id, threes(name)));
        Map<String, Long> common = spelt.values().stream()
                .flatMap(Set::stream)
                .collect(Collectors.groupingBy(each -> each, Collectors.counting()));
        List<String> ordered = common.entrySet().stream()
                .sorted(Map.Entry.<String, Long>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .toList();
        Map<String, Integer> ranks =
                IntStream.range(0, ordered.size()).boxed().collect(Collectors.toMap(ordered::get, rank -> rank));
        spelt.forEach((id, all) ->
                threes.put(id, all.stream().mapToInt(ranks::get).sorted().toArray()));
        threes.forEach((id, all) -> rare(all)
                .forEach(three -> byRareThree
                        .computeIfAbsent(three, any -> new HashSet<>())
                        .add(id)));
    }

    private static Set<String> threes(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{IsAlphabetic}\\p{IsDigit}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> ("  " + word + " ").codePoints().toArray())
                .flatMap(word -> IntStream.range(0, word.length - 2).mapToObj(start -> new String(word, start, 3)))
                .collect(Collectors.toSet());
    }

    private static Stream<Integer> rare(int[] threes) {
        return Arrays.stream(threes).limit(threes.length * 2 / 5 + 1).boxed();
    }

    /** The others whose names may be spelt alike. */
    Set<Long> candidates(long id) {
        Set<Long> others = rare(of(id))
                .flatMap(three -> byRareThree.getOrDefault(three, Set.of()).stream())
                .collect(Collectors.toCollection(TreeSet::new));
        others.remove(id);
        return others;
    }

    /** The share that two names have in common; 0 where they are not alike. */
    double likeness(long one, long other) {
        int[] here = of(one);
        int[] there = of(other);
        int same = 0;
        for (int i = 0, j = 0; i < here.length && j < there.length; ) {
            same += here[i] == there[j] ? 1 : 0;
            int step = Integer.compare(here[i], there[j]);
            i += step <= 0 ? 1 : 0;
            j += step >= 0 ? 1 : 0;
        }
        double share = (double) same / (here.length + there.length - same);
        return share >= LEAST ? share : 0;
    }

    private int[] of(long id) {
        return Objects.requireNonNull(threes.get(id));
    }
}
