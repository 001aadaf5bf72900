package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PieceTests {

    private final Piece middle = Piece.of("0123456789").between(3, 7);

    @Test
    void isAWholeTextOrAStretchOfIt() {
        assertThat(Piece.of("Annex")).isEqualTo(new Piece("Annex", 0, 5));
        assertThat(middle.text()).isEqualTo("3456");
        assertThat(middle.length()).isEqualTo(4);
        assertThat(middle.isEmpty()).isFalse();
        assertThat(middle.between(5, 5).isEmpty()).isTrue();
        assertThat(middle.between(5, 4)).isEqualTo(new Piece("0123456789", 5, 5));
    }

    @ParameterizedTest
    @CsvSource({"5, 56", "7, ''", "9, ''", "3, 3456"})
    void isLeftFromAPlaceOn(int from, String left) {
        assertThat(middle.from(from).text()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource({"5, 34", "3, ''", "1, ''", "7, 3456", "9, 3456"})
    void isLeftUpToAPlace(int to, String left) {
        assertThat(middle.until(to).text()).isEqualTo(left);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "` , Enterprise Singapore; `|Enterprise Singapore",
                "`. Pte. Ltd.`|Pte. Ltd.",
                "– “A*STAR” –|A*STAR",
                "*•/ item|item",
                "、新加坡，。|新加坡",
                "(NUS)|(NUS)",
                "A|A",
                "` – `|``",
                "``|``",
            })
    void losesBlanksAndStrayPunctuationAtItsEnds(String text, String trimmed) {
        assertThat(Piece.of(text).trimmed().text()).isEqualTo(trimmed);
    }

    @Test
    void isTrimmedWithinItself() {
        assertThat(Piece.of("a , b , c").between(1, 6).trimmed()).isEqualTo(new Piece("a , b , c", 4, 5));
    }

    @ParameterizedTest
    @ValueSource(strings = {"two words", "  two \n\t words ", "two\u00a0words\u200b", "\ufefftwo\u3000words"})
    void isOneLine(String text) {
        assertThat(Piece.of(text).line()).isEqualTo("two words");
    }

    @Test
    void isOneLineOfItsOwnStretch() {
        assertThat(Piece.of("a b  c d").between(2, 6).line()).isEqualTo("b c");
        assertThat(Piece.of(" \n ").line()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "32, true",
        "10, true",
        "160, true",
        "12288, true",
        "8203, true",
        "65279, true",
        "65, false",
        "46, false"
    })
    void isBlankWhereACharacterHasNoInk(int c, boolean isBlank) {
        assertThat(Piece.isBlank((char) c)).isEqualTo(isBlank);
    }
}
