package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Enterprise Singapore|enterprise · singapore",
                "`  two  \t words \n `|two · words",
                "Rajah & Tann|rajah · & · tann",
                "Johnson&Johnson|johnson&johnson",
                "AT&T Ltd|at&t · ltd",
                "5&Dime|5 · &dime",
                "A*STAR|a · * · star",
                "CrimsonLogic Pte. Ltd.|crimsonlogic · pte · . · ltd · .",
                "Logon.ai|logon.ai",
                "3.5 million|3.5 · million",
                "e-commerce|e-commerce",
                "e- commerce|e · – · commerce",
                "-commerce|- · commerce",
                "e-|e · -",
                "- e|– · e",
                "e -|e · –",
                "e.|e · .",
                "d'intesa|d'intesa",
                "d’intesa|d'intesa",
                "‘quoted’|‘ · quoted · ’",
                "'s|' · s",
                "Singapore-Zhejiang|singapore-zhejiang",
                "Singapore - Zhejiang|singapore · – · zhejiang",
                "Singapore -- Zhejiang|singapore · – · zhejiang",
                "Singapore--Zhejiang|singapore · – · zhejiang",
                "Singapore—Zhejiang|singapore · – · zhejiang",
                "Singapore–Zhejiang|singapore–zhejiang",
                "2019–2020|2019 · – · 2020",
                "2019-2020|2019-2020",
                "列奥纳多·达芬奇|列奥纳多·达芬奇",
                "· item|· · item",
                "（A），B；C：D|( · a · ) · , · b · ; · c · : · d",
                "“A” „B« »C\"|\" · a · \" · \" · b · \" · \" · c · \"",
                "Mémorandum d'entente|mémorandum · d'entente",
                "thỏa thuận|thỏa · thuận",
                "𠮷野家 Holdings|𠮷野家 · holdings",
                "Done 😀 well|done · 😀 · well",
            })
    void areCutAtBlanksAndMarks(String text, String keys) {
        assertThat(where(text, i -> true)).isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A (B) C|a · ( · ) · c",
                "A (B (C) D) E|a · ( · ) · e",
                "A (B) C (D) E|a · ( · ) · c · ( · ) · e",
                "A（B）C|a · ( · ) · c",
                "A () B|a · ( · ) · b",
                "A (B C|a · ( · b · c",
                "A (B (C) D|a · ( · b · ( · ) · d",
                "A) B C|a · ) · b · c",
                "(A) B|( · ) · b",
                "(A) B) C|( · ) · b · ) · c",
                "((A) B) C) D|( · ) · c · ) · d",
            })
    void standOutsideBrackets(String text, String open) {
        assertThat(where(text, Words.of(Piece.of(text))::isOpen)).isEqualTo(open);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "the Ltd eCommerce 4th d'intesa 3 - , (x)|the · d'intesa · x|ltd · ecommerce · 4th · 3|– · , · ( · )",
                "劲升逻辑 & co|co|劲升逻辑 · &|``",
            })
    void areSmallOrCapitalOrMarks(String text, String small, String capital, String marks) {
        Words words = Words.of(Piece.of(text));

        assertThat(where(text, words::isLower)).isEqualTo(small);
        assertThat(where(text, words::isCapital)).isEqualTo(capital);
        assertThat(where(text, words::isMark)).isEqualTo(marks);
    }

    @Test
    void areNothingBeforeTheFirstAndBehindTheLast() {
        Words words = Words.of(Piece.of("one Two"));

        for (int outside : new int[] {-1, 2}) {
            assertThat(words.key(outside)).isEmpty();
            assertThat(words.isOpen(outside)).isFalse();
            assertThat(words.isMark(outside)).isFalse();
            assertThat(words.isLower(outside)).isFalse();
            assertThat(words.isCapital(outside)).isFalse();
            assertThat(words.beginsLine(outside)).isFalse();
        }
        assertThat(words.is(0, "one")).isTrue();
        assertThat(words.is(1, "one")).isFalse();
        assertThat(words.start(2)).isEqualTo(7);
    }

    @ParameterizedTest
    @CsvSource({"'first\nsecond third', second", "'first \n second', second", "first second third, ''", "'\nfirst', ''"
    })
    void beginALine(String text, String first) {
        assertThat(where(text, Words.of(Piece.of(text))::beginsLine)).isEqualTo(first);
    }

    @Test
    void knowWhereTheyStandInTheSource() {
        String text = "Signed: MOU between A and B.";
        Piece piece = Piece.of(text).from(8).until(27);
        Words words = Words.of(piece);

        assertThat(words.piece()).isSameAs(piece);
        assertThat(words.size()).isEqualTo(5);
        assertThat(words.start(0)).isEqualTo(8);
        assertThat(words.end(0)).isEqualTo(11);
        assertThat(words.start(5)).isEqualTo(27);
        assertThat(words.piece(1, 3).text()).isEqualTo("between A");
        assertThat(words.piece(2, 2)).isEqualTo(new Piece(text, 20, 20));
        assertThat(words.piece(3, 2).isEmpty()).isTrue();
    }

    /** A piece that ends within a word or before a dash does not look beyond its end. */
    @ParameterizedTest
    @CsvSource({"Pacta-new, 3, pac", "Pacta-new, 6, pacta · -", "a--b, 2, a · -", "a.b, 2, a · ."})
    void endWithTheirPiece(String text, int end, String keys) {
        Words words = Words.of(Piece.of(text).until(end));

        assertThat(IntStream.range(0, words.size()).mapToObj(words::key).collect(Collectors.joining(" · ")))
                .isEqualTo(keys);
    }

    @ParameterizedTest
    @CsvSource({"0, 9, 1", "2, 9, 6", "7, 9, 9", "2, 5, 5", "6, 7, 6"})
    void areFoundOutsideBrackets(int from, int end, int found) {
        Words words = Words.of(Piece.of("A and (B and) and C ."));

        assertThat(words.find("and", from, end)).isEqualTo(found);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "A (B C) D|1|5",
                "A (B C) D|0|0",
                "A (B C) D|9|9",
                "A (B|1|1",
                "A (B (C)) D|1|7",
                "A () D|1|3",
                "A (B)|1|4"
            })
    void passABracket(String text, int from, int behind) {
        assertThat(Words.of(Piece.of(text)).skipBracket(from)).isEqualTo(behind);
    }

    private static String where(String text, IntPredicate is) {
        Words words = Words.of(Piece.of(text));
        return IntStream.range(0, words.size()).filter(is).mapToObj(words::key).collect(Collectors.joining(" · "));
    }
}
