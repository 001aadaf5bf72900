package org.pacta.registry.council;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class CouncilPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    PageText pages;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @ValueSource(strings = {"meetings", "agreements", "chairs", "figures"})
    void nothingOfALaterDayIsListed(String section) {
        assertThat(pages.section("/councils/ssccc", section)).containsPattern("202[3-5]");
        assertThat(pages.section("/councils/ssccc?asOf=2022-12-31", section))
                .isNotBlank()
                .doesNotContainPattern("202[3-9]");
        assertThat(pages.text("/councils/ssccc?asOf=2022-12-31")).doesNotContain("15 October 2025");
    }

    @Test
    void answersHowMuchHowSureAndWhatIsMissingBeforeAnythingElse() {
        assertThat(pages.text("/councils/sci"))
                .containsSubsequence(
                        "Singapore-China (Shenzhen) Smart City Initiative SCI",
                        "By 15 December 2023 Singapore-China (Shenzhen) Smart City Initiative had announced 29 MOUs and 43 projects.",
                        "Pacta holds 3 of the 29 MOUs and 14 of the 43 projects.",
                        "Not counted: 1 MOU that founded the council and 4 projects of the Singapore-Shenzhen Smart City Demonstration Zone.",
                        "The last meeting on record, the 4th (on or before 15 December 2023), added 8 MOUs and 14 projects.",
                        "How sure: 29 = 21 + 8, as the meetings announced; 43 = 29 + 14, as the meetings announced.",
                        "Missing: the 2nd meeting, the names of 26 MOUs and the names of 29 projects.",
                        "Meeting MOUs");
    }

    @Test
    void showsTheMissingMeetingOfASeriesInTheLedger() {
        assertThat(pages.section("/councils/sci", "ledger"))
                .containsSubsequence("1st 17 June 2020", "2nd not on record", "3rd 25 November 2022", "4th", "In all");
    }

    @Test
    void saysInAProofThatTwoWordsWereDeclaredOneSeries() {
        assertThat(pages.section("/councils/ssccc", "proofs"))
                .contains("as an editor declared: The 37 agreements to date of May 2023");
        assertThat(pages.section("/councils/sci", "proofs")).doesNotContain("declared");
    }

    @Test
    void saysWhereAFoundingAgreementWasSigned() {
        assertThat(pages.section("/councils/sci", "founding"))
                .contains("15 October 2019", "15th meeting · Joint Council for Bilateral Cooperation");
    }

    @Test
    void joinsARunOfMissingMeetings() {
        assertThat(pages.section("/councils/szetc", "ledger"))
                .containsSubsequence("1st November 2003", "2nd to 11th not on record", "12th 1 December 2017");
        assertThat(pages.section("/councils/szetc", "findings"))
                .contains("The 2nd to 11th meetings are not on record.");
    }

    @Test
    void saysAtLeastWhereNoSourceGivesATotal() {
        assertThat(pages.section("/councils/szetc", "answer"))
                .contains(
                        "comes to at least 42 MOUs",
                        "the total of MOUs is not known, only its bounds: at least 42 = 15 + 7 + 8 + 12");
    }

    @Test
    void takesTwoWordsForOneSeries() {
        assertThat(pages.section("/councils/ssccc", "answer"))
                .contains(
                        "comes to 70 MOUs (52 + 18) by 15 October 2025",
                        "70 MOUs: no source says so, but it follows from 52 + 18");
        assertThat(pages.section("/councils/ssccc", "ledger"))
                .containsSubsequence("17", "if nothing came before", "16 with the founding agreement", "together");
    }

    @Test
    void saysWhatTheRuleAddsOnALineOfItsOwn() {
        String path = "/councils/sci?with=founding&with=sub_councils&state=active";
        assertThat(pages.section(path, "answer"))
                .contains("Counted besides: 1 MOU that founded the council and 4 projects of the")
                .contains("Of those active now, Pacta holds 3 of the 29 MOUs");
        assertThat(pages.section(path, "ledger"))
                .contains("counted besides: bodies under the council, the founding agreement");
    }

    @Test
    void showsTheRegistryAsItWasKnown() {
        assertThat(pages.text("/councils/sci?knownOn=2001-01-01"))
                .contains("On that evening the registry did not hold this council.");
    }

    @Test
    void refusesAnUnknownRule() {
        assertThat(mvc.get().uri("/councils/sci?with=everything")).hasStatus(400);
        assertThat(mvc.get().uri("/councils/sci?knownOn=yesterday")).hasStatus(400);
    }

    @Test
    void takesTheLedgerAway() {
        assertThat(mvc.get().uri("/councils/sci/ledger.csv?measure=mous"))
                .hasStatusOk()
                .bodyText()
                .startsWith(
                        "\uFEFFcouncil,name,meeting,date,day,new,new_basis,to_date,to_date_basis,recorded_new,recorded_to_date,page,sources,new_words,new_least")
                .contains("sci,SCI,4,[..2023-12-15],2023-12-15,8,announced,29,announced,0,3,/councils/sci/meetings/4,")
                .contains("\"MOUs: all ever signed, in the council’s own count\"");
        assertThat(mvc.get().uri("/councils/sci/ledger.json?measure=projects&with=outside"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.rule")
                .asString()
                .contains("what stands outside the count");
    }

    @Test
    void keepsTheSubCouncilsOutOfTheSeries() {
        assertThat(pages.text("/councils/sci")).contains("Singapore-Shenzhen Smart City Demonstration Zone zone");
        assertThat(pages.section("/councils/sci", "figures")).doesNotContain("companies signed MOUs");
    }

    @Test
    void knowsTheSameCouncilWithItsCitiesInTheOtherOrder() {
        assertThat(pages.text("/councils/ssccc"))
                .contains("Singapore-Shanghai Comprehensive Cooperation Council")
                .contains("Shanghai-Singapore Comprehensive Cooperation Council");
    }

    @Test
    void tellsWhatItIsAndWhatItDidBeforeItsNumbersAndFoldsTheRest() {
        assertThat(pages.text("/councils/sci"))
                .containsSubsequence(
                        "By 15 December 2023",
                        "Latest meeting: 4th meeting, on or before 15 December 2023",
                        "Meetings",
                        "3 meetings on record, 2020 to 2023; 1 between them is missing",
                        "Agreements",
                        "Projects",
                        "Numbers",
                        "Meeting MOUs",
                        "Chairs over time",
                        "What agrees, what is open, what is in doubt",
                        "How the derived numbers follow",
                        "Other names",
                        "Sources");
    }

    @Test
    void showsAChairWhomASourceDoesNotName() {
        assertThat(pages.section("/councils/sci", "chairs"))
                .contains("“a representative from the Chinese government” not named in the source");
    }

    @Test
    void namesWhoHeldASeatThroughTime() {
        assertThat(pages.section("/councils/sci", "chairs"))
                .containsSubsequence("Co-chair Singapore Joseph Leong", "Yong Ying-I")
                .containsSubsequence("Co-chair Shenzhen", "Chen Rugui");
    }

    @Test
    void listsEveryCouncilWithItsLastMeeting() {
        assertThat(pages.text("/councils"))
                .contains("Joint Council for Bilateral Cooperation council 双边合作联合委员会 21st meeting 15 December 2025");
    }

    @Test
    void provesWhatNoSourceStates() {
        assertThat(pages.section("/councils/sci", "proofs"))
                .containsSubsequence(
                        "MOUs, what the 2nd meeting added: 5 = 13 − 8",
                        "13 is the total after the 2nd meeting, from 21 − 8",
                        "It is 4 if the founding agreement was counted before the first meeting.",
                        "MOUs, the total after the 2nd meeting: 13 = 21 − 8",
                        "21 is the total after the 3rd meeting")
                .containsSubsequence(
                        "projects, what the 2nd meeting added: 7 = 14 ÷ 2", "stated as 2 times the 2nd meeting’s");
    }

    @Test
    void saysWhatAgreesWhatIsOpenAndWhatIsInDoubt() {
        assertThat(pages.section("/councils/sci", "findings"))
                .contains("MOUs: 29 = 21 + 8. The other numbers confirm the total after the 4th meeting.")
                .contains("4th meeting: 8 MOUs announced, 0 recorded by name; 8 to find.")
                .contains("The 2nd meeting is not on record.");
    }

    @Test
    void strikesThroughWhatAnEditorSetAsideAndSaysWhy() {
        jdbc.sql("""
                        update figure set set_aside_reason = 'Counted twice'
                        where value = 21 and council_id = (select id from council where slug = 'sci') and measure = 'mous'
                        """).update();

        assertThat(pages.section("/councils/sci", "answer"))
                .containsSubsequence("Not counted:", "21 MOUs that an editor set aside");
        assertThat(pages.section("/councils/sci", "ledger"))
                .containsSubsequence("3rd 25 November 2022", "21 set aside", "In all");
        assertThat(pages.section("/councils/sci", "findings"))
                .contains(
                        "21 as the total after the 3rd meeting (MOUs) counts nowhere, since an editor set it aside: Counted twice");
        assertThat(pages.section("/councils/sci", "figures"))
                .containsSubsequence("21 MOUs", "Set aside: Counted twice");
        assertThat(mvc.get().uri("/councils/sci/ledger.csv?measure=mous"))
                .bodyText()
                .contains("new_aside,to_date_aside", "21 (set aside: Counted twice)");
        assertThat(mvc.get().uri("/councils/sci/ledger.json?measure=mous"))
                .bodyText()
                .contains("\"to_date_aside\" : \"21 (set aside: Counted twice)\"");
        assertThat(pages.inChinese("/councils/sci")).contains("已搁置");
    }

    @Test
    void showsAFigureOfOneSideAndOneWithDigitsLostAsTheyStand() {
        String total =
                " where series = 'after' and measure = 'mous' and council_id = (select id from council where slug = 'sci') and value = ";
        jdbc.sql("update figure set value = null, value_as_printed = '2?'" + total + 29)
                .update();
        jdbc.sql("update figure set side_id = (select id from place where slug = 'shenzhen')" + total + 21)
                .update();

        assertThat(pages.section("/councils/sci", "answer"))
                .containsSubsequence(
                        "had announced 2? (20 to 29) MOUs (24 to 29 by what else is known)",
                        "Not counted:",
                        "21 MOUs of Shenzhen alone");
        assertThat(pages.section("/councils/sci", "ledger"))
                .containsSubsequence("3rd 25 November 2022", "21 of Shenzhen alone");
        assertThat(pages.section("/councils/sci", "figures"))
                .contains("of Shenzhen alone", "2? MOUs", "digits lost in the print");
        assertThat(pages.inChinese("/councils/sci")).contains("仅深圳一方");
    }

    @Test
    void hintsAtTheSessionThatMayBeTheMeetingNotOnRecord() {
        assertThat(pages.section("/councils/jcbc", "findings"))
                .contains(
                        "The 13th to 14th meetings are not on record. The session of 27 February 2017, of which no source gives the number, lies between the 12th and the 15th: it may be one of them.");
        assertThat(pages.text("/dashboard/coverage")).contains("27 February 2017", "it may be one of them");
    }

    @Test
    void leadsStaffFromANumberToItsCorrection() {
        assertThat(mvc.get().uri("/councils/sci").with(Staff.as(Staff.editor(jdbc, "Lim Wei"))))
                .bodyText()
                .contains("\"/desk/figures/11/edit\"");
        assertThat(mvc.get().uri("/councils/sci")).bodyText().doesNotContain("/desk/figures/");
    }

    @Test
    void showsAMeetingThatWasCancelledAsCancelled() {
        String missing = "Smart City Initiative: The 2nd meeting is not on record";
        long held = jdbc.sql(
                        "select count(*) from meeting_line where council_slug = 'sci' and status = 'held' and day is not null")
                .query(Long.class)
                .single();
        assertThat(pages.text("/dashboard/coverage")).contains(missing);
        jdbc.sql("""
                        insert into meeting (id, council_id, kind, ordinal, status, held_on)
                        select -1, id, 'session', 2, 'cancelled', '2021-10-20' from council where slug = 'sci'
                        """).update();

        assertThat(pages.section("/councils/sci", "ledger"))
                .containsSubsequence("1st", "2nd 20 October 2021 cancelled", "3rd");
        assertThat(pages.section("/councils/sci", "findings")).doesNotContain("The 2nd meeting is not on record");
        assertThat(pages.section("/councils/sci", "meetings"))
                .contains(held + " meetings on record", "; 1 more was cancelled", "2nd meeting cancelled");
        assertThat(pages.inChinese("/councils/sci")).contains("已收录 " + held + " 次会议", "；另有 1 次已取消");
        assertThat(pages.text("/councils/sci/meetings/2")).contains("cancelled");
        assertThat(pages.inChinese("/meetings?status=cancelled")).contains("已取消");
        assertThat(mvc.get().uri("/councils/sci/meetings.ics")).bodyText().contains("STATUS:CANCELLED");
        assertThat(pages.text("/dashboard/coverage")).doesNotContain(missing);
    }

    @Test
    void saysByWhichRelationAndSourceNumbersDoNotAddUp() {
        jdbc.sql("""
                        insert into figure (id, council_id, ordinal, series, measure, measure_as_printed, scope, value, comparator, standing)
                        select -1, id, 2, 'at', 'projects', 'projects', 'not_stated', 4, 'exactly', 'reported' from council where slug = 'sci'
                        """).update();

        assertThat(pages.section("/councils/sci", "findings"))
                .contains("8 is 4 × 2:", "gives what the 3rd meeting added as 2 times the 2nd meeting’s.");
    }

    @Test
    void saysOfWhichMeetingsAFigureIsAndTellsARelationInOnePhrase() {
        jdbc.sql("""
                        insert into figure (id, council_id, ordinal, through_ordinal, series, measure, measure_as_printed, scope, value, relation_factor,
                            relation_ordinal, comparator, standing)
                        select number, id, first, last, 'at', measure, word, 'not_stated', value, factor, factor - 1, 'exactly', 'reported'
                        from council, (values
                            (-1, 1, 2, 'projects', 'projects', 9, null), (-2, 1, 3, 'projects', 'projects', 99, null),
                            (-3, 3, null, 'projects', 'projects', null, 2), (-4, 3, null, null, 'deals', null, 2))
                            added (number, first, last, measure, word, value, factor)
                        where slug = 'sci'
                        """).update();

        assertThat(pages.section("/councils/sci", "figures"))
                .contains(
                        "9 projects the 1st and 2nd meetings together",
                        "99 projects the 1st to 3rd meetings together",
                        "2 times the number of projects of the 1st meeting at the 3rd meeting",
                        "2 times the number of the 1st meeting “deals” at the 3rd meeting");
        assertThat(pages.inChinese("/councils/sci"))
                .contains("9 个项目 第1次和第2次会议合计", "99 个项目 第1次至第3次会议合计", "第1次会议项目数的 2 倍 第3次会议新增");
    }

    @Test
    void listsEverySourceOfItsNumbersWithTheCount() {
        int before = countedSources();

        jdbc.sql("""
                        insert into source (id, title, language, kind, read_in_full) values (-1, 'Cited by a number alone', 'en', 'press_release', true);
                        insert into figure_citation (id, figure_id, source_id) values (-1, 11, -1)
                        """).update();

        assertThat(pages.section("/councils/sci", "sources")).containsOnlyOnce("Cited by a number alone");
        assertThat(countedSources()).isEqualTo(before + 1);
        assertThat(pages.text("/councils/sci")).contains("Sources " + (before + 1) + " Meetings");
    }

    private int countedSources() {
        String[] words = pages.section("/councils/sci", "sources").split(" ");
        return Integer.parseInt(words[1]);
    }
}
