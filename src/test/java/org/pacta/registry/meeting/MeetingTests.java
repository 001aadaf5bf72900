package org.pacta.registry.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeetingTests {

    private final Meeting meeting = new Meeting(null, Meeting.Kind.SESSION, 5);

    @Test
    void knowsSomebodyByTheirPrintedWordsAlone() {
        meeting.named(List.of(chair("a representative from the Chinese government")));

        assertThat(meeting.roles())
                .singleElement()
                .extracting(MeetingRole::position)
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> chair(null));
    }

    private MeetingRole chair(String asPrinted) {
        return new MeetingRole(meeting, MeetingRole.Kind.CO_CHAIR, null, asPrinted, 1);
    }
}
