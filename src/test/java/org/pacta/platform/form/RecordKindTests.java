package org.pacta.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class RecordKindTests {

    @Test
    void addressesKnowEveryKind() {
        assertThat(RecordKind.PLURALS)
                .isEqualTo(Arrays.stream(RecordKind.values())
                        .map(RecordKind::plural)
                        .collect(Collectors.joining("|")));
    }

    @Test
    void isFoundByItsTableItsEntityAndItsAddress() {
        assertThat(RecordKind.of("agreement")).isEqualTo(RecordKind.AGREEMENT);
        assertThat(RecordKind.of("Agreement")).isEqualTo(RecordKind.AGREEMENT);
        assertThat(RecordKind.find("focus_area")).isEmpty();
        assertThat(RecordKind.ofPlural("people")).contains(RecordKind.PERSON);
    }
}
