package org.pacta.rules.naming;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KindWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "National University Hospital | hospital",
                "Nanyang Technological University | university",
                "Straits Polytechnic | university",
                "Shenzhen’s Bureau of Commerce | agency",
                "Maritime and Port Authority of Singapore | agency",
                "Olin Game Space (Shenzhen) Technology Co., Ltd. | company",
                "Rajah & Tann Singapore LLP | company",
                "Shenzhen Bosum Management Science Research Institute Co., Ltd | company",
                "OCBC Wing Hang Bank (China) Limited | bank",
                "People's Bank of China | bank",
                "Shenzhen Court of International Arbitration | court",
                "Singapore International Mediation Centre | court",
                "Ziyang Major Industry Equity Investment Fund | fund",
                "Singapore Chinese Chamber of Commerce and Industry | association",
                "Suzhou Industrial Park Administrative Committee | zone",
                "Singapore Institute of Technology Partners | research_institute",
                "Ministry of Trade and Industry | ministry",
                "Shenzhen Municipal People's Government | government",
                "上海交通大学医学院附属瑞金医院 | hospital",
                "深圳大学 | university",
                "深圳大學 | university",
                "深圳市商务局 | agency",
                "上海市商务委员会 | agency",
                "苏州工业园区管理委员会 | zone",
                "深圳国际仲裁院 | court",
                "中国住房和城乡建设部 | ministry",
                "深圳市人民政府 | government",
                "中国银行股份有限公司 | bank",
                "深圳某某研究院有限公司 | company",
            })
    void tellsTheKindByTheWordsOfAName(String name, String kind) {
        assertThat(KindWords.of(name)).contains(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"CrimsonLogic", "Vermilion Quay", "Fooyo", "国投", "", "Departmental Banking"})
    void guessesNothingWhereNoWordTells(String name) {
        assertThat(KindWords.of(name)).isEmpty();
    }
}
