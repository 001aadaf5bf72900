package org.pacta.reader.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class BriefPageTests {

    @Autowired
    private PageText pages;

    @Autowired
    private JdbcClient jdbc;

    @Test
    void tellsWhatWasAgreedWhatIsOverdueAndWhatIsOpen() {
        assertThat(pages.text("/councils/sci/brief"))
                .containsSubsequence(
                        "had announced 29 MOUs and 43 projects",
                        "SCI: 29 MOUs announced, 3 recorded",
                        "SCI: 43 projects announced, 14 recorded",
                        "Ledger",
                        "2nd not on record",
                        "= 21 − 8",
                        "In all",
                        "Agreed at the 4th meeting",
                        "Cross-border trade logistics intelligence platform",
                        "Overdue",
                        "due July 2020",
                        "New partners",
                        "Open gaps and doubts",
                        "4th meeting: 8 MOUs announced, 0 recorded by name; 8 to find.");
    }

    @Test
    void tellsWhichAgreementsEnd() {
        assertThat(pages.text("/councils/sci/brief")).doesNotContain("Agreements that end");

        jdbc.sql(
                        "update agreement set runs_for = 'P1Y', signed_on = '2019-06' where id = (select min(agreement.id) from agreement"
                                + " join council on council.id = council_id where slug = 'sci')")
                .update();

        assertThat(pages.text("/councils/sci/brief"))
                .contains("Agreements that end last day: between 1 June 2020 and 30 June 2020");
        assertThat(pages.text("/dashboard"))
                .contains(
                        "no agreement ends within six months · 1 is past its last day, and no source tells of an end");
    }

    @Test
    void tellsOfOneMeetingAlone() {
        assertThat(pages.text("/councils/sci/meetings/1/brief"))
                .contains("Agreed at the 1st meeting", "1st meeting: 8 MOUs announced, 2 recorded by name; 6 to find.")
                .doesNotContain("4th meeting: 8 MOUs announced");
    }

    @Test
    void saysThatTheRegistryDidNotHoldTheCouncilYet() {
        assertThat(pages.text("/councils/sci/brief?knownOn=2001-01-01"))
                .contains("On that evening the registry did not hold this council.", "as it is now")
                .contains("Shenzhen");
        assertThat(pages.text("/councils/sci/meetings/4/brief?knownOn=2001-01-01"))
                .contains("On that evening the registry did not hold this council.");
        assertThat(pages.inChinese("/councils/sci/brief?knownOn=2001-01-01")).doesNotContain("??");
    }

    @Test
    void existsForACouncilOfWhichLittleIsKnown() {
        assertThat(pages.text("/councils/tec-jsc/brief")).contains("no source read so far gives a number");
    }

    @Test
    void showsTheLedgerAndItsPicturesInTheLanguageOfTheReader() {
        assertThat(pages.inChinese("/councils/ssccc/brief"))
                .containsSubsequence("SSCCC：推算70 份谅解备忘录（52 + 18），收录 0", "台账", "第3", "合计", "待补与存疑")
                .doesNotContain("recorded", "derived");
    }

    @Test
    void cutsLongListsAndSaysHowMuchIsLeft() {
        assertThat(pages.text("/councils/jcbc/brief"))
                .containsSubsequence(
                        "Silent since",
                        "and 3 more",
                        "Open gaps and doubts",
                        "in doubt",
                        "21st meeting:",
                        "and 8 more");
    }

    @Test
    void placesYearsLevelsAndSignsInItsPictures() {
        assertThat(pages.text("/councils/sci/brief"))
                .contains("0 10 20 30 2020 2021 2022 2023 2024 2025 2026", "29 MOUs announced ●");
    }
}
