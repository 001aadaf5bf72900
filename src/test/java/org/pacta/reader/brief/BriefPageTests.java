package org.pacta.reader.brief;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;

@PageTest
class BriefPageTests {

    @Autowired
    private PageText pages;

    @Test
    void tellsWhatWasAgreedWhatIsOverdueAndWhatIsOpen() {
        assertThat(pages.text("/councils/sci/brief"))
                .containsSubsequence(
                        "had announced 29 MOUs and 43 projects",
                        "Agreed at the 4th meeting",
                        "Cross-border trade logistics intelligence platform",
                        "Overdue",
                        "due July 2020",
                        "New partners",
                        "Open gaps and doubts",
                        "4th meeting: 8 MOUs announced, 0 recorded by name; 8 to find.");
    }

    @Test
    void tellsOfOneMeetingAlone() {
        assertThat(pages.text("/councils/sci/meetings/1/brief"))
                .contains("Agreed at the 1st meeting", "1st meeting: 8 MOUs announced, 2 recorded by name; 6 to find.")
                .doesNotContain("4th meeting: 8 MOUs announced");
    }

    @Test
    void existsForACouncilOfWhichLittleIsKnown() {
        assertThat(pages.text("/councils/tec-jsc/brief")).contains("no source read so far gives a number");
    }
}
