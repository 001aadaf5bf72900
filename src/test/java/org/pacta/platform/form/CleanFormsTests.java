package org.pacta.platform.form;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn;
import org.pacta.registry.record.FormTexts;
import org.pacta.registry.record.RecordForms;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** Characters that only one font can show, at each place where somebody enters a text. */
@PageTest
class CleanFormsTests {

    /** One of each private area, among characters of three planes that are kept. */
    private static final String PASTED = "Water\ue000 智慧\udb80\udc00 𠮷\udbff\udffd 😀";

    private static final String KEPT = "Water 智慧 𠮷 😀";
    private static final String NAMES = "U+E000, U+F0000, U+10FFFD";
    private static final String WORDS = "only the font it came from can show them: " + NAMES;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    @Autowired
    RecordForms forms;

    @Autowired
    FormTexts texts;

    private SignedIn admin;
    private String draft;

    @BeforeEach
    void begin() {
        admin = Staff.admin(jdbc, "Tan Hui");
        draft = location(post("/desk/drafts", Map.of("council", "sci")));
    }

    @Test
    void areLeftOutOfALineThatIsSavedAsItIsTyped() {
        MvcTestResult answer = mvc.post()
                .uri(draft + "/lines")
                .accept("application/json")
                .param("project-a.title", PASTED)
                .with(Staff.as(admin))
                .with(Staff.form())
                .exchange();
        entities.flush();

        assertThat(answer).hasStatusOk().headers().hasValue("Left-Out", NAMES);
        assertThat(page(draft)).contains("value=\"" + KEPT + "\"");
    }

    @Test
    void areLeftOutOfADraftThatIsSavedAsAWhole() {
        MvcTestResult answer = post(draft, Map.of("project-a.title", PASTED));

        assertThat(shown(answer)).contains("value=\"" + KEPT + "\"", WORDS);
    }

    @Test
    void areLeftOutOfACorrection() {
        long agreement = jdbc.sql("select min(id) from agreement where withdrawn_on is null")
                .query(Long.class)
                .single();
        Map<String, String> typed = new LinkedHashMap<>(texts.write(
                RecordKind.AGREEMENT,
                forms.standing(RecordKind.AGREEMENT, agreement).form()));
        typed.put("title", PASTED);
        typed.putAll(Map.of("correction.kind", "agreements", "correction.reason", PASTED, "correction.entry", "e1"));

        assertThat(shown(post("/desk/corrections", typed)))
                .contains(KEPT, WORDS)
                .doesNotContain("\ue000", "\udbff\udffd");
    }

    @Test
    void areLeftOutOfATextThatIsPasted() {
        assertThat(shown(post(draft + "/texts", Map.of("words", "Signed:\n\uf0b7 Agreement on " + PASTED))))
                .contains("U+F0B7, " + NAMES);
        assertThat(lastText()).isEqualTo("Signed:\n• Agreement on " + KEPT);
    }

    @Test
    void areLeftOutOfAFile() {
        MvcTestResult answer = mvc.post()
                .uri(draft + "/texts")
                .multipart()
                .file(new MockMultipartFile(
                        "file", "a\ue000.txt", "text/plain", PASTED.getBytes(StandardCharsets.UTF_8)))
                .with(Staff.as(admin))
                .with(Staff.form())
                .exchange();
        entities.flush();

        assertThat(shown(answer)).contains(WORDS);
        assertThat(lastText()).isEqualTo(KEPT);
        assertThat(jdbc.sql("select name from draft_text order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("a.txt");
    }

    @Test
    void areLeftOutOfATextThatAProgramSends() {
        MvcTestResult answer = mvc.post()
                .uri("/api/v1/annex/parse")
                .contentType("text/plain;charset=UTF-8")
                .content(("1. Memorandum of Understanding on " + PASTED + " between A and B")
                        .getBytes(StandardCharsets.UTF_8))
                .exchange();

        assertThat(answer).hasStatusOk().headers().hasValue("Left-Out", NAMES);
        assertThat(answer).bodyText().contains(KEPT).doesNotContain("\ue000");
    }

    @Test
    void areLeftOutOfWhatIsSaidOfAnAccount() {
        MvcTestResult answer = post("/desk/accounts", Map.of("name", "nora", "displayName", PASTED, "role", "EDITOR"));

        assertThat(answer).hasStatusOk().bodyText().contains("Give it to " + KEPT, WORDS);
    }

    @Test
    void nothingIsSaidWhereNoneWasSent() {
        assertThat(shown(post(draft, Map.of("project-a.title", KEPT))))
                .contains(KEPT)
                .doesNotContain("left-out");
    }

    private String lastText() {
        return jdbc.sql("select words from draft_text order by id desc limit 1")
                .query(String.class)
                .single();
    }

    private MvcTestResult post(String address, Map<String, String> form) {
        var request =
                mvc.post().uri(address).with(Staff.as(admin)).with(Staff.form()).header("Accept-Language", "en");
        form.forEach(request::param);
        MvcTestResult answer = request.exchange();
        entities.flush();
        return answer;
    }

    /** The page that an answer leads to, with what is shown on it once. */
    private String shown(MvcTestResult answer) {
        var request = mvc.get().uri(location(answer)).with(Staff.as(admin)).header("Accept-Language", "en");
        answer.getMvcResult().getFlashMap().forEach(request::requestAttr);
        return body(request.exchange());
    }

    private String page(String address) {
        return body(mvc.get()
                .uri(address)
                .with(Staff.as(admin))
                .header("Accept-Language", "en")
                .exchange());
    }

    private static String body(MvcTestResult answer) {
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private static String location(MvcTestResult answer) {
        assertThat(answer).hasStatus3xxRedirection();
        return String.valueOf(answer.getResponse().getRedirectedUrl());
    }
}
