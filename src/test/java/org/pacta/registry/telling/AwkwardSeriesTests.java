package org.pacta.registry.telling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.poi.xslf.usermodel.XMLSlideShow;
import org.apache.poi.xslf.usermodel.XSLFTable;
import org.apache.poi.xslf.usermodel.XSLFTableCell;
import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Numbers that are easily lost: inexact ones that others narrow, planned ones, those that count nowhere, and meetings that were not held. */
@PageTest
class AwkwardSeriesTests {

    private static final String PAGE = "/councils/awkward";

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private PageText pages;

    @Autowired
    private MockMvcTester mvc;

    @Test
    void showsWhatASourceSaysOfANumberThatOthersNarrow() throws IOException {
        council();
        figures(List.of(
                "null, '2015-03-04', 'after', 1200, null, 'exactly', 'reported', null",
                "null, '2016-05-05', 'after', null, '1?00', 'exactly', 'reported', null",
                "null, '[..2022-05-05]', 'after', 2000, null, 'about', 'reported', null",
                "null, '2023-41', 'after', 2100, null, 'nearly', 'reported', null",
                "null, '2019-01-01', 'after', 9999, null, 'exactly', 'reported', 'Investments'"));

        assertThat(pages.section(PAGE, "answer"))
                .contains(
                        "By 31 December 2023 Awkward had announced nearly 2,100 MOUs (1,200 to 2,100 by what else is known).");
        assertThat(pages.section(PAGE, "ledger"))
                .containsSubsequence(
                        "as of 4 March 2015 1,200",
                        "as of 5 May 2016 ≈1?00 (1,000 to 1,900) 1,200 to 1,900 by what else is known",
                        "as of 1 January 2019 ↕1,200 to 2,100",
                        "9,999 set aside",
                        "by 5 May 2022 ≈about 2,000 up to 2,100 by what else is known",
                        "In all ≈nearly 2,100");
        assertThat(points())
                .containsExactly(
                        " | 2015-03-04 | 1,200 | announced | 1200 | 1200",
                        " | 2016-05-05 | 1?00 (1,000 to 1,900) | approximate | 1200 | 1900",
                        " | 2019-01-01 | 1,200 to 2,100 | bounded | 1200 | 2100",
                        " | [..2022-05-05] | about 2,000 | approximate |  | 2100",
                        " | 2023-41 | nearly 2,100 | approximate | 1200 | 2100");
        assertThat(slides())
                .contains(
                        "as of 5 May 2016 |  | ≈ 1?00 (1,000 to 1,900)\n1,200 to 1,900 by what else is known | ",
                        "as of 1 January 2019 |  | ↕ 1,200 to 2,100\n9,999 (set aside: Investments) | ");
        assertThat(pages.inChinese(PAGE)).contains("近 2,100 份谅解备忘录（结合其他数字为1,200 至 2,100）");
    }

    @Test
    void givesOfAContradictedNumberWhatItsSourceSays() {
        council();
        figures(List.of(
                "null, '2015', 'after', 1200, null, 'exactly', 'reported', null",
                "null, '2020-10', 'after', 1600, null, 'at_least', 'reported', null",
                "null, '2021-06-30', 'after', 1550, null, 'exactly', 'reported', null"));

        assertThat(points())
                .containsExactly(
                        " | 2015 | 1,200 | announced | 1200 | 1200",
                        " | 2020-10 | at least 1,600 | disputed | 1600 | ",
                        " | 2021-06-30 | 1,550 | disputed | 1550 | 1550");
    }

