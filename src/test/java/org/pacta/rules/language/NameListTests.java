package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.rules.language.NameList.Join;

class NameListTests {

    private static final Pattern SEPARATOR = Pattern.compile(", | and ");
    private static final Set<String> KNOWN = Set.of(
            "Enterprise Singapore",
            "Ministry of Trade and Industry",
            "Agency for Science, Technology and Research",
            "Rajah and Tann",
            "Tann");

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Enterprise Singapore|Enterprise Singapore",
                "Ministry of Trade and Industry|Ministry of Trade and Industry",
                "Ministry of Trade and Industry, Enterprise Singapore|Ministry of Trade and Industry; Enterprise Singapore",
                "Enterprise Singapore, Agency for Science, Technology and Research and Tann|"
                        + "Enterprise Singapore; Agency for Science, Technology and Research; Tann",
                "Rajah and Tann and Tann|Rajah and Tann; Tann",
            })
    void keepsTheSeparatorsThatBelongToAName(String text, String names) {
        assertThat(named(split(text, new Join(0.25, 0.5), 1))).isEqualTo(names);
    }

    @Test
    void partsAtLeastAsManyAsThereMustBe() {
        assertThat(named(split("Ministry of Trade and Industry", new Join(0.25, 0.5), 2)))
                .isEqualTo("Ministry of Trade; Industry");
        assertThat(named(split("Enterprise Singapore", new Join(0.25, 0.5), 2))).isEqualTo("Enterprise Singapore");
    }

    @Test
    void neverHidesASeparatorThatAlwaysParts() {
        assertThat(named(split("Rajah and Tann", new Join(Join.NEVER, 0), 1))).isEqualTo("Rajah; Tann");
    }

    @Test
    void isSureOfTheOnlyReadingAndOfNothingWithoutNames() {
        assertThat(split("Enterprise Singapore", new Join(0, 0), 1).margin()).isEqualTo(99);
        assertThat(NameList.split(List.of(), List.of(), piece -> 1, 1)).isEqualTo(new NameList(List.of(), 0));
    }

    @Test
    void leavesALongListAlone() {
        String long24 = String.join(", ", Collections.nCopies(24, "Tann"));

        assertThat(split(long24, new Join(0, 0), 1).margin()).isPositive();
        assertThat(split(long24 + ", Tann", new Join(0, 0), 1).margin()).isZero();
        assertThat(split(long24 + ", Tann", new Join(0, 0), 1).names()).hasSize(25);
    }

    @Test
    void makesNoNameOfMoreThanEightParts() {
        Join glued = new Join(0, 10);

        assertThat(split("a, b, c, d, e, f, g, h", glued, 1).names()).hasSize(1);
        assertThat(split("a, b, c, d, e, f, g, h, i", glued, 1).names()).hasSize(2);
    }

    /** Every reading of a short list is tried: none is better, and the next best is as far behind as the list says. */
    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void isTheBestOfAllReadings(int least) {
        Random random = new Random(17);
        for (int round = 0; round < 300; round++) {
            List<Piece> atoms = atoms("a, b, c, d, e, f".substring(0, 1 + 3 * random.nextInt(6)));
            List<Join> joins = atoms.stream()
                    .map(atom -> new Join(random.nextDouble(), random.nextDouble()))
                    .toList();
            Map<Piece, Double> values = new HashMap<>();
            ToDoubleFunction<Piece> judge = name -> values.computeIfAbsent(name, any -> 3 * random.nextDouble());

            NameList best = NameList.split(atoms, joins, judge, least);

            double[] scores = scores(atoms, joins, judge, least);
            assertThat(score(atoms, joins, judge, best.names())).isCloseTo(scores[0], within(1e-9));
            if (scores.length > 1) {
                assertThat(best.margin()).isCloseTo(scores[0] - scores[1], within(1e-9));
            }
        }
    }

    private static double[] scores(List<Piece> atoms, List<Join> joins, ToDoubleFunction<Piece> judge, int least) {
        return IntStream.range(0, 1 << (atoms.size() - 1))
                .filter(cuts -> Integer.bitCount(cuts) + 1 >= Math.min(least, atoms.size()))
                .mapToObj(cuts -> names(atoms, cuts))
                .mapToDouble(names -> -score(atoms, joins, judge, names))
                .sorted()
                .map(score -> -score)
                .toArray();
    }

    private static List<Piece> names(List<Piece> atoms, int cuts) {
        List<Piece> names = new ArrayList<>();
        int from = 0;
        for (int i = 0; i < atoms.size(); i++) {
            if (i == atoms.size() - 1 || (cuts & 1 << i) != 0) {
                names.add(atoms.get(from)
                        .between(atoms.get(from).start(), atoms.get(i).end()));
                from = i + 1;
            }
        }
        return names;
    }

    private static double score(List<Piece> atoms, List<Join> joins, ToDoubleFunction<Piece> judge, List<Piece> names) {
        Set<Integer> ends = names.stream().map(Piece::end).collect(Collectors.toSet());
        DoubleStream costs = IntStream.range(0, atoms.size() - 1)
                .mapToDouble(i -> ends.contains(atoms.get(i).end())
                        ? joins.get(i).apart()
                        : joins.get(i).inside());
        return names.stream().mapToDouble(judge).sum() - costs.sum();
    }

    private static NameList split(String text, Join join, int least) {
        List<Piece> atoms = atoms(text);
        return NameList.split(
                atoms, atoms.stream().map(atom -> join).toList(), name -> KNOWN.contains(name.text()) ? 2 : -1, least);
    }

    private static List<Piece> atoms(String text) {
        List<Piece> atoms = new ArrayList<>();
        int from = 0;
        for (Matcher separator = SEPARATOR.matcher(text); separator.find(); from = separator.end()) {
            atoms.add(Piece.of(text).between(from, separator.start()));
        }
        atoms.add(Piece.of(text).from(from));
        return atoms;
    }

    private static String named(NameList list) {
        return list.names().stream().map(Piece::text).collect(Collectors.joining("; "));
    }
}
