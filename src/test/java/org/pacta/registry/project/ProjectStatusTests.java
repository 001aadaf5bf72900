package org.pacta.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectStatusTests {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PLANNED   | PLANNED LAUNCHED STOPPED
            LAUNCHED  | LAUNCHED COMPLETED STOPPED
            COMPLETED | COMPLETED
            STOPPED   | STOPPED
            """)
    void becomesWhatCanFollow(ProjectStatus status, String next) {
        assertThat(Arrays.stream(ProjectStatus.values())
                        .filter(status::canBecome)
                        .map(Enum::name)
                        .collect(Collectors.joining(" ")))
                .isEqualTo(next);
    }
}