    @Test
    void leavesMeetingsThatWereNotHeldInTheirPlaceAndOutOfTheTotal() throws IOException {
        council();
        meetings("1, 'held', '2015-04-04'", "3, 'held', '2017-04-04'", "4, 'cancelled', '2018-04-04'");
        meetings("5, 'planned', '2099-04-04'", "6, 'cancelled', '2019-04-04'");
        figures(List.of(
                "-1, null, 'at', 7, null, 'exactly', 'reported', null",
                "-3, null, 'after', 21, null, 'exactly', 'reported', null",
                "-5, null, 'at', 12, null, 'exactly', 'planned', null"));

        assertThat(pages.section(PAGE, "answer"))
                .contains("By 4 April 2017 Awkward had announced 21 MOUs.", "Missing: the 2nd meeting and");
        assertThat(pages.section(PAGE, "ledger"))
                .containsSubsequence(
                        "2nd not on record",
                        "4th 4 April 2018 cancelled",
                        "5th 4 April 2099 planned ▷12 planned",
                        "6th 4 April 2019 cancelled",
                        "In all 21");
        assertThat(points())
                .extracting(point -> point.substring(0, point.indexOf(" | ", 4)))
                .containsExactly(
                        "1 | 2015-04-04",
                        "2 | ",
                        "2–3 | 2017-04-04",
                        "3 | 2017-04-04",
                        "4 | 2018-04-04",
                        "5 | 2099-04-04");
        assertThat(file("mous"))
                .anyMatch(line -> line.startsWith("awkward,Awkward,4,2018-04-04,2018-04-04,")
                        && line.contains(",/councils/awkward/meetings/4,")
                        && line.contains(",2018-04-04,,,"))
                .anyMatch(line -> line.startsWith("awkward,Awkward,5,2099-04-04,,")
                        && line.contains(",/councils/awkward/meetings/5,"));
        assertThat(new String(body(PAGE), StandardCharsets.UTF_8))
                .contains("Awkward: 21 MOUs announced, 0 recorded, over 3 meetings.");
        assertThat(slides())
                .contains("4th\n4 April 2018\ncancelled | ○ 0 | ○ 21 | 0", "6th\n4 April 2019\ncancelled |  |  | ");
        assertThat(pages.section(PAGE + "?asOf=2018-12-31", "ledger"))
                .contains("cancelled")
                .doesNotContain("2019", "2099", "planned");
        assertThat(pages.section(PAGE, "findings")).doesNotContain("of 0 agreements");
        assertThat(pages.text("/dashboard/years?basis=announced&measure=mous"))
                .contains("▷12 planned 5th meeting")
                .doesNotContain("4th meeting");
    }

    @Test
    void keepsEveryNumberOfACouncilThatHasNoNumberedMeeting() throws IOException {
        council();
        figures(List.of(
                "null, '2011', 'at', 3, null, 'exactly', 'reported', null",
                "null, '2015', 'at', 1, null, 'exactly', 'reported', null",
                "null, '2016', 'at', 5, null, 'exactly', 'planned', null"));
        agreements("null, '2011', 'at', 6, null, 'exactly', 'reported', null");

        assertThat(pages.section(PAGE, "ledger"))
                .containsSubsequence("2011 3", "2015 1", "2016 ▷5 planned", "In all")
                .doesNotContain("as of");
        assertThat(pages.text("/"))
                .contains("1 MOU announced 2015; before: 3 (2011)")
                .doesNotContain(" 1 MOUs");
        assertThat(pages.text("/councils")).contains("2015; before: 3 (2011)");
        assertThat(pages.inChinese("/")).contains("2015年；此前：3（2011年）");
        assertThat(pages.section(PAGE, "figures"))
                .contains("6 agreements, 2011")
                .doesNotContain("as of");
        assertThat(file("agreements"))
                .anyMatch(line -> line.startsWith("awkward,Awkward,,2011,2011-12-31,6,announced,,,0,0,"));
        assertThat(file("mous"))
                .hasSize(4)
                .anyMatch(line -> line.startsWith("awkward,Awkward,,2016,2016-12-31,5,planned,"));
        assertThat(slides()).contains("2011 | 3 |  |  |  |  | ", "2011 |  |  |  | 6 |  | ");
    }

    @Test
    void keepsWhatSeveralMeetingsAddedTogetherInTheFile() {
        council();
        meetings("1, 'held', '2015-04-04'", "3, 'held', '2017-04-04'");
        figures(List.of(
                "-1, null, 'after', 4, null, 'exactly', 'reported', null",
                "-3, null, 'after', 21, null, 'exactly', 'reported', null"));

        assertThat(file("mous"))
                .anyMatch(line -> line.startsWith("awkward,Awkward,2,2017-04-04,2017-04-04,17,derived,,,,0,")
                        && line.endsWith(",,,3,4 April 2017,\"MOUs: all ever signed, in the council’s own count\""));
        assertThat(pages.text(PAGE)).contains("Awkward 2–3 4 April 2017 17 derived");
    }

