package org.pacta.desk.merging;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Which names are spelt alike: the share of the threes of letters that two have in common, as PostgreSQL counts them.
 *
 * <p>Two names with nine tenths in common share one of the rarest tenth of the threes of each, and so on down to three fifths, so only names
 * that do are held against one another.
 *
 * @see <a href="https://www.postgresql.org/docs/18/pgtrgm.html">pg_trgm</a>
 */
final class SpeltAlike {

    /** In hundredths. */
    static final int LEAST = 60;

    /** The threes of each name, the rarest first. */
    private final Map<Long, int[]> threes = new HashMap<>();

    private final Map<Integer, Map<Integer, List<Long>>> byRareThree = new HashMap<>();

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
    }

    private static Set<String> threes(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^\\p{IsAlphabetic}\\p{IsDigit}]+"))
                .filter(word -> !word.isEmpty())
                .map(word -> ("  " + word + " ").codePoints().toArray())
                .flatMap(word -> IntStream.range(0, word.length - 2).mapToObj(start -> new String(word, start, 3)))
                .collect(Collectors.toSet());
    }

    /** Those that a name with so many hundredths in common cannot all be without. */
    private static Stream<Integer> rare(int[] threes, int least) {
        return Arrays.stream(threes)
                .limit(threes.length * (100 - least) / 100 + 1)
                .boxed();
    }

    /** The others whose names have at least so many hundredths in common. */
    Stream<Long> others(long id, int least) {
        Map<Integer, List<Long>> index = byRareThree.computeIfAbsent(least, this::index);
        return rare(of(id), least)
                .flatMap(three -> index.getOrDefault(three, List.of()).stream())
                .distinct()
                .filter(other -> other != id && likeness(id, other) >= least / 100.0);
    }

    private Map<Integer, List<Long>> index(int least) {
        Map<Integer, List<Long>> index = new HashMap<>();
        threes.forEach((id, all) -> rare(all, least)
                .forEach(three ->
                        index.computeIfAbsent(three, any -> new ArrayList<>()).add(id)));
        return index;
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
        return share >= LEAST / 100.0 ? share : 0;
    }

    private int[] of(long id) {
        return Objects.requireNonNull(threes.get(id));
    }
}
