package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NameKeyTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "CrimsonLogic Pte Ltd|crimsonlogic pte ltd",
                "` CrimsonLogic  Pte. Ltd. `|crimsonlogic pte ltd",
                "（CrimsonLogic） Pte, Ltd|crimsonlogic pte ltd",
                "ＣＲＩＭＳＯＮＬＯＧＩＣ　Ｐｔｅ　Ｌｔｄ|crimsonlogic pte ltd",
                "Rajah & Tann|rajah & tann",
                "Lloyd’s|lloyd's",
                "Lloyd's|lloyd's",
                "Région|région",
                "Re\u0301gion|région",
                "A*STAR|a star",
                "--- 4th ---|4th",
                "上海市（徐汇区）|上海市 徐汇区",
                "𠮷野家|𠮷野家",
                "- . -|``",
                "``|``",
            })
    void isTheSameForSpellingsOfOneName(String name, String key) {
        assertThat(NameKey.of(name)).isEqualTo(key);
    }
}
