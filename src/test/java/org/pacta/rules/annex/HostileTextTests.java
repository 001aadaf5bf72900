package org.pacta.rules.annex;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.rules.naming.Knowledge;

class HostileTextTests {

    private static final int SIZE = 200_000;
    private static final String LINE =
            "1. MOU between Orchid Systems Pte Ltd and Zhejiang Electronic Port on paperless trade\n";

    private static Duration ordinary;

    @BeforeAll
    static void readOrdinaryText() {
        time(filled(LINE));
        ordinary = time(filled(LINE));
    }

    @ParameterizedTest
    @MethodSource("hostile")
    void takesNoMuchLongerThanOrdinaryText(String text) {
        Duration hostile = time(text);

        assertThat(hostile).isLessThan(ordinary.multipliedBy(10).plusSeconds(3));
    }

    static Stream<String> hostile() {
        return Stream.of(
                filled("("),
                filled(")("),
                filled("MOU between (A (B (C "),
                filled("-"),
                filled(" – "),
                filled("– A "),
                filled("and "),
                filled("MOU between A and "),
                "MOU between " + filled("Orchid and "),
                "MOU between " + filled("Orchid, "),
                "MOU between " + filled("A & "),
                "MOU between A and B for " + filled("for "),
                filled("A"),
                filled("\t"),
                filled("A\t"),
                filled("a|"),
                filled("\n"),
                filled("x\n"),
                filled("1. "),
                filled("(i) "),
                filled("; "),
                filled("MOU; "),
                filled("MOU "),
                filled("signed an MOU "),
                filled("A signed an MOU with B. "),
                filled("和"),
                filled("与、"),
                filled("大学与"),
                filled("《"),
                filled("谅解备忘录"),
                filled("签署"),
                filled("A与B签署谅解备忘录,"),
                filled("とと間の覚書"),
                filled(" 와 과 "),
                filled("\""),
                filled("\u202E\uD83D\uDE00"),
                filled("\uD83D"),
                filled("Ltd., "),
                filled("Co. "),
                filled("Mr. "),
                filled("1项"),
                filled("14 MOUs "),
                filled("14项协议至今"),
                noise());
    }

    @Test
    void countsCodePoints() {
        String text = "\uD83D\uDE00 MOU between Orchid Systems and Xiamen \uD83D\uDE00 Institute on trade";

        Row row = Annex.parse(text, Knowledge.nothing()).rows().get(0);

        int[] points = text.codePoints().toArray();
        assertThat(new String(points, row.start(), row.end() - row.start())).isEqualTo(row.text());
        assertThat(row.participants())
                .isNotEmpty()
                .allSatisfy(each -> assertThat(new String(points, each.start(), each.end() - each.start()))
                        .isEqualTo(each.name()));
    }

    @Test
    void readsNothingIntoNothing() {
        assertThat(Annex.parse("", Knowledge.nothing()).rows()).isEmpty();
        assertThat(Annex.parse(" \r\n\t", Knowledge.nothing()).rows()).isEmpty();
    }

    private static Duration time(String text) {
        long start = System.nanoTime();
        Annex.parse(text, Corpus.KNOWN);
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private static String filled(String unit) {
        return unit.repeat(SIZE / unit.length());
    }

    private static String noise() {
        Random random = new Random(7);
        String[] words = {
            "MOU",
            "between",
            "and",
            "(",
            ")",
            "–",
            ",",
            ";",
            "Orchid",
            "University",
            "of",
            "the",
            "Ltd",
            "on",
            "与",
            "签署",
            "备忘录",
            "\n",
            "\t",
            "\"",
            "will",
            "signed",
            "with",
            ":",
            "."
        };
        StringBuilder text = new StringBuilder();
        while (text.length() < SIZE) {
            text.append(words[random.nextInt(words.length)]).append(' ');
        }
        return text.toString();
    }
}