    @Test
    void countsAMeetingThatMayBeOfATimeNowhere() {
        council();
        meetings("1, 'held', '2015'", "2, 'held', '2019-05-05'", "3, 'held', '2023'", "5, 'postponed', '2023'");
        figures(List.of(
                "-2, null, 'at', 7, null, 'exactly', 'reported', null",
                "-3, null, 'at', 14, null, 'exactly', 'reported', null"));

        assertThat(pages.text(PAGE + "?asOf=2023-01-01"))
                .contains(
                        "Perhaps by 1 January 2023 too, for their dates do not say: the 3rd meeting (2023).",
                        "Latest meeting: 2nd meeting, 5 May 2019",
                        "2 meetings on record, 2015 to 2019")
                .doesNotContain("14", "5th");
        assertThat(pages.text(PAGE + "?asOf=2023-12-31")).contains("Latest meeting: 3rd meeting, 2023", "14 MOUs");
        assertThat(pages.text(PAGE + "?asOf=2015-07-01")).doesNotContain("Latest meeting");
    }

    @Test
    void saysUnderAChartWhatItCannotPlace() {
        council();
        meetings("1, 'held', '2015-04-04'", "2, 'held', null", "3, 'held', '2019-04-04'", "4, 'held', null");
        figures(List.of("-1, null, 'at', 7, null, 'exactly', 'reported', null"));
        jdbc.sql("insert into council (id, slug, name, kind) values (-2, 'other', 'Other', 'council')")
                .update();
        jdbc.sql(
                        "insert into meeting (id, council_id, kind, ordinal, status, held_on) values (-21, -2, 'session', 1, 'held', '2016-04-04')")
                .update();
        jdbc.sql("insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties)"
                        + " values (-1, 'mou', 'Named', -2, -21, 'signed', 'in_count', 'not_published')")
                .update();

        assertThat(pages.text(PAGE))
                .contains(
                        "One meeting has no published date and is not drawn.",
                        "One meeting has no published date and is drawn between its neighbours.");
        assertThat(pages.text("/dashboard?council=awkward&council=other"))
                .contains("Of Other no number is announced; what is recorded is drawn.")
                .doesNotContain("No number to draw");
        assertThat(pages.inChinese(PAGE)).contains("有 1 次会议没有公布日期，绘于前后两次会议之间。");
        jdbc.sql(
                        "insert into figure (id, council_id, measure, measure_as_printed, scope, meeting_id, series, value, comparator, standing)"
                                + " values (-2, -2, 'mous', 'MOUs', 'not_stated', -21, 'at', 9, 'exactly', 'reported')")
                .update();
        assertThat(pages.text("/dashboard?council=awkward&council=other&per=meeting"))
                .contains("MOUs, most at one meeting: Other 9 (at the 1st meeting); Awkward 7 (at the 1st meeting)");
    }

    @Test
    void saysOfRivalsThatOthersContradictThemToo() {
        council();
        meetings("1, 'held', '2015-04-04'", "2, 'held', '2016-04-04'", "3, 'held', '2017-04-04'");
        figures(List.of(
                "-1, null, 'after', 50, null, 'exactly', 'reported', null",
                "-2, null, 'after', 30, null, 'exactly', 'reported', null",
                "-2, null, 'after', 40, null, 'exactly', 'reported', null"));

        assertThat(pages.section(PAGE, "ledger")).contains("30 or 40", "other announced numbers contradict them too");
        assertThat(pages.inChinese(PAGE)).contains("其他公布的数字也与之矛盾");
    }

    @Test
    void namesANumberWhereNoTotalFollowsFromIt() {
        council();
        meetings("2, 'held', '2015-04-04'");
        figures(List.of("-2, null, 'at', 30, null, 'about', 'reported', null"));

        assertThat(pages.section(PAGE, "answer"))
                .contains("Announced for Awkward, with no total: about 30 MOUs (at the 2nd meeting).");
        assertThat(pages.text("/")).contains("≈about 30 MOUs announced, not exactly");
        assertThat(pages.inChinese("/")).contains("≈约 30 份谅解备忘录");
    }

