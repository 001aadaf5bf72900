package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;

class UnusableDataFailureAnalyzerTests {

    @Test
    void saysWhatIsWrongAndWhatToDo() {
        var refusal = new UnusableDataException("The directory is in use.", "Stop the other one first.");

        FailureAnalysis analysis =
                new UnusableDataFailureAnalyzer().analyze(new BeanCreationException("embeddedServer", "", refusal));

        assertThat(analysis.getDescription()).isEqualTo("The directory is in use.");
        assertThat(analysis.getAction()).isEqualTo("Stop the other one first.");
    }

    @Test
    void isKnownToTheApplication() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, SpringFactoriesLoader.FailureHandler.handleMessage((m, e) -> {})))
                .hasAtLeastOneElementOfType(UnusableDataFailureAnalyzer.class);
    }
}
