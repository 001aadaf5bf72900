package org.pacta.platform.serving;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.apache.coyote.CloseNowException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

/** Pages while somebody keeps a table locked, as a browser and a program meet them. */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
class OutagesTests {

    private final HttpClient http = HttpClient.newHttpClient();

    private static final RuntimeException AWAY =
            new IllegalStateException(new SQLException("The server has gone", "57P01"));

    @Autowired
    Outages outages;

    @Autowired
    Admission admission;

    @Autowired
    EndedSessions endedSessions;

    @LocalServerPort
    int port;

    @Autowired
    DataSource database;

    @ParameterizedTest
    @CsvSource({
        "/agreements/1, text/html, Not just now",
        "/api/v1/agreements/1, application/problem+json, ask again later",
        "/agreements.csv, text/html, Not just now",
    })
    void sayThatTheDatabaseIsBusyAndWhenToComeAgain(String path, String type, String words, CapturedOutput log)
            throws Exception {
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table agreement in access exclusive mode");

            HttpResponse<String> answer = get(path);

            assertThat(answer.statusCode()).isEqualTo(503);
            assertThat(answer.headers().firstValue("Retry-After")).isPresent();
            assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
            assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
            assertThat(answer.body()).contains(words).doesNotContain("Exception");
            other.rollback();
        }
        assertThat(log).contains("the database is busy").doesNotContain("\tat ");
        assertThat(get(path).statusCode()).isEqualTo(200);
    }

    @Test
    void leaveThoseInPeaceThatNeedAnotherTable() throws Exception {
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table draft in access exclusive mode");

            assertThat(get("/agreements").statusCode()).isEqualTo(200);
            assertThat(get("/people").statusCode()).isEqualTo(200);
            other.rollback();
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health/liveness", "/api/v1/agreements/1", "/assets/pacta.svg"})
    void leaveInPeaceWhatNeedsNoSessionThoughOneIsSent(String path) throws Exception {
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table spring_session in access exclusive mode");

            assertThat(get(path).statusCode()).isEqualTo(200);
            other.rollback();
        }
    }

    @Test
    void sayInOneLineThatEndedSessionsAreStillThere(CapturedOutput log) throws Exception {
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            other.setAutoCommit(false);
            lock.execute("lock table spring_session in access exclusive mode");

            endedSessions.clear();

            assertThat(log)
                    .contains("the database is busy; it is tried again in a minute")
                    .doesNotContain("\tat ");
            other.rollback();
        }
    }

    /** The session of whoever reads is looked at once more when all is said. */
    @Test
    void takeNothingFromAnAnswerThatIsWhole() throws Exception {
        MockHttpServletResponse answer = new MockHttpServletResponse();

        outages.doFilter(new MockHttpServletRequest(), answer, (request, response) -> {
            new Outages.Whole().doFilter(request, response, OutagesTests::answerAtOnce);
            throw AWAY;
        });

        assertThat(answer.getStatus()).isEqualTo(200);
        assertThat(answer.getContentAsString()).isEqualTo("All of it");
    }

    @Test
    void breakOffAnAnswerThatIsNotWhole() {
        assertThatExceptionOfType(CloseNowException.class)
                .isThrownBy(() -> outages.doFilter(
                        new MockHttpServletRequest(),
                        new MockHttpServletResponse(),
                        (request, response) -> new Outages.Whole().doFilter(request, response, (asked, begun) -> {
                            answerAtOnce(asked, begun);
                            throw AWAY;
                        })));
    }

    @Test
    void letOneAtATimeTryAPartWhoseLastPageCameTooLate() {
        assertThatExceptionOfType(IllegalStateException.class)
                .isThrownBy(() -> admitted("/late/1", () -> {
                    throw new IllegalStateException(new SQLException("It is locked", "55P03"));
                }));

        List<Integer> inside = new ArrayList<>();
        int first = admitted("/late/2", () -> {
            inside.add(admitted("/late/3", () -> {}));
            inside.add(admitted("/others/1", () -> {}));
        });
        int second = admitted("/late/4", () -> inside.add(admitted("/late/5", () -> {})));

        assertThat(List.of(first, second)).containsExactly(200, 200);
        assertThat(inside).containsExactly(503, 200, 200);
    }

    private int admitted(String path, Runnable work) {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);
        MockHttpServletResponse response = new MockHttpServletResponse();
        try {
            admission.doFilter(request, response, (asked, answered) -> work.run());
        } catch (IOException | ServletException failed) {
            throw new AssertionError(failed);
        }
        return response.getStatus();
    }

    private static void answerAtOnce(ServletRequest request, ServletResponse response) throws IOException {
        response.getWriter().write("All of it");
        response.flushBuffer();
    }

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                        .header("Accept-Language", "en")
                        .header("Cookie", "session=c29tZWJvZHk")
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
