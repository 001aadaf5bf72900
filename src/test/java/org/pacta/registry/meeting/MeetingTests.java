package org.pacta.registry.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;
import org.pacta.platform.shared.PartialDate;

class MeetingTests {

    private final Meeting meeting = new Meeting(null, Meeting.Kind.SESSION, 5);

    @Test
    void mayBePostponedUntilItIsHeld() {
        meeting.postpone();
        assertThat(meeting.status()).isEqualTo(Meeting.Status.POSTPONED);

        meeting.hold(PartialDate.parse("2024-07"), null, null, null);
        assertThat(meeting.status()).isEqualTo(Meeting.Status.HELD);
        assertThatIllegalStateException().isThrownBy(meeting::postpone);
    }

    @Test
    void knowsSomebodyByTheirPrintedWordsAlone() {
        meeting.named(MeetingRole.Kind.CO_CHAIR, null, "a representative from the Chinese government");

        assertThat(meeting.roles())
                .singleElement()
                .extracting(MeetingRole::position)
                .isEqualTo(1);
        assertThatIllegalArgumentException().isThrownBy(() -> meeting.named(MeetingRole.Kind.CO_CHAIR, null, null));
    }
}
