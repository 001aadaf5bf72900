package org.pacta.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrivateUseTests {

    @ParameterizedTest
    @CsvSource({"E000, F8FF", "F0000, FFFFD", "100000, 10FFFD"})
    void noneOfTheThreeAreasIsKept(String first, String last) {
        String all = IntStream.rangeClosed(Integer.parseInt(first, 16), Integer.parseInt(last, 16))
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();

        assertThat(PrivateUse.isIn(all)).isTrue();
        assertThat(PrivateUse.without("before" + all + "after")).isEqualTo("beforeafter");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Łódź • 1", "智慧城市", "\ud834\udf06", "𠮷野家", "\ud884\udd46", "葛\udb40\udd00", "\ufffd", "😀"})
    void whatHasAMeaningIsKeptInEveryPlane(String text) {
        assertThat(PrivateUse.isIn(text)).isFalse();
        assertThat(PrivateUse.without(text)).isEqualTo(text);
        assertThat(PrivateUse.named(text)).isEmpty();
    }

    @Test
    void theBulletOfASymbolFontBecomesOneThatAllCanShow() {
        assertThat(PrivateUse.without("Signed:\n\uf0b7 A and B\n  \uf0a7\tC and\uf0b7 D\n\uf0b7E"))
                .isEqualTo("Signed:\n• A and B\n  •\tC and D\nE");
        assertThat(PrivateUse.without("\uf0b7 A title")).isEqualTo(" A title");
    }

    @Test
    void theyAreNamedByTheirNumbers() {
        assertThat(PrivateUse.named("a\ue001b\ue000c\ue001\udbff\udffd")).isEqualTo("U+E001, U+E000, U+10FFFD");
        assertThat(PrivateUse.named("\ue001\ue002\ue003\ue004\ue005\ue006"))
                .isEqualTo("U+E001, U+E002, U+E003, U+E004, U+E005 …");
    }
}
