package org.pacta.desk.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.desk.importing.ImportView.Mapping;
import org.pacta.platform.secret.Secrets;
import org.pacta.platform.security.SignedIn;
import org.pacta.rules.table.ColumnTarget;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A program hands a list in with the token of an editor, and asks how far it has come. */
@PageTest
class ImportByProgramTests {

    private static final String TOKEN = "pacta_made-up-for-a-test";

    private static final String LIST = """
            No.;Title;Partner
            1;Memorandum on robots;Vermilion Systems
            2;;Haiyue Automation
            """;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private List<ImportWork> works;

    private SignedIn editor;

    @BeforeEach
    void giveAToken() {
        editor = Staff.editor(jdbc, "Lim Wei");
        jdbc.sql(
                        "insert into token (id, account_id, name, digest, created_at) values (1000000, :account, 'Lists', :digest, now())")
                .param("account", editor.id())
                .param("digest", Secrets.digest(TOKEN))
                .update();
    }

    @Test
    void triesEveryRowByASavedMappingAndSaysWhatCannotBePublished() {
        save("our list", ColumnTarget.KEY, ColumnTarget.TITLE, ColumnTarget.PARTY);

        MvcTestResult handed = hand(LIST, "our list", TOKEN);
        assertThat(handed).hasStatus(HttpStatus.ACCEPTED);
        String address = Objects.requireNonNull(handed.getResponse().getHeader(HttpHeaders.LOCATION));
        assertThat(json(handed).path("work").asString()).isEqualTo("read");
        work();

        JsonNode progress = json(get(address, TOKEN));
        assertThat(progress.path("state").asString()).isEqualTo("open");
        assertThat(progress.path("name").asString()).isEqualTo("list.csv");
        assertThat(progress.has("work")).isFalse();
        assertThat(progress.path("rows")
                        .valueStream()
                        .map(row -> row.path("state").asString() + " " + row.path("rows")))
                .containsExactly("look 1", "refused 1");
        assertThat(get(progress.path("notReady").asString(), TOKEN))
                .hasStatusOk()
                .hasContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
        assertThat(progress.path("page").asString()).endsWith("/desk/imports/" + progress.path("id"));
    }

    @Test
    void asksWhatTheColumnsHoldWhereNoMappingIsNamedOrItIsOfAnotherList() {
        JsonNode plain = json(hand(LIST, "", TOKEN));
        save("two columns", ColumnTarget.TITLE, ColumnTarget.PARTY);
        JsonNode other = json(hand(LIST.replace("robots", "kites"), "two columns", TOKEN));
        work();

        assertThat(json(get("/api/v1/imports/" + plain.path("id"), TOKEN)).has("trouble"))
                .isFalse();
        assertThat(json(get("/api/v1/imports/" + other.path("id"), TOKEN))
                        .path("trouble")
                        .asString())
                .isEqualTo("mapping");
        assertThat(jdbc.sql("select count(*) from import where tried_at is not null")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void takesNothingFromWhoHasNoTokenNorWhatIsNoList() {
        assertThat(hand(LIST, "", "pacta_another")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.post().uri("/api/v1/imports").multipart().file(file(LIST)))
                .hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(mvc.get().uri("/api/v1/imports/1")).hasStatus(HttpStatus.UNAUTHORIZED);
        assertThat(get("/api/v1/imports/999999", TOKEN)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(hand("", "", TOKEN)).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(hand(LIST, "no such mapping", TOKEN)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post()
                        .uri("/api/v1/imports")
                        .header(HttpHeaders.AUTHORIZATION, "Bearer " + TOKEN)
                        .content("x"))
                .hasStatus(HttpStatus.UNSUPPORTED_MEDIA_TYPE);
        assertThat(jdbc.sql("select count(*) from import").query(Long.class).single())
                .isZero();
    }

    private void save(String name, ColumnTarget... targets) {
        List<Mapping.Column> columns = Stream.of(targets)
                .map(target -> new Mapping.Column(target, "", null))
                .toList();
        jdbc.sql("""
                        insert into import_mapping (name, headings, mapping, author_id, saved_at)
                        values (:name, 'of another list', :mapping::jsonb, :person, now())
                        """)
                .param("name", name)
                .param("mapping", JsonMapper.shared().writeValueAsString(new Mapping(columns, Map.of(), List.of())))
                .param("person", editor.id())
                .update();
    }

    /** Does all that is due, as the thread for it would. */
    private void work() {
        for (int step = 0; step < 2; step++) {
            jdbc.sql("select id, work from import where work is not null")
                    .query((row, n) -> Map.entry(row.getLong("id"), row.getString("work")))
                    .list()
                    .forEach(due -> works.stream()
                            .filter(work -> work.code().equals(due.getValue()))
                            .forEach(work -> work.run(due.getKey())));
        }
    }

    private MvcTestResult hand(String text, String mapping, String token) {
        return mvc.post()
                .uri("/api/v1/imports")
                .multipart()
                .file(file(text))
                .param("mapping", mapping)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static MockMultipartFile file(String text) {
        return new MockMultipartFile("file", "list.csv", "text/csv", text.getBytes(StandardCharsets.UTF_8));
    }

    private MvcTestResult get(String address, String token) {
        return mvc.get()
                .uri(address)
                .header(HttpHeaders.AUTHORIZATION, "Bearer " + token)
                .exchange();
    }

    private static JsonNode json(MvcTestResult answer) {
        return JsonMapper.shared().readTree(answer.getResponse().getContentAsByteArray());
    }
}
