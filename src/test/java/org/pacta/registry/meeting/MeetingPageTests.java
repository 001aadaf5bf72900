package org.pacta.registry.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class MeetingPageTests {

    private static final String FOURTH_SCI = "/councils/sci/meetings/4";

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Test
    void drawsTheMeetingsOfEachCouncilOnALineOfTheSameYears() {
        assertThat(pages.text("/meetings/timeline"))
                .contains("65 meetings of 14 councils, 2003 to 2025; 31 between them are missing")
                .containsSubsequence(
                        "Joint Council for Bilateral Cooperation", "Singapore-China (Shenzhen) Smart City Initiative");
        assertThat(mvc.get().uri("/meetings/timeline").exchange())
                .bodyText()
                .contains(
                        "href=\"/councils/sci/meetings/4\"",
                        "<title>4th meeting, on or before 15 December 2023</title>");
        assertThat(mvc.get().uri("/meetings/timeline?page=2")).hasStatus(404);
        assertThat(mvc.get().uri("/meetings/timeline?page=0")).hasStatus(400);
    }

    @Test
    void listsTheProjectsInTheOrderOfTheAnnex() {
        assertThat(pages.section(FOURTH_SCI, "projects"))
                .containsSubsequence(
                        "CrimsonLogic Pte Ltd – ABK Technology (Shenzhen) Co. Ltd",
                        "Keppel – Guangdong Provincial Public Service Intelligent Computing Laboratory, Shenzhen Graduate School, Peking University",
                        "China-Singapore International Joint Research Institute",
                        "Singapore Rehabilitation Institute – Sun Yat-sen University Shenzhen",
                        "Nanyang Technological University – Sun Yat-sen University Shenzhen",
                        "Fooyo",
                        "ONE Championship",
                        "Rajah & Tann Singapore LLP",
                        "EE Music",
                        "Hashmeta",
                        "Momentum Works",
                        "National University of Singapore Business School",
                        "Singapore University of Social Sciences",
                        "QuikBot");
    }

    @Test
    void saysHowManyWereAnnouncedAndHowManyAreNamed() {
        assertThat(pages.section(FOURTH_SCI, "reconciliation"))
                .contains("MOUs: 8 announced, 0 recorded; to date 29")
                .contains("projects: 14 announced, 14 recorded; to date 43")
                .contains("projects: 43 = 29 + 14. The other numbers confirm the total after the 4th meeting.");
        assertThat(pages.section(FOURTH_SCI, "figures")).contains("A source refers to an annex that is missing");
    }

    @Test
    void comparesNoNumberOfAnotherBodyWithTheRowsOfThisOne() {
        assertThat(pages.section(FOURTH_SCI, "figures"))
                .contains("4 projects Singapore-Shenzhen Smart City Demonstration Zone at this meeting")
                .doesNotContain("more than announced");
    }

    @Test
    void keepsAChairWhoseNameIsNotGiven() {
        assertThat(pages.text(FOURTH_SCI))
                .contains("Co-chair “a representative from the Chinese government” not named in the source");
    }

    @Test
    void countsTheMousWithinTheAgreements() {
        assertThat(pages.section("/councils/szetc/meetings/17", "reconciliation"))
                .contains("MOUs: 12 announced, 1 recorded", "agreements: 16 announced, 2 recorded")
                .contains("of 16 agreements 12 are MOUs, so 4 are others");
        assertThat(pages.section("/councils/szetc/meetings/17", "figures")).contains("part of a number above");
        assertThat(pages.section("/councils/szetc/meetings/17", "agreements")).contains("commercial contract");
    }

    @Test
    void callsNobodyAChairWhomTheSourceOnlyLetsSpeak() {
        String text = pages.text("/councils/ssccc/meetings/5");

        assertThat(text)
                .contains("Speaker Gong Zheng", "Speaker Edwin Tong", "Speaker Hua Yuan", "Speaker Low Yen Ling");
        assertThat(text).doesNotContain("Co-chair");
    }

    @Test
    void namesOrganisationsWhoseAgreementIsUnknown() {
        assertThat(pages.text("/councils/sci/meetings/1"))
                .contains(
                        "Organisations named as taking part", "DBS Bank", "Mindray", "Sinosure", "Yang Kee Logistics");
    }

    @Test
    void marksWhatWasInferredOfADate() {
        assertThat(pages.text("/councils/szetc/meetings/17")).contains("Date 15 August 2023 year inferred");
    }

    @Test
    void leadsFromItsNumberToItsAddress() {
        long id = jdbc.sql(
                        "select meeting.id from meeting join council on council.id = council_id where slug = 'sci' and ordinal = 4")
                .query(Long.class)
                .single();

        assertThat(mvc.get().uri("/meetings/" + id)).hasStatus(301).headers().hasValue("Location", FOURTH_SCI);
    }

    @Test
    void answersGoneWithTheReasonForAWithdrawnMeeting() {
        jdbc.sql("""
                update meeting set withdrawn_on = '2026-01-02', withdrawal_reason = 'Entered twice'
                where ordinal = 4 and council_id = (select id from council where slug = 'sci')""").update();

        assertThat(mvc.get().uri(FOURTH_SCI)).hasStatus(410).bodyText().contains("Entered twice");
    }

    @Test
    void countsNoInvestmentAsAProject() {
        assertThat(pages.text("/projects")).doesNotContain("1,600");
        assertThat(pages.section("/councils/szetc", "meetings")).doesNotContain("1,600");
        assertThat(pages.text("/places/zhejiang")).contains("more than 1,600");
    }

    @Test
    void holdsNothingRecordedAgainstANumberThatWasOnlyPlanned() {
        assertThat(pages.section("/meetings/13", "figures")).contains("5 MOUs: 0 recorded");

        jdbc.sql("update figure set standing = 'planned' where meeting_id = 13").update();

        assertThat(pages.section("/meetings/13", "figures"))
                .contains("5 MOUs: planned")
                .doesNotContain("recorded;");
    }
}
