package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.shared.NameOrder;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The database and {@link ReadingOrder} sort alike. */
@DatabaseTest
class ReadingOrderInSqlTests {

    /** Heads, ends and surroundings that may change how a character is read. */
    private static final List<String> AROUND =
            List.of("%s", "%s江", "部%s", "%s庆红", "上海%s沙有限公司", "%s %1$s", "大%s院院长", "ITS %s");

    private static final String READ_OTHERWISE = "长 重庆 重 厦门 曾 藏 银行 行业 单 单县 尉迟 万俟 仇 解 查 翟 盖 区 朴 覃 召 种 员 缪 番禺 六安 会计 台州 会";

    @Autowired
    private JdbcClient jdbc;

    @Test
    void theDatabaseReadsAsTheIndexDoes() {
        List<String> names = names().toList();

        assertThat(jdbc.sql("select as_read(name) from unnest(:names) with ordinality given (name, n) order by n")
                        .param("names", names.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .isEqualTo(names.stream().map(ReadingOrder::asRead).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void theDatabaseSortsAsTheIndexDoes(String language) {
        Locale locale = Locale.forLanguageTag(language);
        List<String> names = Stream.of(
                        "3M 上海 A*STAR Alibaba ITS Infocomm eBay Éclair Eclat Zhejiang 长沙 厦门 曾庆红 重庆 重点 银行 部长 长江 新加坡 中国 成都 大连 仇和"
                                .split(" "))
                .toList();

        assertThat(jdbc.sql(NameOrder.in(
                                "select name from (select unnest(:names) as name, null as local_name) given order by {name}",
                                locale))
                        .param("names", names.toArray(String[]::new))
                        .query(String.class)
                        .list())
                .isEqualTo(names.stream().sorted(ReadingOrder.of(locale)).toList());
    }

    private static Stream<String> names() {
        return Stream.of(READ_OTHERWISE.split(" "))
                .flatMap(word -> AROUND.stream().map(around -> around.formatted(word)));
    }
}
