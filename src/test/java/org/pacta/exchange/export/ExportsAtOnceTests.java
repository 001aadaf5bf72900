package org.pacta.exchange.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;

/** While four take files away. */
@PageTest
@ExtendWith(OutputCaptureExtension.class)
class ExportsAtOnceTests {

    @Autowired
    ExportController exports;

    @LocalServerPort
    int port;

    @BeforeEach
    void takeAllPlaces() throws InterruptedException {
        exports.atOnce.acquire(4);
    }

    @AfterEach
    void leave() {
        exports.atOnce.release(4);
    }

    @ParameterizedTest
    @CsvSource({
        "en, /agreements.csv, Ask for this one again in 10 seconds",
        "en, /dashboard/indicators.json, Ask for this one again in 10 seconds",
        "zh, /agreements.xlsx, 请在10秒后重新下载"
    })
    void theFifthIsToldWhenToComeAgain(String language, String path, String words, CapturedOutput log)
            throws Exception {
        HttpResponse<String> answer = get(language, path);

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).hasValue("10");
        assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
        assertThat(answer.headers().firstValue("Content-Type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("text/html"));
        assertThat(answer.body()).contains(words);
        assertThat(log).doesNotContain("\tat ", "ERROR");
    }

    @Test
    void whoReadsPagesDoesNotNotice() throws Exception {
        assertThat(get("en", "/agreements").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String language, String path) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                .header("Accept-Language", language)
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
