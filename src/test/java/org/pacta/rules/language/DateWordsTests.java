package org.pacta.rules.language;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.shared.PartialDate;

class DateWordsTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "17 Jul 2023|2023-07-17",
                "17th July, 2023|2023-07-17",
                "July 17, 2023|2023-07-17",
                "Sept. 3, 2024|2024-09-03",
                "1st Jan 2024|2024-01-01",
                "2nd Feb 2024|2024-02-02",
                "3rd March 2024|2024-03-03",
                "4 April 2024|2024-04-04",
                "5 May, 2024|2024-05-05",
                "6 juni 2024|2024-06-06",
                "8 AUGUST 2024|2024-08-08",
                "31 Oct. 2024|2024-10-31",
                "Nov 30 2024|2024-11-30",
                "December 31st, 2024|2024-12-31",
                "`  17   Jul\t2023 `|2023-07-17",
                "17 Jul 2023|2023-07-17",
                "2023　年　7　月　17　日|2023-07-17",
                "17.7.2023|2023-07-17",
                "2023.7.17|2023-07-17",
                "13/12/2023|2023-12-13",
                "12/13/2023|2023-12-13",
                "12/12/2023|2023-12-12",
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
                "Dec, 2023|2023-12",
                "Q3 2024|2024-35",
                "q1 2024|2024-33",
                "2024 Q4|2024-36",
                "2024q2|2024-34",
                "2024年第3季度|2024-35",
                "second half of 2024|2024-41",
                "first half 2024|2024-40",
                "H1 2024|2024-40",
                "H2 2024|2024-41",
                "2024年上半年|2024-40",
                "2024年下半年|2024-41",
                "7–8 January 2019|2019-01-07/2019-01-08",
                "7 to 8 Jan 2019|2019-01-07/2019-01-08",
                "2019年1月7日至8日|2019-01-07/2019-01-08",
                "2019年1月7-8日|2019-01-07/2019-01-08",
                "2019年1月7日到8日|2019-01-07/2019-01-08",
                "7-7 January 2019|2019-01-07/2019-01-07",
                "not after 15 Dec 2023|[..2023-12-15]",
                "on or before December 15, 2023|[..2023-12-15]",
                "before 1 Jan 2024|[..2023-12-31]",
                "by 2023年12月15日|[..2023-12-15]",
                "2023年12月15日以前|[..2023-12-15]",
                "2023年12月15日之前|[..2023-12-15]",
                "by 15 Dec 2023|[..2023-12-15]",
                "before 15 Dec 2023|[..2023-12-14]",
                "2023年12月15日或之前|[..2023-12-15]",
                "by December 2023|[..2023-12]",
                "between 8 and 12 July 2024|[2024-07-08..2024-07-12]",
                "between 30 June and 2 July 2024|[2024-06-30..2024-07-02]",
                "between July 8 and 12, 2024|[2024-07-08..2024-07-12]",
                "between June and August 2024|[2024-06..2024-08]",
                "2024年7月8日至12日之间|[2024-07-08..2024-07-12]",
                "2024年7月8日和12日之间|[2024-07-08..2024-07-12]",
                "July 17-19, 2023|2023-07-17/2023-07-19",
                "July 17 - August 2, 2023|2023-07-17/2023-08-02",
                "30 Jun - 2 Jul 2023|2023-06-30/2023-07-02",
                "31 January-1 February 2019|2019-01-31/2019-02-01",
                "30 Dec 2023 – 2 Jan 2024|2023-12-30/2024-01-02",
                "from 17 to 19 July 2023|2023-07-17/2023-07-19",
                "17th to 19th of July 2023|2023-07-17/2023-07-19",
                "2023年6月30日至7月2日|2023-06-30/2023-07-02",
                "自2023年6月30日至7月2日|2023-06-30/2023-07-02",
                "2023年12月30日-2024年1月2日|2023-12-30/2024-01-02",
                "June to August 2023|2023-06/2023-08",
                "2023年6月至8月|2023-06/2023-08",
                "2022-2024|2022/2024",
                "Q1-Q2 2023|2023-33/2023-34",
                "since 5 July 2023|2023-07-05/..",
                "until July 2017|../2017-07",
                "17 of July 2023|2023-07-17",
                "Sep-2023|2023-09",
                "third quarter of 2023|2023-35",
                "fourth quarter 2023|2023-36",
                "2023年第三季度|2023-35",
                "2023年三季度|2023-35",
                "２０２３年７月１７日|2023-07-17",
                "２０２３-０７-１７|2023-07-17",
                "17 Jul ２０２３|2023-07-17",
                "二〇二三年七月十七日|2023-07-17",
                "二○二三年七月十日|2023-07-10",
                "二零二三年十二月三十一日|2023-12-31",
                "二〇二三年七月|2023-07",
                "二〇二三年|2023",
                "二〇二三年七月十七日至十九日|2023-07-17/2023-07-19",
                "二〇二三年第三季度|2023-35",
                "2023年7月17号|2023-07-17"
            })
    void readsDatesAsPeopleWriteThem(String typed, String edtf) {
        assertThat(DateWords.read(typed)).contains(edtf);
        assertThat(PartialDate.parse(edtf)).hasToString(edtf);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "soon",
                "7/8/2023",
                "13/13/2023",
                "31 Feb 2023",
                "0 Jan 2023",
                "32-33 January 2019",
                "2023年13月",
                "2023年2月29日至30日",
                "[..2023-12-15]",
                "17 2023",
                "Smarch 2024",
                "Q5 2024",
                "third half of 2024",
                "H3 2024",
                "before December 2023",
                "from 5 July 2023",
                "spring 2023",
                "early July 2023",
                "mid-July 2023",
                "late 2023",
                "end of July 2023",
                "2023年春",
                "2023年7月上旬",
                "二百年",
                "十十年",
                "二〇二三年十三月",
                "between July 2023",
                "between 12 and 8 July 2024",
                "8 July to August 2024",
                "17 to 19",
                "10-12-2023",
                "May 5-2023",
                "2 Jul 2023 - 30 Jun 2023",
                "2019-01-07/2019-01-08",
                "before soon",
                "之前"
            })
    void leavesAloneWhatIsNoDateOrCouldBeTwo(String typed) {
        assertThat(DateWords.read(typed)).isEmpty();
    }

    /** What no {@link PartialDate} can hold stays as it was typed. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "8-7 January 2019",
                "2019年1月8日至7日",
                "0000",
                "0000年",
                "Jan 0000",
                "1 Jan 0000",
                "Q1 0000",
                "first half of 0000",
                "0000年上半年",
                "before 1 Jan 0001"
            })
    void leavesAloneWhatNoDateCanHold(String typed) {
        assertThat(DateWords.read(typed)).isEmpty();
    }

    @Test
    void isNotSlowedByALongText() {
        assertThat(DateWords.read("1".repeat(10_000) + " by ".repeat(2_000))).isEmpty();
    }
}
