package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingOrderTests {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "3M, A*STAR, Alibaba, eBay, Éclair, Eclat, Infocomm, ITS, Zhejiang, 上海",
                "长沙, 成都, 重庆, 大连",
                "虾, 厦门, 新加坡",
                "郑州, 中国, 重点",
                "葬, 曾, 曾庆红, 展",
                "部长甲, 长春, 长江, 陈"
            })
    void namesStandWhereAReaderOfEnglishLooks(String names) {
        assertThat(ordered(names, Locale.ENGLISH)).isEqualTo(names(names));
    }

    @ParameterizedTest
    @ValueSource(strings = {"长沙, 成都, 重庆, Alibaba, ITS", "仇和, 求是", "单霁翔, 善行", "番禺, 攀枝花"})
    void chineseNamesComeFirstForReadersOfChinese(String names) {
        assertThat(ordered(names, Locale.CHINESE)).containsExactlyInAnyOrderElementsOf(names(names));
        assertThat(ordered(names, Locale.CHINESE).get(0)).isEqualTo(names(names).get(0));
    }

    @ParameterizedTest
    @ValueSource(strings = {"3M, A*STAR, Éclair, ITS, 长沙, 成都, 厦门, 曾"})
    void keysSortByTheirCharactersAsNamesDo(String names) {
        assertThat(names(names).stream().map(name -> ReadingOrder.key(name, Locale.ENGLISH)))
                .isSorted();
    }

    private static List<String> ordered(String names, Locale locale) {
        return names(names).stream().sorted(ReadingOrder.of(locale)).toList();
    }

    private static List<String> names(String names) {
        return List.of(names.split(", "));
    }
}
