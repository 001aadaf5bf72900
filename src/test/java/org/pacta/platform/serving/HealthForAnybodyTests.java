package org.pacta.platform.serving;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class HealthForAnybodyTests {

    @Autowired
    private MockMvcTester mvc;

    @ParameterizedTest
    @CsvSource({
        "/actuator/health, text/html",
        "/actuator/health/liveness, text/html",
        "/actuator/health/readiness, image/png",
        "/actuator/health/search, application/json",
        "/actuator/health, '*/*'"
    })
    void answersInJsonWhateverIsAskedFor(String path, String accept) {
        assertThat(mvc.get().uri(path).header(HttpHeaders.ACCEPT, accept))
                .hasStatusOk()
                .bodyText()
                .contains("\"status\":\"UP\"");
    }
}
