package org.pacta.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChairsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "The meeting was co-chaired by Minister for Rain Dr Lim See Hua and Shenzhen Mayor Gao Shan.|Lim See Hua: Minister for Rain; Gao Shan: Shenzhen Mayor",
                "co-chaired by Deputy Prime Minister and Minister for Tides Lawrence Lim, and Mayor of Shenzhen Gao Shan.|Lawrence Lim: Deputy Prime Minister and Minister for Tides; Gao Shan: Mayor of Shenzhen",
                "It was chaired by Permanent Secretary for Lamps and Streets Tan Wei Ling.|Tan Wei Ling: Permanent Secretary for Lamps and Streets",
                "co-chaired by Ms Lim Hui, Permanent Secretary (Trade), and a representative from the city.|Lim Hui: Permanent Secretary (Trade); a representative from the city",
                "co-chaired by Gao Shan, Vice-Governor of Zhejiang.|Gao Shan: Vice-Governor of Zhejiang",
                "会议由新加坡海风部长林海和上海市市长高山共同主持。|林海: 新加坡海风部长; 高山: 上海市市长",
                "It was co-chaired by Lim See Hua, Minister for Trade, and Gao Shan, Mayor of Northport City.|Lim See Hua: Minister for Trade; Gao Shan: Mayor of Northport City",
                "The council was co-chaired by the Minister for Trade and the Mayor of Northport City.|the Minister for Trade; the Mayor of Northport City",
                "Lim See Hua and Gao Shan co-chaired the meeting.|Lim See Hua; Gao Shan",
                "Mr Lim See Hua, Minister for Rain, and Mr Gao Shan, Mayor of Shenzhen, co-chaired the meeting.|Lim See Hua: Minister for Rain; Gao Shan: Mayor of Shenzhen",
                "新加坡海风部长林海与上海市市长高山共同主持会议。|林海: 新加坡海风部长; 高山: 上海市市长",
                "The room was full.|''"
            })
    void namesThoseWhoChaired(String text, String chairs) {
        assertThat(String.join(
                        "; ",
                        Chairs.of(text, List.of("Tan Wei Ling")).stream()
                                .map(ChairsTests::said)
                                .toList()))
                .isEqualTo(chairs);
    }

    private static String said(Chairs.Chair chair) {
        String office = chair.typed().getOrDefault("office", chair.typed().getOrDefault("localOffice", ""));
        String person = chair.typed().getOrDefault("person", chair.typed().getOrDefault("asPrinted", ""));
        return office.isEmpty() ? person : person + ": " + office;
    }
}
