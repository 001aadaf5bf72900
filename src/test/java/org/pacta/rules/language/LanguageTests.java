package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTests {

    @ParameterizedTest
    @CsvSource({
        "深圳证券交易所, shenzhen",
        "深圳证券交易所, shen",
        "深圳证券交易所, szzqjys",
        "深圳证券交易所, shenzhenzhengquanjiaoyisuo",
        "重庆市, chongqing",
        "厦门银行, xiamen",
        "厦门银行, yinhang",
        "增长, zengzhang",
        "新中(深圳)智慧城市项目, zhihuichengshi",
    })
    void findsChineseByItsReading(String text, String key) {
        assertThat(Pinyin.keys(text)).contains(key);
    }

    @Test
    void hasNoReadingForOtherScripts() {
        assertThat(Pinyin.keys("CrimsonLogic Pte Ltd")).isEmpty();
        assertThat(Pinyin.keys("")).isEmpty();
    }

    @Test
    void keepsTheKeysOfALongTextFew() {
        assertThat(Pinyin.keys("长".repeat(500))).hasSizeLessThan(100);
    }

    @ParameterizedTest
    @CsvSource({"數, 数", "據, 据", "海, 海", "a, a"})
    void simplifiesTraditionalCharacters(char letter, char simplified) {
        assertThat(Chinese.simplified(letter)).isEqualTo(simplified);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "National University Hospital, nuh",
                "Monetary Authority of Singapore, mas",
                "Singapore-Zhejiang Economic and Trade Council, szetc",
                "CrimsonLogic, ''",
                "劲升逻辑, ''",
            })
    void abbreviatesNames(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
