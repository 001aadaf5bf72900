package org.pacta.platform.history;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class RecordedTests {

    private final Recorded record = new Recorded() {};

    @Test
    void isWithdrawnForAReason() {
        assertThatIllegalArgumentException().isThrownBy(() -> record.withdraw(" "));
        assertThat(record.withdrawal()).isNull();

        record.withdraw("Entered twice");

        assertThat(record.withdrawal().reason()).isEqualTo("Entered twice");
    }
}
