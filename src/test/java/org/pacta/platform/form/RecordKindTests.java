package org.pacta.platform.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;
import org.pacta.platform.shared.NotFoundException;

class RecordKindTests {

    @Test
    void isFoundByItsTableItsEntityAndItsAddress() {
        assertThat(RecordKind.of("agreement")).isEqualTo(RecordKind.AGREEMENT);
        assertThat(RecordKind.of("Agreement")).isEqualTo(RecordKind.AGREEMENT);
        assertThat(RecordKind.find("focus_area")).isEmpty();
        assertThat(RecordKind.ofPlural("people")).isEqualTo(RecordKind.PERSON);
        assertThatExceptionOfType(NotFoundException.class).isThrownBy(() -> RecordKind.ofPlural("persons"));
    }
}
