package org.pacta.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** Errors as a browser meets them, over HTTP. */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
class ErrorPageTests {

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @ParameterizedTest
    @CsvSource({
        "GET, /nowhere, 404, Page not found",
        "GET, /councils/atlantis, 404, Page not found",
        "GET, /councils/sci/meetings/2, 404, Page not found",
        "GET, /councils/sci/meetings/x, 404, Page not found",
        "GET, /agreements/x, 404, Page not found",
        "GET, /agreements/99999999999999999999, 404, Page not found",
        "GET, /agreements?page=-1, 400, page",
        "GET, /agreements?kind=treaty, 400, kind",
        "GET, /agreements?council=%00, 400, This cannot be read",
        "GET, /search?q=%ff%fe, 400, This cannot be read",
        "GET, /councils/%2e%2e/x, 400, This cannot be read",
        "GET, /error, 404, Page not found",
        "POST, /agreements, 403, This page is not open to you",
        "GET, /assets/none.css, 404, Page not found",
    })
    void answersWithAPageOfTheSite(String method, String path, int status, String words, CapturedOutput log)
            throws IOException, InterruptedException {
        HttpResponse<String> answer = send(method, path);

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.body()).contains("<html", words).doesNotContain("Exception", "org.pacta", "springframework");
        assertThat(log).doesNotContain(" ERROR ");
    }

    @Test
    void bearsAVeryLongAddress() throws IOException, InterruptedException {
        assertThat(send("GET", "/agreements?kind=" + "x".repeat(30_000)).statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> send(String method, String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Accept-Language", "en")
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
