package org.pacta.desk.correction;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What a record names and nothing on record is called, comes with it: a council of a new pair is one form. */
@PageTest
class RecordsBesideTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffPages pages;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private final Map<String, String> council = new LinkedHashMap<>(Map.of(
            "name",
            "Ruritania–Corvidia Joint Council",
            "acronym",
            "RCJC",
            "kind",
            "council",
            "sides",
            "Ruritania; Corvidia",
            "roles[0].role",
            "co_chair",
            "roles[0].person",
            "Rupert Hentzau",
            "citations[0].source",
            "https://example.org/council"));

    private SignedIn editor;
    private SignedIn reviewer;

    @BeforeEach
    void hireStaff() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Tan Mei");
    }

    @Test
    void aCouncilOfANewPairIsOneForm() {
        assertThat(pages.get("/desk/councils/new", editor)).bodyText().containsPattern("id=\"name\"[^>]*autofocus");

        assertThat(send("/desk/corrections", council))
                .hasStatus(422)
                .bodyText()
                .containsSubsequence("Something has to be put right", "Tick what is new", "id=\"slug\"")
                .contains(
                        "Ruritania is a new place",
                        "Corvidia is a new place",
                        "Rupert Hentzau is a new person",
                        "https://example.org/council is a new source",
                        "What you typed is saved");

        MvcTestResult ticked = send(
                correction(),
                council,
                "place:Ruritania",
                "person:Rupert Hentzau",
                "place:Corvidia",
                "source:https://example.org/council");

        assertThat(ticked)
                .hasStatus(422)
                .bodyText()
                .contains(
                        "name=\"beside[0].slug\" value=\"ruritania\"",
                        "name=\"beside[1].name\" value=\"Corvidia\"",
                        "name=\"beside[2].url\" value=\"https://example.org/council\"",
                        "name=\"beside[3].name\" value=\"Rupert Hentzau\"")
                .doesNotContain("is a new ");

        assertThat(send(correction(), whole())).hasRedirectedUrl(correction());
        assertThat(pages.get(correction(), editor))
                .bodyText()
                .contains("Recorded with it, a new place: Ruritania", "rcjc");
        assertThat(pages.post(correction() + "/submission", editor)).hasStatus3xxRedirection();
        assertThat(pages.get(correction() + "/preview", editor)).hasStatusOk();
        assertThat(pages.post(correction() + "/publication", reviewer)).hasRedirectedUrl("/councils/rcjc");

        assertThat(mvc.get().uri("/councils/rcjc"))
                .hasStatusOk()
                .bodyText()
                .contains("/places/ruritania", "/places/corvidia", "Rupert Hentzau", "A joint council is founded");
        String draft = pages.post("/desk/drafts", editor, Map.of("council", "rcjc"))
                .getResponse()
                .getRedirectedUrl();
        assertThat(pages.get(String.valueOf(draft), editor))
                .as("who chairs the council is proposed for its first meeting")
                .bodyText()
                .containsPattern("name=\"\\d+\\.person\" value=\"Rupert Hentzau\"");
    }

    @Test
    void anAddressIsAskedForItsTitleInTheSameForm() {
        String address = "https://example.org/news/2026/ruritania-and-corvidia-found-a-council.html?from=home";
        council.put("citations[0].source", address);

        assertThat(send("/desk/corrections", council))
                .hasStatus(422)
                .bodyText()
                .containsPattern("name=\"correction.title\"[^>]*value=\"Ruritania and corvidia found a council\"");
        council.put("correction.address", "source:" + address);
        council.put("correction.title", "Ruritania and Corvidia Found a Council");

        assertThat(send(correction(), council, "source:" + address))
                .bodyText()
                .contains(
                        "name=\"beside[0].url\" value=\"" + address + "\"",
                        "name=\"beside[0].title\" value=\"Ruritania and Corvidia Found a Council\"");
        council.remove("correction.title");
        assertThat(send(correction(), council)).hasStatus(400);
    }

    @ParameterizedTest
    @CsvSource({
        "https://example.org/news/four-new-projects, Four new projects",
        "https://example.org/news/four_new_projects/, Four new projects",
        "https://example.org/12345, ''",
        "https://example.org/, ''",
        "https://example.org/1-2-3-4, ''",
        "https://example.org/council, ''",
    })
    void aTitleIsProposedWhereAnAddressHasWords(String address, String title) {
        assertThat(CorrectionTexts.Offer.of(RecordKind.SOURCE, address).proposed())
                .isEqualTo(title);
    }

    @Test
    void aCouncilSaysWhereItIsFrom() {
        council.keySet().removeIf(path -> path.startsWith("citations"));

        assertThat(send("/desk/corrections", council)).hasStatus(422).bodyText().contains("Say which source");
    }

    @Test
    void whatLosesItsNameDoesNotCome() {
        send("/desk/corrections", council, "person:Rupert Hentzau");

        send(correction(), council);

        assertThat(jdbc.sql("select typed::text from correction")
                        .query(String.class)
                        .single())
                .doesNotContain("beside");
    }

    @Test
    void aNameThatIsOnRecordByThenIsStillTheNewOne() {
        jdbc.sql("insert into person (id, name) values (700101, 'Rupert Hentzau')")
                .update();
        send("/desk/corrections", whole());

        pages.post(correction() + "/submission", editor);
        assertThat(pages.post(correction() + "/publication", reviewer)).hasRedirectedUrl("/councils/rcjc");

        assertThat(jdbc.sql(
                                "select person_id from council_role join council on council.id = council_id where slug = 'rcjc'")
                        .query(Long.class)
                        .single())
                .isNotEqualTo(700101);
    }

    @ParameterizedTest
    @CsvSource({
        "correction.beside, council:Another",
        "correction.beside, nonsense",
        "beside[0].name, Ruritania",
        "beside[0].record, meeting",
        "beside[0].record, ''",
        "beside[99999].record, place"
    })
    void whatNoRecordBesideCanBeIsRefused(String field, String value) {
        council.put(field, value);

        assertThat(send("/desk/corrections", council)).hasStatus(400);
    }

    private Map<String, String> whole() {
        Map<String, String> whole = new LinkedHashMap<>(council);
        whole.putAll(Map.of(
                "beside[0].record", "place",
                "beside[0].name", "Ruritania",
                "beside[0].kind", "country",
                "beside[1].record", "place",
                "beside[1].name", "Corvidia",
                "beside[1].kind", "city",
                "beside[1].parent", "ruritania"));
        whole.putAll(Map.of(
                "beside[2].record", "source",
                "beside[2].title", "A joint council is founded",
                "beside[2].url", "https://example.org/council",
                "beside[2].language", "en",
                "beside[2].kind", "press_release",
                "beside[3].record", "person",
                "beside[3].name", "Rupert Hentzau"));
        return whole;
    }

    private String correction() {
        return "/desk/corrections/"
                + jdbc.sql("select max(id) from correction").query(Long.class).single();
    }

    private MvcTestResult send(String address, Map<String, String> typed, String... beside) {
        boolean isNew = address.endsWith("s");
        var request = mvc.post().uri(address).with(Staff.form()).with(Staff.as(editor));
        if (isNew) {
            request.param("form-key", UUID.randomUUID().toString().substring(0, 16))
                    .param("correction.entry", UUID.randomUUID().toString());
        }
        request.param("correction.kind", RecordKind.COUNCIL.plural())
                .param(
                        "correction.version",
                        isNew
                                ? "0"
                                : jdbc.sql("select max(version) from correction")
                                        .query(String.class)
                                        .single())
                .param("correction.reason", "It was founded");
        if (beside.length > 0) {
            request.param("correction.beside", beside);
        }
        typed.forEach(request::param);
        MvcTestResult answer = request.exchange();
        entities.flush();
        entities.clear();
        return answer;
    }
}
