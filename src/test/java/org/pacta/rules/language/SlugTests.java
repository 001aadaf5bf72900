package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SlugTests {

    @ParameterizedTest
    @CsvSource({
        "RCJC, rcjc",
        "Ruritania–Corvidia Joint Council, ruritania-corvidia-joint-council",
        "'  São Paulo (State) ', sao-paulo-state",
        "ＡＢＣ １２, abc-12",
        "中国, ''",
        "深圳 SZ, sz",
        "--, ''"
    })
    void proposesTheLastPartOfAnAddress(String name, String slug) {
        assertThat(Slug.of(name)).isEqualTo(slug);
    }
}
