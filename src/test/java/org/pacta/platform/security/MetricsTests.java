package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.Staff;
import org.pacta.test.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A registry whose metrics are switched on. What is switched on at the start is what is tested, so it has a context of its own. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        properties = {"pacta.sample=false", "pacta.search.backend=memory", "pacta.metrics=true"})
@Import(TestDatabase.class)
class MetricsTests {

    private static final String METRICS = "/actuator/prometheus";

    @LocalServerPort
    int port;

    @Autowired
    JdbcClient database;

    @AfterEach
    void leave() {
        Staff.leave(database);
    }

    @Test
    void theMachineItselfReadsThem() {
        new Window(port).get("/councils");

        HttpResponse<String> answer = new Window(port).get(METRICS);

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("text/plain");
        assertThat(answer.body()).contains("jvm_memory_used_bytes{", "http_server_requests_seconds_count{");
    }

    @ParameterizedTest
    @CsvSource({
        "X-Forwarded-For, 127.0.0.1",
        "X-Forwarded-For, '127.0.0.1, 10.0.0.9'",
        "X-Forwarded-For, 203.0.113.9",
        "X-Forwarded-Host, 127.0.0.1",
        "X-Real-IP, 127.0.0.1",
        "Forwarded, for=127.0.0.1",
        "Via, 1.1 proxy"
    })
    void whoComesThroughAProxyIsNotTheMachineWhateverItSays(String header, String value) {
        HttpResponse<String> answer = new Window(port).with(header, value).get(METRICS);

        assertThat(answer.statusCode()).isEqualTo(302);
        assertThat(Window.location(answer)).startsWith("/sign-in");
    }

    @Test
    void anAdminReadsThemFromAnywhere() {
        Window window = new Window(port).signedIn(Staff.admin(database, "Tan Ah Kow"));

        assertThat(window.with("X-Forwarded-For", "203.0.113.9").get(METRICS).statusCode())
                .isEqualTo(200);
    }

    @Test
    void noOtherStaffReadsThem() {
        Window window = new Window(port).signedIn(Staff.reviewer(database, "Lim Wei"));

        assertThat(window.with("X-Forwarded-For", "203.0.113.9").get(METRICS).statusCode())
                .isEqualTo(403);
    }

    @Test
    void healthStaysForEverybody() {
        assertThat(new Window(port)
                        .with("X-Forwarded-For", "203.0.113.9")
                        .get("/actuator/health")
                        .statusCode())
                .isEqualTo(200);
    }
}
