package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.commons.logging.LogFactory;
import org.junit.jupiter.api.Test;
import org.springframework.boot.diagnostics.FailureAnalyzer;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.SpringFactoriesLoader;
import org.springframework.core.io.support.SpringFactoriesLoader.FailureHandler;

class MalformedPackageFailureAnalyzerTests {

    @Test
    void saysAtTheEndOfTheLogWhatIsWrongAndWhatToDo() {
        var failure = new IllegalStateException(new MalformedPackageException(
                new ClassPathResource("db/sample/datapackage.json"),
                List.of("place.csv: missing", "source.csv: missing")));

        var analysis = analyzer().analyze(failure);

        assertThat(analysis).isNotNull();
        assertThat(analysis.getDescription())
                .contains(
                        "class path resource [db/sample/datapackage.json]",
                        "place.csv: missing",
                        "source.csv: missing");
        assertThat(analysis.getAction()).contains("pacta.sample=false");
    }

    private static FailureAnalyzer analyzer() {
        return SpringFactoriesLoader.forDefaultResourceLocation()
                .load(FailureAnalyzer.class, FailureHandler.logging(LogFactory.getLog(FailureAnalyzer.class)))
                .stream()
                .filter(MalformedPackageFailureAnalyzer.class::isInstance)
                .findFirst()
                .orElseThrow();
    }
}
