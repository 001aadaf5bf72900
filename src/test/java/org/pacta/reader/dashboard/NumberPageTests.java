package org.pacta.reader.dashboard;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** What pages and files say of numbers: only of what somebody said that it was announced, and nothing that no source says. */
@PageTest
class NumberPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PageText pages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void saysOfATotalThatOnlyFollowsThatNoSourceStatesIt() {
        String shanghai =
                "what was announced comes to 70 MOUs (52 + 18) by 15 October 2025; no source states that total.";

        assertThat(pages.text("/councils/ssccc")).contains(shanghai).doesNotContain("had announced 70");
        assertThat(pages.text("/councils/ssccc/brief")).contains(shanghai);
        assertThat(pages.text("/dashboard"))
                .contains("70 MOUs (52 + 18) derived by 15 October 2025; no source states that total.")
                .contains("At least 146 agreements by 15 December 2025; the exact total is not known.")
                .contains("21 to 200 MOUs and at least 15 projects by 31 July 2024; the exact total")
                .contains("Nearly 200 agreements (36 to 200 by what else is known) announced by 31 July 2024");
    }

    /** "4 projects at the 2nd meeting" contradicts "double", and leaves 43 = 29 + 14 unhurt. */
    @Test
    void doubtsATotalOnlyWhereThatTotalIsContradicted() {
        announceAtThe2ndMeeting("projects", 4);

        assertThat(pages.text("/councils/sci"))
                .contains("43 = 29 + 14, as the meetings announced")
                .doesNotContain("43 projects is contradicted");
    }

    @Test
    void namesBothNumbersThatCannotBothBe() {
        jdbc.sql("""
                insert into figure (id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing)
                values (-1, 1, 4, 'after', 'agreements', 'agreements', 'not_stated', 20, 'exactly', 'reported')
                """).update();

        assertThat(pages.text("/councils/sci"))
                .contains("MOUs and agreements do not agree: 20 agreements (the total after the 4th meeting),"
                        + " but 21 MOUs (the total after the 3rd meeting).");
    }

    @Test
    void showsBothOfTwoRivalsEverywhere() {
        jdbc.sql("""
                insert into figure (id, council_id, meeting_id, series, measure, measure_as_printed, scope, value, comparator, standing)
                values (-1, 1, 4, 'after', 'mous', 'MOUs', 'not_stated', 31, 'exactly', 'reported')
                """).update();

        assertThat(pages.text("/councils/sci"))
                .contains("sources announce 29 or 31 MOUs by 15 December 2023: they differ")
                .contains("⇄29 or 31 announced, sources differ")
                .contains("SCI: 29 or 31 MOUs announced by sources that differ, 3 recorded")
                .contains(
                        "Sources differ on the total after the 4th meeting (MOUs): 29 and 31, and no editor has decided")
                .doesNotContain("Another source says 31");
        assertThat(file("/councils/sci/ledger.csv?measure=mous")).contains("29 or 31,29,31,31,");
    }

    @Test
    void tellsOnACardWhatStandsWithoutATotal() {
        assertThat(pages.text("/")).contains("8 agreements announced at the 3rd meeting");
        assertThat(pages.text("/councils")).contains("projects 4 announced on or before 15 December 2023");
        assertThat(pages.text("/dashboard?council=sci&council=jcbc&measure=agreements"))
                .contains("JCBC at least 146 (known within bounds); SCI 8 (announced, at the 3rd meeting)");
    }

    @Test
    void tellsOfACouncilWithoutNumberedMeetingsDayByDay() {
        jdbc.sql("""
                update figure set withdrawn_on = now(), withdrawal_reason = 'Only its unnumbered meeting' where council_id = 6 and id <> 27;
                insert into figure (id, council_id, as_of, series, measure, measure_as_printed, scope, value, comparator, standing, part_of_id)
                values (-1, 6, '2011-10-24', 'at', 'mous', 'MOUs', 'not_stated', 1, 'exactly', 'reported', 27),
                    (-2, 6, '2015', 'at', 'agreements', 'agreements', 'not_stated', 2, 'exactly', 'reported', null)
                """).update();

        assertThat(pages.text("/councils/sjcc"))
                .contains("with no total: 24 October 2011: 17 agreements and 1 MOU of them; 2015: 2 agreements.");
        assertThat(pages.text("/councils/sip-jsc"))
                .contains("Suzhou Industrial Park Joint Steering Council: no source read so far gives a number.")
                .doesNotContain("{0}");
    }

    @Test
    void namesWhatUnnumberedMeetingsAnnouncedAsNotCounted() {
        assertThat(pages.text("/councils/szetc")).contains("5 MOUs at the roundtable (21 August 2018)");
        assertThat(pages.text("/councils/jcbc"))
                .contains("15 agreements (26 February 2017)", "4 agreements at the meeting (27 February 2017)");
    }

    @Test
    void doesNotCallAFoundingAgreementUncountedThatMustHaveBeenCounted() {
        assertThat(pages.text("/councils/sci")).contains("1 MOU that founded the council");

        announceAtThe2ndMeeting("mous", 4);

        assertThat(pages.text("/councils/sci"))
                .doesNotContain("1 MOU that founded the council")
                .contains("8 + 4 + 8 = 20, announced 21")
                .contains(
                        "The founding agreement would be it. Against that speaks that 29 is said to count what was signed at the"
                                + " council’s own meetings, while the founding agreement was signed at a meeting of JCBC.");
    }

    @Test
    void countsByADayOnlyWhatLiesWhollyBeforeIt() {
        assertThat(pages.section("/councils/stetc?asOf=2018-06-01", "answer"))
                .contains(
                        "Perhaps by 1 June 2018 too, for their dates do not say: the 3rd meeting (on a day that is not published), the 8th meeting (2018)")
                .doesNotContain("end of 2018", "10 agreements");
        assertThat(pages.text("/councils/stetc?asOf=2018-12-31")).contains("at least 10 agreements by the end of 2018");
        assertThat(file("/councils/stetc/ledger.csv?measure=agreements&asOf=2018-12-31"))
                .contains(",2018,2018-12-31,10,");
    }

    @Test
    void takesAllListsOfWorkBackToADay() {
        assertThat(pages.section("/dashboard/coverage?asOf=2022-12-31", "gaps"))
                .contains("3rd meeting Singapore-China (Shenzhen)")
                .doesNotContain("4th meeting Singapore-China (Shenzhen)");
        assertThat(pages.text("/dashboard/coverage?asOf=2022-12-31"))
                .contains("signed by 31 December 2022", "commitments and annexes are told as they stand now");
        assertThat(file("/dashboard/coverage.csv?asOf=2022-12-31")).contains("signed by 31 December 2022");
        assertThat(pages.text("/councils/sci/brief?asOf=2022-12-31"))
                .contains("By 25 November 2022", "had announced 21 MOUs", "Agreed at the 3rd meeting");
    }

    @Test
    void givesBoundsAlternativeProofAndSourcesOfEachPoint() {
        String file = file("/councils/ssccc/ledger.csv?measure=mous");

        assertThat(file.lines().findFirst().orElseThrow())
                .contains(
                        "to_date_words,to_date_least,to_date_most,to_date_alternative,to_date_proof,to_date_sources,drawn_on");
        assertThat(file).contains(",5 to 22,5,22,,at least 5; up to 22 = 37 − 15,");
        assertThat(file).as("the 3rd, on its place").contains("ssccc,SSCCC,3,,,");
        assertThat(pages.text("/dashboard")).contains("MOUs to date: SSCCC 70 (derived)", "No number to draw for");
    }

    private void announceAtThe2ndMeeting(String measure, int value) {
        jdbc.sql("""
                        insert into figure (id, council_id, ordinal, series, measure, measure_as_printed, scope, value, comparator, standing)
                        values (-1, 1, 2, 'at', :measure, 'as printed', 'not_stated', :value, 'exactly', 'reported')
                        """).param("measure", measure).param("value", value).update();
    }

    private String file(String address) {
        return new String(
                Objects.requireNonNull(mvc.get().uri(address).exchange().getResponse())
                        .getContentAsByteArray(),
                java.nio.charset.StandardCharsets.UTF_8);
    }
}
