package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrdinalsTests {

    @ParameterizedTest
    @CsvSource({
        "1, 1st, first, 第一",
        "2, 2nd, second, 第二",
        "3, 3rd, third, 第三",
        "4, 4th, fourth, 第四",
        "11, 11th, eleventh, 第十一",
        "12, 12th, twelfth, 第十二",
        "20, 20th, twentieth, 第二十",
        "21, 21st, twenty-first, 第二十一",
        "112, 112th, one hundred twelfth, 第一百一十二",
    })
    void sayAPlaceInASeries(int ordinal, String figures, String words, String characters) {
        assertThat(Ordinals.inFigures(ordinal)).isEqualTo(figures);
        assertThat(Ordinals.inWords(ordinal)).isEqualTo(words);
        assertThat(Ordinals.inCharacters(ordinal)).isEqualTo(characters);
    }
}
