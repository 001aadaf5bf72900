package org.pacta.reader.search;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What is found without one of the words, where all of them together are in no record. */
@Component
class Ways {

    private static final int MOST = 5;

    /** Of more words each is looked for alone and no pair is tried. */
    private static final int MANY = 8;

    private final Asked asked;

    Ways(Asked asked) {
        this.asked = asked;
    }

    /**
     * A question that finds something.
     *
     * @param words what is left of the words
     * @param total how many records have them
     */
    record Way(Keywords words, long total) {}

    /** Without one word, without two, or each word alone: the first of these that finds anything, and of it what finds least first. */
    List<Way> around(Keywords words) {
        List<String> all = words.required();
        if (all.size() < 2) {
            return List.of();
        }
        List<Way> ways = all.size() > MANY ? List.of() : leading(without(all, 1));
        if (ways.isEmpty() && all.size() > 3 && all.size() <= MANY) {
            ways = leading(without(all, 2));
        }
        return ways.isEmpty() && all.size() > 2
                ? leading(all.stream().limit(MANY).map(List::of))
                : ways;
    }

    private List<Way> leading(Stream<List<String>> some) {
        return some.map(words -> Keywords.of(String.join(" ", words)))
                .map(words -> new Way(
                        words,
                        asked.kinds(words, false).values().stream()
                                .mapToLong(Long::longValue)
                                .sum()))
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
