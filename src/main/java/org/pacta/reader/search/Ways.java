package org.pacta.reader.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToLongFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** What is found without one of the words, where all of them together are in no record. */
final class Ways {

    private static final int MOST = 5;

    /** Of more words each is looked for alone and no pair is tried. */
    private static final int MANY = 8;

    /**
     * A question that finds something.
     *
     * @param words what is left of the words
     * @param total how many records have them
     */
    record Way(Keywords words, long total) {}

    private Ways() {}

    /**
     * Without one word, without two, or each word alone: the first of these that finds anything, and of it what finds least first.
     *
     * @param total how many records have some words
     */
    static List<Way> around(Keywords words, ToLongFunction<Keywords> total) {
        List<String> all = words.required();
        if (all.size() < 2) {
            return List.of();
        }
        List<Way> ways = all.size() > MANY ? List.of() : leading(without(all, 1), total);
        if (ways.isEmpty() && all.size() > 3 && all.size() <= MANY) {
            ways = leading(without(all, 2), total);
        }
        return ways.isEmpty() && all.size() > 2
                ? leading(all.stream().limit(MANY).map(List::of), total)
                : ways;
    }

    private static List<Way> leading(Stream<List<String>> some, ToLongFunction<Keywords> total) {
        return some.map(words -> Keywords.of(String.join(" ", words)))
                .map(words -> new Way(words, total.applyAsLong(words)))
                .filter(way -> way.total > 0)
                .sorted(Comparator.comparingLong(Way::total))
                .limit(MOST)
                .toList();
    }

    private static Stream<List<String>> without(List<String> words, int number) {
        if (number == 0) {
            return Stream.of(words);
        }
        return IntStream.range(0, words.size())
                .boxed()
                .flatMap(left -> {
                    List<String> rest = new ArrayList<>(words);
                    rest.remove(left.intValue());
                    return without(rest, number - 1);
                })
                .distinct();
    }
}
