package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.BeanCreationException;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class UnusableDataFailureAnalyzerTests {

    @Test
    void showsTheProblemAndWhatToDo() {
        UnusableDataException problem = new UnusableDataException("The directory is full.", "Empty it.");

        FailureAnalysis analysis =
                new UnusableDataFailureAnalyzer().analyze(new BeanCreationException("embeddedServer", "no", problem));

        assertThat(analysis.getDescription()).isEqualTo("The directory is full.");
        assertThat(analysis.getAction()).isEqualTo("Empty it.");
    }

    @Test
    void isKnownToTheApplication() {
        assertThat(SpringFactoriesLoader.forDefaultResourceLocation()
                        .load(FailureAnalyzer.class, FailureHandler.handleMessage((message, failure) -> {})))
                .hasAtLeastOneElementOfType(UnusableDataFailureAnalyzer.class);
    }
}