    @Test
    void namesAPlannedNumberWhereNothingElseIsSaid() {
        council();
        meetings("3, 'planned', '2099-04-04'");
        figures(List.of("-3, null, 'at', 12, null, 'exactly', 'planned', null"));

        assertThat(pages.section(PAGE, "answer"))
                .contains("Planned for Awkward, and nothing reported yet: 12 MOUs (4 April 2099).");
        assertThat(pages.inChinese(PAGE)).contains("Awkward只有计划数字，尚无已报道的数字：12 份谅解备忘录（2099年4月4日）。");
    }

    @Test
    void saysThatNothingCountsWhereAllIsSetAside() {
        council();
        meetings("1, 'held', '2015-04-04'");
        figures(List.of("-1, null, 'at', 12, null, 'exactly', 'reported', 'Counted twice'"));

        assertThat(pages.section(PAGE, "answer"))
                .contains("Awkward: no number that a source gives is counted.", "12 MOUs that an editor set aside")
                .doesNotContain("no source read so far");
        assertThat(pages.text("/")).contains("MOUs: no number that counts 12 set aside");
        assertThat(pages.text("/councils")).contains("no number that counts 12 set aside");
    }

    @Test
    void supposesThatNothingCameBeforeWhereATotalIsFoundByTrying() {
        council();
        jdbc.sql("""
                        insert into figure (id, council_id, measure, measure_as_printed, scope, ordinal, through_ordinal,
                            series, value, relation_factor, relation_ordinal, comparator, standing)
                        values (-1, -1, 'mous', 'MOUs', 'not_stated', 1, 2, 'at', 9, null, null, 'exactly', 'reported'),
                            (-2, -1, 'mous', 'MOUs', 'not_stated', 2, null, 'at', null, 2, 1, 'exactly', 'reported')
                        """).update();

        assertThat(pages.section(PAGE, "ledger"))
                .contains("○3", "◇3", "○6", "◇9")
                .doesNotContain("○9");
        assertThat(points())
                .containsExactly("1 |  | 3 | assumed | 3 | 3", "1–2 |  |  |  |  | ", "2 |  | 9 | assumed | 9 | 9");
        assertThat(pages.text(PAGE))
                .contains("3: supposing that nothing was counted before the first meeting, trying one number");
    }

    @Test
    void announcesATotalByTheDayOfItsSource() {
        council();
        meetings("1, 'held', '2019-06-01'");
        figures(List.of(
                "null, '2019-01', 'after', 20, null, 'exactly', 'reported', null",
                "-1, null, 'at', 5, null, 'exactly', 'reported', null",
                "null, '2020', 'after', 25, null, 'exactly', 'reported', null"));

        assertThat(pages.section(PAGE, "answer")).contains("By the end of 2020 Awkward had announced 25 MOUs.");
        assertThat(pages.text("/councils")).contains("announced, to date as of 2020");
        assertThat(pages.text("/")).contains("25 MOUs announced, to date as of 2020");
        assertThat(pages.text("/dashboard/years?basis=announced&measure=mous")).doesNotContain("0th meeting");
    }

    @Test
    void drawsATotalOnItsOwnDayAndNotOnThatOfTheMeetingBeforeIt() throws IOException {
        council();
        meetings("1, 'held', '2019-06-01'");
        figures(List.of(
                "null, '2019-12', 'after', 12000, null, 'at_least', 'reported', null",
                "null, '2020', 'after', 12000, null, 'exactly', 'reported', null"));

        assertThat(points())
                .containsExactly(
                        "1 | 2019-06-01 | 12,000 | derived | 12000 | 12000",
                        " | 2019-12 | 12,000 | derived | 12000 | 12000",
                        " | 2020 | 12,000 | announced | 12000 | 12000");
        assertThat(pages.section(PAGE, "answer")).contains("By the end of 2020 Awkward had announced 12,000 MOUs.");
        assertThat(pages.section(PAGE, "ledger"))
                .containsSubsequence(
                        "1st", "○12,000", "as of December 2019 ○12,000", "as of 2020 12,000", "In all 12,000");
        assertThat(slides()).contains("as of 2020 |  | 12,000 | ");
        assertThat(pages.section(PAGE + "?asOf=2020-06-30", "answer"))
                .contains("By December 2019 Awkward had announced at least 12,000 MOUs.");
    }

