package org.pacta.rules.term;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.rules.term.Activity.Stage;

class ActivityTests {

    private static final LocalDate DAY = LocalDate.of(2026, 11, 30);

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            BEFORE,    -,          -,          false, false, NOT_SIGNED,      false
            BEFORE,    2030-01-01, 2030-01-01, false, false, NOT_SIGNED,      false
            OVER,      2030-01-01, 2030-01-01, true,  false, ENDED,           false
            SUSPENDED, 2030-01-01, 2030-01-01, false, false, SUSPENDED,       false
            UNDER_WAY, -,          -,          false, false, NO_END_TOLD,     true
            UNDER_WAY, -,          -,          false, true,  UNTIL_ENDED,     true
            UNDER_WAY, 2026-11-30, 2026-11-30, false, false, WITHIN_TERM,     true
            UNDER_WAY, 2026-11-29, 2026-11-29, false, false, LAPSED,          false
            UNDER_WAY, 2026-11-29, 2026-11-29, true,  false, RENEWED,         true
            UNDER_WAY, 2026-01-01, 2026-12-31, false, false, MAY_HAVE_LAPSED, true
            UNDER_WAY, 2026-01-01, 2026-12-31, true,  false, WITHIN_TERM,     true
            UNDER_WAY, -,          2026-12-31, false, false, MAY_HAVE_LAPSED, true
            UNDER_WAY, -,          2026-11-29, false, false, LAPSED,          false
            UNDER_WAY, 2027-01-01, -,          false, false, NO_END_TOLD,     true
            """)
    void restsOnTheStatusAndThenOnTheTerm(
            Stage stage,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean renewsItself,
            boolean untilEnded,
            Activity expected,
            boolean active) {
        Activity activity = Activity.of(stage, first, last, renewsItself, untilEnded, DAY);

        assertThat(activity).isEqualTo(expected);
        assertThat(activity.isActive()).isEqualTo(active);
    }
}
