package org.pacta.exchange.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.argumentSet;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.pacta.test.PageTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Over HTTP, since errors outside of the controller are answered by another dispatch. */
@PageTest
class AnnexApiTests {

    private static final String PARSE = "/api/v1/annex/parse";
    private static final String PLAIN = "text/plain; charset=utf-8";

    private final HttpClient http = HttpClient.newHttpClient();

    @LocalServerPort
    int port;

    @Test
    void givesRowsInTheOrderOfTheText() throws Exception {
        String text = """
                😀 MOUs signed:
                1. MOU between Tembusu Robotics Pte Ltd (TRPL) of Singapore and Haiyue Automation Co., Ltd. on warehouse robots
                2. MOU with Straits Polytechnic on exchanges of teachers
                """;

        HttpResponse<String> answer = post(PARSE, PLAIN, text.getBytes(StandardCharsets.UTF_8), "en");

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        JsonNode rows = new JsonMapper().readTree(answer.body()).get("rows");
        assertThat(rows.size()).isEqualTo(2);
        JsonNode row = rows.get(0);
        assertThat(row.propertyNames())
                .containsExactly("text", "kind", "participants", "subject", "state", "reason", "start", "end");
        assertThat(row.get("kind").asString()).isEqualTo("MOU");
        assertThat(row.get("subject").asString()).isEqualTo("warehouse robots");
        JsonNode participant = row.get("participants").get(0);
        assertThat(participant.propertyNames()).containsExactly("name", "acronym", "side", "start", "end");
        assertThat(participant.get("name").asString()).isEqualTo("Tembusu Robotics Pte Ltd");
        assertThat(participant.get("acronym").asString()).isEqualTo("TRPL");
        assertThat(participant.get("side").asString()).isEqualTo("singapore");
        int start = text.offsetByCodePoints(0, participant.get("start").asInt());
        int end = text.offsetByCodePoints(0, participant.get("end").asInt());
        assertThat(text.substring(start, end)).isEqualTo("Tembusu Robotics Pte Ltd");
        assertThat(rows.get(1).get("state").asString()).isEqualTo("LOOK");
        assertThat(rows.get(1).get("reason").asString())
                .isEqualTo("Only one participant was found: Straits Polytechnic.");
    }

    @Test
    void givesTheNumbersAndWhatWasNotRead() throws Exception {
        byte[] text = "At least 14 MOUs were signed.\nThe sides hailed a pact.".getBytes(StandardCharsets.UTF_8);

        JsonNode answer =
                new JsonMapper().readTree(post(PARSE, PLAIN, text, "en").body());

        assertThat(answer.at("/figures/0/value").asInt()).isEqualTo(14);
        assertThat(answer.at("/figures/0/comparator").asString()).isEqualTo("AT_LEAST");
        assertThat(answer.at("/unread/0/text").asString()).isEqualTo("The sides hailed a pact.");
    }

    @Test
    void givesReasonsInTheLanguageOfTheRequest() throws Exception {
        byte[] text = "MOUs signed:\n- MOU with Straits Polytechnic on teachers".getBytes(StandardCharsets.UTF_8);

        assertThat(post(PARSE, PLAIN, text, "zh-CN").body()).contains("只找到一个参与方：Straits Polytechnic。");
    }

    @Test
    void countsAPlaceToTheSideOfTheCouncilItLiesIn() throws Exception {
        byte[] text = "MOU between Straits Polytechnic of Singapore and Kunshan College of Suzhou on teachers"
                .getBytes(StandardCharsets.UTF_8);

        assertThat(post(PARSE, PLAIN, text, "en").body()).contains("\"side\":\"suzhou\"");
        assertThat(post(PARSE + "?council=sjcc", PLAIN, text, "en").body()).contains("\"side\":\"jiangsu\"");
    }

    @Test
    void givesNoRowForProseOrNothing() throws Exception {
        for (String text : new String[] {"", "The weather was fine.", "\ufeff"}) {
            assertThat(post(PARSE, "text/plain", text.getBytes(StandardCharsets.UTF_8), "en")
                            .body())
                    .isEqualTo("{\"rows\":[],\"figures\":[],\"unread\":[]}");
        }
    }

    @ParameterizedTest
    @MethodSource
    void refuses(int status, String path, String type, byte[] body) throws Exception {
        HttpResponse<String> answer = post(path, type, body, "en");

        assertThat(answer.statusCode()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(new JsonMapper().readTree(answer.body()).get("status").asInt())
                .isEqualTo(status);
        assertThat(answer.body()).doesNotContain("org.", "Exception");
    }

    static Stream<Arguments> refuses() {
        byte[] text = "Annex".getBytes();
        return Stream.of(
                argumentSet(
                        "a long text", 413, PARSE, PLAIN, "x".repeat(200_001).getBytes()),
                argumentSet(
                        "a very long text",
                        413,
                        PARSE,
                        PLAIN,
                        "x".repeat(30_000_000).getBytes()),
                argumentSet("a text that is not UTF-8", 400, PARSE, PLAIN, "合作".getBytes(Charset.forName("GB18030"))),
                argumentSet("a text in another encoding", 415, PARSE, "text/plain; charset=gb18030", text),
                argumentSet("an unreadable type", 415, PARSE, "text", text),
                argumentSet("JSON", 415, PARSE, "application/json", text),
                argumentSet("a form", 415, PARSE, "application/x-www-form-urlencoded", text),
                argumentSet("another text", 415, PARSE, "text/html", text),
                argumentSet("an unknown council", 404, PARSE + "?council=atlantis", PLAIN, text),
                argumentSet("an unknown path", 404, "/api/v1/annex", PLAIN, text));
    }

    @Test
    void takesTheLongestText() throws Exception {
        byte[] text = "Tembusu Robotics – Haiyue Automation to build robots\n"
                .repeat(3_700)
                .getBytes(StandardCharsets.UTF_8);
        assertThat(text.length).isBetween(198_000, 200_000 + 10_000);

        HttpResponse<String> answer = post(PARSE, PLAIN, java.util.Arrays.copyOf(text, 200_000), "en");

        assertThat(answer.statusCode()).isEqualTo(200);
    }

    @Test
    void takesOnlyPosts() throws Exception {
        HttpRequest get = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + PARSE))
                .build();

        HttpResponse<String> answer = http.send(get, HttpResponse.BodyHandlers.ofString());

        assertThat(answer.statusCode()).isEqualTo(405);
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    }

    private HttpResponse<String> post(String path, String type, byte[] body, String language) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", type)
                .header("Accept-Language", language)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
