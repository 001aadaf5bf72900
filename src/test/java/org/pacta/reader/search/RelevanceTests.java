package org.pacta.reader.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;

/** What must be among the first three records found in the sample registry, and what must not be found at all. */
@PageTest
class RelevanceTests {

    /** A query, a record that has to be among the first three, and one that has to be nowhere. */
    static final String TABLE = """
            CrimsonLogic              | CrimsonLogic Pte Ltd                                         | Sembcorp Development
            Crimson Logic             | CrimsonLogic Pte Ltd                                         | -
            crimsonlogic pte ltd      | CrimsonLogic Pte Ltd                                         | -
            crimsonlogik              | CrimsonLogic Pte Ltd                                         | -
            crimsonlgic               | CrimsonLogic Pte Ltd                                         | -
            劲升逻辑                  | CrimsonLogic Pte Ltd                                         | -
            劲升                      | CrimsonLogic Pte Ltd                                         | -
            勁升邏輯                  | CrimsonLogic Pte Ltd                                         | -
            jinsheng                  | CrimsonLogic Pte Ltd                                         | -
            jìn shēng                 | CrimsonLogic Pte Ltd                                         | -
            jslj                      | CrimsonLogic Pte Ltd                                         | -
            NUH                       | National University Hospital                                 | -
            Singapore National University Hospital | National University Hospital                    | -
            SCI                       | Singapore-China (Shenzhen) Smart City Initiative             | -
            smart cities              | Singapore-China (Shenzhen) Smart City Initiative             | Green finance taskforce
            "smart city initiative"   | Singapore-China (Shenzhen) Smart City Initiative             | Urban governance, planning and management
            "city smart"              | -                                                            | Singapore-China (Shenzhen) Smart City Initiative
            智慧城市                  | Singapore-China (Shenzhen) Smart City Initiative             | Green finance taskforce
            智慧                      | Singapore-China (Shenzhen) Smart City Initiative             | -
            深圳                      | Shenzhen                                                     | Singapore-Zhejiang Economic and Trade Council
            上海                      | Shanghai                                                     | Singapore-China (Shenzhen) Smart City Initiative
            shanghai                  | Shanghai                                                     | Singapore-China (Shenzhen) Smart City Initiative
            shenzhen                  | Shenzhen                                                     | Singapore-Zhejiang Economic and Trade Council
            shen zhen                 | Shenzhen                                                     | -
            chongqing                 | Chongqing                                                    | Singapore-Zhejiang Economic and Trade Council
            浙江 trade                | Singapore-Zhejiang Economic and Trade Council                | Singapore-China (Shenzhen) Smart City Initiative
            Zhejiang -council         | Zhejiang                                                     | Singapore-Zhejiang Economic and Trade Council
            anesthesia                | Smart anaesthesia system                                     | Green finance taskforce
            cooking oil               | Making biodiesel from used cooking oil                       | Smart anaesthesia system
            telemedicine              | Cooperation in intelligent medicine, telemedicine and robot-assisted surgery | Green finance taskforce
            Ruijin                    | Cooperation in intelligent medicine, telemedicine and robot-assisted surgery | Green finance taskforce
            mediation                 | Singapore International Mediation Centre                     | Green finance taskforce
            green finance             | Green finance taskforce                                      | Smart anaesthesia system
            robots                    | Strategic alliance in robots                                 | Green finance taskforce
            kindergarden              | First international kindergarten in Fushun                   | Green finance taskforce
            National University of Singapore | National University of Singapore                      | -
            Belt and Road             | -                                                            | Smart anaesthesia system
            "CrimsonLogic Pte Ltd"    | CrimsonLogic Pte Ltd                                         | -
            "crimsonlogic pte ltd"    | CrimsonLogic Pte Ltd                                         | -
            "Crimson Logic Pte Ltd"   | CrimsonLogic Pte Ltd                                         | -
            CrimsonLogic -"CrimsonLogic Pte Ltd" | -                                                 | CrimsonLogic Pte Ltd
            start-upz                 | -                                                            | Smart anaesthesia system
            wangruijie                | Heng Swee Keat                                               | -
            xinjiapo                  | Singapore                                                    | -
            上海市                    | Shanghai                                                     | -
            memorandum of understanding Strides | MOU of Strides Digital, subject not published      | -
            谅解备忘录 Strides        | MOU of Strides Digital, subject not published                | -
            telemed                   | Cooperation in intelligent medicine, telemedicine and robot-assisted surgery | Green finance taskforce
            NUH medicne               | -                                                            | Green finance taskforce
            shuzi jingji              | -                                                            | Smart anaesthesia system
            15 October 2019           | Singapore-China (Shenzhen) Smart City Initiative             | -
            2019-10-15                | Singapore-China (Shenzhen) Smart City Initiative             | -
            Tianjin 2023              | -                                                            | Singapore-China (Shenzhen) Smart City Initiative
            """;

    @Autowired
    EverythingSearch search;

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = TABLE)
    void findsWhatIsMeant(String query, String amongFirstThree, String nowhere) {
        assertFinds(search, query, amongFirstThree, nowhere);
    }

    static void assertFinds(EverythingSearch search, String query, String amongFirstThree, String nowhere) {
        List<String> found = search.find(Keywords.of(query), null, 1).slice().rows().stream()
                .map(hit -> hit.name().in(Locale.ENGLISH))
                .toList();

        if (amongFirstThree != null) {
            assertThat(found.subList(0, Math.min(3, found.size()))).contains(amongFirstThree);
        }
        if (nowhere != null) {
            assertThat(found).doesNotContain(nowhere);
        }
    }
}
