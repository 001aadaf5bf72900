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
    void joinsUpToFourReadingsInARow() {
        assertThat(Pinyin.keys("证券交易所"))
                .containsExactlyInAnyOrder(
                        "zhengquanjiaoyisuo",
                        "zqjys",
                        "zheng",
                        "zhengquan",
                        "zhengquanjiao",
                        "zhengquanjiaoyi",
                        "quan",
                        "quanjiao",
                        "quanjiaoyi",
                        "quanjiaoyisuo",
                        "jiao",
                        "jiaoyi",
                        "jiaoyisuo",
                        "yi",
                        "yisuo",
                        "suo");
    }

    @Test
    void joinsNothingAcrossOtherLetters() {
        assertThat(Pinyin.keys("新A中")).containsExactlyInAnyOrder("xinzhong", "xz", "xin", "zhong");
    }

    @ParameterizedTest
    @CsvSource({
        "深圳, shenzhen, sz",
        "Shenzhen 深圳 (SZ), shenzhen, sz",
        "重庆, zhongqing, zq cq",
        "大都, dadu, dd",
        "乐行, lexing, lx yx lh yh",
        "长重厦乐, changzhongxiale, czxl zzxl ccxl zcxl czsl zzsl ccsl zcsl",
    })
    void readsAWholeNameByEachOfItsReadings(String text, String reading, String initials) {
        assertThat(Pinyin.wholeKeys(text)).startsWith(reading).hasSize(1 + initials.split(" ").length);
        assertThat(Pinyin.wholeKeys(text)).contains(initials.split(" "));
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
    @CsvSource({"數, 数", "據, 据", "海, 海", "a, a", "㐀, 㐀", "龠, 龠", "龜, 龟"})
    void simplifiesTraditionalCharacters(char letter, char simplified) {
        assertThat(Chinese.simplified(letter)).isEqualTo(simplified);
    }

    @Test
    void knowsWhichCharactersDifferWhenSimplified() {
        assertThat(Chinese.simplifications())
                .hasSizeGreaterThan(2000)
                .containsEntry('數', '数')
                .doesNotContainKeys('数', '海')
                .allSatisfy((traditional, simplified) -> assertThat(traditional).isNotEqualTo(simplified));
    }

    @ParameterizedTest
    @CsvSource({"㐀, true", "一, true", "鿿, true", "㏿, false", "ꀀ, false", "a, false", "の, false", "한, false"})
    void tellsChineseFromOtherScripts(char letter, boolean isHan) {
        assertThat(Chinese.isHan(letter)).isEqualTo(isHan);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "National University Hospital, nuh",
                "Monetary Authority of Singapore, mas",
                "Singapore-Zhejiang Economic and Trade Council, szetc",
                "' Asian  Infrastructure (Investment) bank Zone', aiz",
                "Asian Infrastructure, ''",
                "Zhejiang Aviation Zone, zaz",
                "@Home [Care] Singapore, ''",
                "CrimsonLogic, ''",
                "劲升逻辑, ''",
            })
    void abbreviatesNames(String name, String initials) {
        assertThat(Initials.of(name)).isEqualTo(initials);
    }
}
