package org.pacta.registry.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AgreementStatusTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLANNED               | PLANNED SIGNED
            SIGNED                | SIGNED PROVISIONALLY_APPLIED IN_FORCE EXTENDED SUSPENDED EXPIRED TERMINATED SUPERSEDED
            PROVISIONALLY_APPLIED | PROVISIONALLY_APPLIED IN_FORCE SUSPENDED EXPIRED TERMINATED SUPERSEDED
            IN_FORCE              | IN_FORCE EXTENDED SUSPENDED EXPIRED TERMINATED SUPERSEDED
            EXTENDED              | IN_FORCE EXTENDED SUSPENDED EXPIRED TERMINATED SUPERSEDED
            SUSPENDED             | PROVISIONALLY_APPLIED IN_FORCE EXTENDED SUSPENDED EXPIRED TERMINATED SUPERSEDED
            EXPIRED               | EXPIRED SUPERSEDED
            TERMINATED            | TERMINATED SUPERSEDED
            SUPERSEDED            | SUPERSEDED
            """)
    void becomesWhatCanFollow(AgreementStatus status, String next) {
        assertThat(Arrays.stream(AgreementStatus.values())
                        .filter(status::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next);
    }
}
