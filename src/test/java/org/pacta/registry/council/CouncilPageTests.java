package org.pacta.registry.council;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class CouncilPageTests {

    @Autowired
    PageText pages;

    @Test
    void showsTheMissingMeetingOfASeriesAsMissing() {
        assertThat(pages.section("/councils/sci", "meetings"))
                .containsSubsequence("1st meeting", "2nd meeting", "missing", "3rd meeting", "4th meeting");
    }

    @Test
    void showsTheAnnouncedTotalsBesideWhatIsRecorded() {
        assertThat(pages.section("/councils/sci", "totals"))
                .contains("MOUs 29 announced to date after the 4th meeting 3 recorded, 1 outside the count")
                .contains("projects 43 announced to date after the 4th meeting 14 recorded");
    }

    @Test
    void saysWhereAFoundingAgreementWasSigned() {
        assertThat(pages.section("/councils/sci", "founding"))
                .contains("15 October 2019", "15th meeting · Joint Council for Bilateral Cooperation");
    }

    @Test
    void joinsARunOfMissingMeetings() {
        assertThat(pages.section("/councils/szetc", "meetings"))
                .containsSubsequence("1st meeting", "2nd to 11th meeting", "missing", "12th meeting");
    }

    @Test
    void keepsTheSubCouncilsOutOfTheSeries() {
        assertThat(pages.text("/councils/sci")).contains("Singapore-Shenzhen Smart City Demonstration Zone zone");
        assertThat(pages.section("/councils/sci", "meetings")).doesNotContain("companies signed MOUs");
    }

    @Test
    void knowsTheSameCouncilWithItsCitiesInTheOtherOrder() {
        assertThat(pages.text("/councils/ssccc"))
                .contains("Singapore-Shanghai Comprehensive Cooperation Council")
                .contains("Shanghai-Singapore Comprehensive Cooperation Council");
    }

    @Test
    void namesWhoChairedThroughTime() {
        assertThat(pages.section("/councils/sci", "chairs"))
                .contains("Joseph Leong Co-chair Singapore", "Yong Ying-I", "Chen Rugui");
    }

    @Test
    void listsEveryCouncilWithItsLastMeeting() {
        assertThat(pages.text("/councils"))
                .contains("Joint Council for Bilateral Cooperation council 21st meeting 15 December 2025");
    }
}
