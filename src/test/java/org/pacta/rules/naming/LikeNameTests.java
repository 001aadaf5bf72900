package org.pacta.rules.naming;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LikeNameTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "CRIMSON  LOGIC|Crimson Logic|SPELLING",
                "Ｃｒｉｍｓｏｎ Logic|Crimson Logic|SPELLING",
                "上海數據集團|上海数据集团|SCRIPT",
                "Tembusu Robotics Pte Ltd|Tembusu Robotics Pte. Ltd.|SPELLING",
                "Tembusu Robotics Pte Ltd|Tembusu Robotics|LEGAL_FORM",
                "深圳市海悦科技有限公司|深圳市海悅科技|LEGAL_FORM",
                "Haiyue (Shenzhen) Technology Co., Ltd.|Haiyue Technology|BRACKETS"
            })
    void findsWhatIsLeftOut(String one, String other, LikeName.Step step) {
        assertThat(LikeName.same(LikeName.keys(List.of(one)), LikeName.keys(List.of("Another", other))))
                .contains(step);
    }

    @ParameterizedTest
    @CsvSource({"Nanyang Polytechnic,Ngee Ann Polytechnic", "Pte Ltd,Co Ltd", "深圳大学,深圳大学医院"})
    void tellsOthersApart(String one, String other) {
        assertThat(LikeName.same(LikeName.keys(List.of(one)), LikeName.keys(List.of(other))))
                .isEmpty();
    }
}
