package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DateWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "17 Jul 2023|2023-07-17",
                "17th July, 2023|2023-07-17",
                "July 17, 2023|2023-07-17",
                "Sept. 3, 2024|2024-09-03",
                "17-Jul-2023|2023-07-17",
                "2023年7月17日|2023-07-17",
                "2023 年 7 月 17 日|2023-07-17",
                "2023/7/17|2023-07-17",
                "2023-7-5|2023-07-05",
                "17/7/2023|2023-07-17",
                "7/17/2023|2023-07-17",
                "7/7/2023|2023-07-07",
                "July 2023|2023-07",
                "2023年7月|2023-07",
                "2023年|2023",
                "2023|2023",
                "Q3 2024|2024-35",
                "2024年第3季度|2024-35",
                "second half of 2024|2024-41",
                "2024年下半年|2024-41",
                "7–8 January 2019|2019-01-07/2019-01-08",
                "7 to 8 Jan 2019|2019-01-07/2019-01-08",
                "2019年1月7日至8日|2019-01-07/2019-01-08",
                "by 15 Dec 2023|[..2023-12-15]",
                "before 15 Dec 2023|[..2023-12-14]",
                "2023年12月15日或之前|[..2023-12-15]"
            })
    void readsDatesAsPeopleWriteThem(String typed, String edtf) {
        assertThat(DateWords.read(typed)).contains(edtf);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "soon", "7/8/2023", "31 Feb 2023", "2023年13月", "[..2023-12-15]", "17 2023"})
    void leavesAloneWhatIsNoDateOrCouldBeTwo(String typed) {
        assertThat(DateWords.read(typed)).isEmpty();
    }

    @Test
    void isNotSlowedByALongText() {
        assertThat(DateWords.read("1".repeat(10_000) + " by ".repeat(2_000))).isEmpty();
    }
}