    @Test
    void saysOfAMeetingWhatIsExactBeforeWhatIsNot() {
        council();
        meetings("1, 'held', '2019-06-01'");
        figures(List.of(
                "-1, null, 'after', 7, null, 'at_least', 'reported', null",
                "-1, null, 'after', 10, null, 'about', 'reported', null",
                "-1, null, 'after', 12, null, 'exactly', 'reported', null",
                "-1, null, 'after', 9, null, 'more_than', 'reported', null"));

        assertThat(points()).containsExactly("1 | 2019-06-01 | 12 | announced | 12 | 12");
    }

    @Test
    void countsOnFromTheLesserOfTwoTotalsThatFall() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'", "3, 'held', '2020-01-01'");
        figures(List.of(
                "-1, null, 'after', 20, null, 'exactly', 'reported', null",
                "-2, null, 'after', 18, null, 'exactly', 'reported', null",
                "-3, null, 'at', 10, null, 'exactly', 'reported', null"));

        assertThat(pages.section(PAGE, "answer"))
                .contains(
                        "For Awkward what was announced comes to at least 28 MOUs (rests on a number that others contradict) by 1 January 2020");
        assertThat(pages.section(PAGE, "ledger")).containsSubsequence("≠20", "≠18", "3rd", "↕at least 28", "rests on");
        assertThat(pages.text(PAGE))
                .contains(
                        "18: a total never falls, yet sources give the total after the 1st meeting 20; the total after the 2nd meeting 18; one of the two is supposed to be right");
    }

    @Test
    void tellsBothTotalsWhereTheLaterIsLess() throws IOException {
        council();
        figures(List.of(
                "null, '2020-10', 'after', 230, null, 'exactly', 'reported', null",
                "null, '2021-06', 'after', 150, null, 'exactly', 'reported', null"));

        assertThat(pages.section(PAGE, "answer"))
                .contains(
                        "For Awkward sources give 230 MOUs (as of October 2020), then 150 MOUs (as of June 2021): a total never falls, so they contradict each other.",
                        "How sure: 230, then 150 MOUs cannot both be, since a total never falls.",
                        "Pacta holds 0 MOUs.")
                .doesNotContain("Missing", "at least");
        assertThat(pages.text("/councils"))
                .contains("≠230, then 150 announced, contradicted, to date as of October 2020, then as of June 2021");
        assertThat(pages.text("/")).contains("≠230, then 150 MOUs", "as of October 2020, then as of June 2021");
        assertThat(pages.text(PAGE))
                .contains("Awkward: 230, then 150 MOUs announced, though a total never falls, 0 recorded");
        assertThat(new String(body(PAGE + "/brief"), StandardCharsets.UTF_8))
                .as("no line leads from the one to the other")
                .containsPattern("(?s)</title>≠</text>.*</title>≠</text>")
                .doesNotContainPattern("class=\"total\"[^>]*d=\"M");
        assertThat(pages.section(PAGE, "ledger")).contains("In all ≠230, then 150");
        assertThat(slides()).contains("In all |  | ≠ 230, then 150\nannounced, contradicted | 0");
        assertThat(pages.inChinese(PAGE)).contains("先后给出230 份谅解备忘录（截至2020年10月），后为150 份谅解备忘录（截至2021年6月）：累计数不会减少");
    }

    @Test
    void givesASourcesTotalWhereWhatFollowsOtherwiseIsLess() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'", "3, 'held', '2020-01-01'");
        figures(List.of(
                "-1, null, 'after', 20, null, 'exactly', 'reported', null",
                "-2, null, 'at', 5, null, 'exactly', 'reported', null",
                "-2, null, 'after', 24, null, 'exactly', 'reported', null",
                "-3, null, 'at', 3, null, 'exactly', 'reported', null"));

        assertThat(pages.section(PAGE, "answer"))
                .contains(
                        "By 1 January 2019 Awkward had announced 24 MOUs, and other announced numbers contradict it.",
                        "The last meeting on record, the 3rd (1 January 2020), added 3 MOUs.");
    }

    @Test
    void tellsAPlanAsNoResult() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'", "3, 'held', '2020-01-01'");
        figures(List.of(
                "-1, null, 'after', 20, null, 'exactly', 'reported', null",
                "-2, null, 'after', 18, null, 'exactly', 'reported', null",
                "-3, null, 'at', 7, null, 'exactly', 'planned', null",
                "-3, null, 'after', 60, null, 'exactly', 'planned', null"));

        assertThat(pages.section(PAGE, "answer"))
                .startsWith(
                        "For Awkward sources give 20 MOUs (after the 1st meeting), then 18 MOUs (after the 2nd meeting)")
                .contains(
                        "Planned for the last meeting on record, the 3rd (1 January 2020), and not reported yet: 7 MOUs.")
                .doesNotContain("added", "of 60");
        assertThat(pages.text("/councils")).contains("≠20, then 18").doesNotContain("▷");
        assertThat(pages.text("/dashboard?kind=meetings&measure=mous&council=awkward"))
                .doesNotContain("most was");
    }

    @Test
    void keepsAPlanInViewBesideWhatFollows() throws IOException {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2020-01-01'");
        figures(List.of(
                "-1, null, 'after', 12, null, 'exactly', 'reported', null",
                "-2, null, 'after', 40, null, 'exactly', 'planned', null"));

        assertThat(pages.text(PAGE + "/brief")).contains(" 0 5 10 15 ");
        assertThat(pages.section(PAGE, "ledger")).contains("↕at least 12 40 planned 0");
        assertThat(slides()).contains("2nd\n1 January 2020 | – | ↕ at least 12\n40 planned | 0");
        assertThat(pages.inChinese(PAGE)).contains("至少 12 计划40");
    }

    @Test
    void plansBesideWhatIsReportedOfOtherMeetings() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2020-01-01'");
        figures(List.of(
                "-1, null, 'at', 30, null, 'about', 'reported', null",
                "-2, null, 'after', 60, null, 'exactly', 'planned', null"));

        assertThat(pages.section(PAGE, "answer"))
                .startsWith(
                        "Announced for Awkward, with no total: about 30 MOUs (at the 1st meeting). Awkward plans 60 MOUs by 1 January 2020.");
        assertThat(pages.text("/councils")).contains("≈about 30");
    }

    @Test
    void boundsATotalByRivalsAndSaysThatOneOfThemIsSupposedToBeRight() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'");
        figures(List.of(
                "-1, null, 'at', 8, null, 'exactly', 'reported', null",
                "-1, null, 'at', 9, null, 'exactly', 'reported', null",
                "-2, null, 'at', 4, null, 'exactly', 'reported', null"));

        assertThat(pages.section(PAGE, "answer"))
                .contains("For Awkward what was announced comes to at least 12 MOUs by 1 January 2019");
        assertThat(pages.section(PAGE, "ledger")).containsSubsequence("⇄8 or 9", "↕at least 8", "4", "↕at least 12");
        assertThat(pages.text(PAGE))
                .contains(
                        "8: sources differ on what the 1st meeting added (8 and 9), and one of them is supposed to be right")
                .contains(
                        "1st meeting: 8 or 9 MOUs announced by sources that differ, 0 recorded by name; at least 8 to find.")
                .doesNotContain("rests on a number that others contradict");
        assertThat(points())
                .containsExactly(
                        "1 | 2018-01-01 | at least 8 | bounded | 8 | ",
                        "2 | 2019-01-01 | at least 12 | bounded | 12 | ");
        assertThat(pages.inChinese(PAGE)).contains("各来源说法不一（8和9），假设其中之一正确");
    }

    @Test
    void saysOfMousAmongAgreementsWhichNumberIsOfWhich() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'");
        figures(List.of(
                "-1, null, 'at', 5, null, 'exactly', 'reported', null",
                "-2, null, 'at', 3, null, 'exactly', 'reported', null"));
        agreements("-2, null, 'after', 6, null, 'exactly', 'reported', null");

        assertThat(pages.section(PAGE, "findings"))
                .contains(
                        "MOUs and agreements do not add up: 5 + 3 = 8 MOUs, but 6 agreements is the total after the 2nd meeting.");
    }

    @Test
    void countsAmongAgreementsTheMousOfLaterMeetings() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'");
        figures(List.of(
                "-1, null, 'at', 1, null, 'exactly', 'reported', null",
                "-2, null, 'at', 1, null, 'exactly', 'reported', null"));
        agreements("-1, null, 'at', 1, null, 'exactly', 'reported', null");

        assertThat(pages.section(PAGE, "ledger"))
                .containsSubsequence("2nd", "1", "◇2", "↕at least 1", "↕at least 2", "In all ◇2", "↕at least 2");
    }

    @Test
    void leadsFromWhatMousSayOfAgreementsToTheirProof() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'");
        figures(List.of(
                "-1, null, 'after', 5, null, 'exactly', 'reported', null",
                "-2, null, 'after', 8, null, 'exactly', 'reported', null"));
        agreements("-1, null, 'at', 6, null, 'exactly', 'reported', null");

        assertThat(pages.section(PAGE, "ledger")).containsSubsequence("2nd", "○3", "↕at least 3 by the MOUs");
        assertThat(new String(body(PAGE), StandardCharsets.UTF_8))
                .containsPattern("href=\"/councils/awkward#proof-mous-2\"[^>]*>at least 3<")
                .contains("id=\"proof-mous-2\"");
    }

    @Test
    void findsThatARoughNumberIsFarFromWhatElseIsKnown() {
        council();
        meetings("1, 'held', '2018-01-01'");
        figures(List.of("-1, null, 'after', 46, null, 'at_least', 'reported', null"));
        agreements("-1, null, 'after', 12, null, 'about', 'reported', null");

        assertThat(pages.section(PAGE, "findings"))
                .contains(
                        "agreements: about 12 is announced as the total after the 1st meeting, while by what else is known that is at least 46.");
        assertThat(pages.section(PAGE, "ledger")).contains("≈about 12 at least 46 by what else is known");
    }

    @Test
    void saysThatThereIsNoNumberByADay() {
        council();
        meetings("1, 'held', '2018-01-01'", "2, 'held', '2019-01-01'");
        figures(List.of("-2, null, 'at', 5, null, 'exactly', 'reported', null"));

        assertThat(pages.section(PAGE + "?asOf=2018-06-30", "answer"))
                .contains("Awkward: no source read so far gives a number for a day up to 30 June 2018.");
        assertThat(pages.section(PAGE, "figures")).contains("5 MOUs at the 2nd meeting");
        assertThat(pages.section("/councils/awkward/meetings/2", "figures")).contains("5 MOUs at this meeting");
    }

    @Test
    void leavesOutCommitmentsAndIndicatorsOfALaterDay() {
        council();
        jdbc.sql("""
                        with told as (
                            insert into source (id, title, language, kind, published_on, read_in_full)
                            values (-1, 'A release', 'en', 'press_release', '2020-05', true)),
                        promised as (
                            insert into commitment (id, statement, council_id, outcome)
                            values (-1, 'Goes live in July', -1, 'not_published'), (-2, 'Without a source', -1, 'not_published'))
                        insert into indicator (id, name, council_id, nature, value, unit, comparator, period)
                        values (-1, 'Trade', -1, 'flow', 5, 'billion', 'exactly', '2021')
                        """).update();
        jdbc.sql("insert into commitment_citation (id, commitment_id, source_id, preferred) values (-1, -1, -1, false)")
                .update();

        assertThat(pages.text(PAGE)).contains("Goes live in July", "Without a source", "Trade");
        assertThat(pages.text(PAGE + "?asOf=2020-06-30"))
                .contains("Goes live in July", "Without a source")
                .doesNotContain("Trade");
        assertThat(pages.text(PAGE + "?asOf=2020-04-30"))
                .contains("Without a source")
                .doesNotContain("Goes live in July", "Trade");
    }

    @Test
    void separatesWhatIsSaidOfEachMeasureBySemicolons() {
        council();
        meetings("1, 'held', '2018-01-01'");
        figures(List.of("-1, null, 'at', 1, null, 'exactly', 'reported', null"));
        agreements("-1, null, 'after', 4, null, 'exactly', 'reported', null");

        assertThat(pages.inChinese(PAGE)).contains("为前提；4 份协议有来源");
        assertThat(pages.section(PAGE, "answer"))
                .contains(
                        "holds if nothing was counted before the first meeting; 4 agreements is stated",
                        "Pacta holds 0 of 1 MOU and 0 of the 4 agreements.");
    }

    @Test
    void ordersMeetingsWithoutADateAfterThoseBeforeThem() {
        council();
        meetings("12, 'held', '2016-02-02'", "13, 'held', '2017-02-02'");
        jdbc.sql("insert into meeting (id, council_id, kind, ordinal, status) values (-14, -1, 'session', 14, 'held')")
                .update();
        figures(List.of(
                "-13, null, 'at', 5, null, 'exactly', 'reported', null",
                "-14, null, 'at', 1, null, 'exactly', 'reported', null"));

        assertThat(points()).extracting(point -> point.split(" ")[0]).endsWith("12", "13", "14");
        assertThat(pages.section(PAGE, "answer"))
                .contains("The last meeting on record, the 14th (on a day that is not published), added 1 MOU.");
    }

    private void council() {
        jdbc.sql("insert into council (id, slug, name, kind) values (-1, 'awkward', 'Awkward', 'council')")
                .update();
    }

    /** Ordinal, status, day. */
    private void meetings(String... meetings) {
        for (String meeting : meetings) {
            jdbc.sql(
                            "insert into meeting (id, council_id, kind, ordinal, status, held_on) values (-%s, -1, 'session', %s)"
                                    .formatted(meeting.split(",")[0], meeting))
                    .update();
        }
    }

    /** Meeting, day, place in the series, value, digits, comparator, standing, why it is set aside; in any order. */
    private void figures(List<String> figures) {
        figures("mous", -1, figures);
    }

    private void agreements(String figure) {
        figures("agreements", -100, List.of(figure));
    }

    private void figures(String measure, int first, List<String> figures) {
        List<String> shuffled = new ArrayList<>(figures);
        Collections.shuffle(shuffled, new Random(figures.size()));
        for (int i = 0; i < shuffled.size(); i++) {
            jdbc.sql("""
                            insert into figure (id, council_id, measure, measure_as_printed, scope,
                                meeting_id, as_of, series, value, value_as_printed, comparator, standing, set_aside_reason)
                            values (%1$d, -1, '%2$s', '%2$s', 'not_stated', %3$s)
                            """.formatted(first - i, measure, shuffled.get(i))).update();
        }
    }

    private List<String> points() {
        List<String> lines = file("mous");
        List<String> head = List.of(lines.get(0).replace("\uFEFF", "").split(",", -1));
        return lines.stream()
                .skip(1)
                .map(line -> List.of(line.split(",(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)", -1)))
                .map(cells -> Stream.of(
                                "meeting", "date", "to_date_words", "to_date_basis", "to_date_least", "to_date_most")
                        .map(column -> cells.get(head.indexOf(column)).replace("\"", ""))
                        .collect(Collectors.joining(" | "))
                        .replaceFirst(
                                "^(\\d+)",
                                "$1"
                                        + (cells.get(head.indexOf("to_date_basis"))
                                                        .isEmpty()
                                                ? "–" + cells.get(head.indexOf("through"))
                                                : "")))
                .toList();
    }

    private List<String> file(String measure) {
        return new String(body(PAGE + "/ledger.csv?measure=" + measure), StandardCharsets.UTF_8)
                .lines()
                .toList();
    }

    private List<String> slides() throws IOException {
        try (XMLSlideShow show = new XMLSlideShow(new ByteArrayInputStream(body(PAGE + "/brief.pptx")))) {
            return show.getSlides().stream()
                    .flatMap(slide -> slide.getShapes().stream())
                    .filter(XSLFTable.class::isInstance)
                    .flatMap(table -> ((XSLFTable) table).getRows().stream())
                    .map(row ->
                            row.getCells().stream().map(XSLFTableCell::getText).collect(Collectors.joining(" | ")))
                    .toList();
        }
    }

    private byte[] body(String path) {
        return Objects.requireNonNull(
                        mvc.get().uri(path).header("Accept-Language", "en").exchange())
                .getResponse()
                .getContentAsByteArray();
    }
}
