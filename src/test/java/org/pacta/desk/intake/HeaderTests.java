package org.pacta.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class HeaderTests {

    @Test
    void takesTheDaysOfAMeetingTogether() {
        assertThat(head("The 3rd meeting was held on 4-5 June 2026.").typed())
                .containsEntry("heldOn", "2026-06-04/2026-06-05");
        assertThat(head("第三次会议于2026年6月4日至5日在上海举行。").typed()).containsEntry("heldOn", "2026-06-04/2026-06-05");
    }

    @Test
    void endsAGuessWithTheLastDayThatIsNamed() {
        assertThat(head("The 3rd meeting of the council.\n4-5 June 2026").typed())
                .containsEntry("heldOn", "[..2026-06-05]");
    }

    @Test
    void asksForADateOfAnotherCalendarOrOrder() {
        for (String date : List.of("4 June 2569", "04/06/2026", "4 June 26")) {
            Header header = head("The 3rd meeting was held on " + date + ".");

            assertThat(header.typed()).doesNotContainKey("heldOn");
            assertThat(header.asked()).containsExactly(date);
        }
        assertThat(head("The 3rd meeting was held on 4 June 2026, and the next is on 04/06/2027.")
                        .asked())
                .isEmpty();
    }

    private static Header head(String text) {
        return Header.of(text, List.of()).orElseThrow();
    }
}
