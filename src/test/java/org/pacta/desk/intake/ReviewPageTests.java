package org.pacta.desk.intake;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class ReviewPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    EntityManager entities;

    private SignedIn lim;
    private String draft;

    @BeforeEach
    void begin() {
        lim = Staff.editor(jdbc, "Lim Wei");
        draft = post("/desk/drafts", "council", "sci").getResponse().getRedirectedUrl();
    }

    @Test
    void leadsFromAPastedTextToAcceptedLines() {
        assertThat(page(draft)).contains("Paste a text or choose a file", "name=\"words\"", "multipart/form-data");

        MvcTestResult pasted = post(draft + "/texts", "words", IntakeServiceTests.ANNEX);

        assertThat(pasted).hasStatus(HttpStatus.FOUND).hasRedirectedUrl(draft + "/review");
        assertThat(page(draft + "/review"))
                .contains("that are ready", "Tembusu Robotics Pte Ltd; Haiyue Automation Co., Ltd.")
                .containsPattern("class=\"used\"[^>]*>[^<]*Merlion Analytics")
                .as("what stands in fields is not said above them too")
                .doesNotContain(">Tembusu Robotics Pte Ltd; Haiyue Automation Co., Ltd.<");
        assertThat(page(draft)).contains("lines from a text wait to be looked through");

        post(draft + "/review/acceptance", "text", text());
        assertThat(page(draft)).contains("Raintree Foods Pte Ltd; Songjiang Cold Chain Co., Ltd.");
        assertThat(page(draft + "/review")).contains("accepted");
        post(draft + "/review/reversal");
        assertThat(page(draft)).doesNotContain("Raintree Foods Pte Ltd; Songjiang");
    }

    @Test
    void putsWhatIsReadOfTheMeetingIntoTheLineThatItHas() {
        post(draft + "/texts", "words", IntakeServiceTests.ANNEX);
        post(draft + "/review/acceptance", "text", text());

        assertThat(page(draft)).contains("value=\"2025-03-12\"").doesNotContain("Lines taken out");
        assertThat(page(draft + "/review")).contains("<span>12 March 2025</span>");
        assertThat(page(draft + "/check"))
                .containsPattern("(?s)Basics 1</strong>.*?Pasted text, row 1.*?<mark>[^<]*12 March 2025");
    }

    @Test
    void saysHowManyLinesWereAcceptedAndWhyTheOthersAreLeft() {
        post(draft + "/texts", "words", doubtful(3));

        post(draft + "/review/acceptance", "text", text());
        assertThat(told(draft + "/review/acceptance", "text", text()))
                .contains("No line was accepted.", "4 lines wait: 4 to be looked at");
        assertThat(told(draft + "/review/chosen/acceptance", "text", text()))
                .contains("No line was accepted.", "Tick lines first");
    }

    @Test
    void acceptsTheLinesThatAreTickedThoughTheyWereDoubtful() {
        post(draft + "/texts", "words", doubtful(3));
        String first = line("Kestrel 1 %");
        String second = line("Kestrel 2 %");
        String third = line("Kestrel 3 %");
        post(draft + "/lines", third + ".version", "0", third + ".signatories", "Kestrel 3 Pte Ltd");

        assertThat(page(draft + "/review"))
                .containsPattern("type=\"checkbox\" name=\"chosen\" form=\"chosen\" value=\"" + first + "\\.0\"");
        assertThat(told(
                        draft + "/review/chosen/acceptance",
                        "text",
                        text(),
                        "chosen",
                        first + ".0",
                        "chosen",
                        second + ".0",
                        "chosen",
                        third + ".0"))
                .contains("2 lines were accepted.", "Somebody has changed 1 of those ticked", "2 lines wait");
        assertThat(states()).isEqualTo("entered entered proposed");
        post(draft + "/review/reversal");
        assertThat(states()).as("one step, undone as one").isEqualTo("proposed proposed proposed");

        post(draft + "/review/chosen/omission", "text", text(), "chosen", first + ".2");
        assertThat(states()).isEqualTo("removed proposed proposed");
    }

    @Test
    void knowsTheTickedLinesOfItsOwnTextOnly() {
        post(draft + "/texts", "words", doubtful(1));
        String text = text();
        post(draft + "/texts", "words", "MOUs signed:\n- MOU with Merlion Robotics Pte Ltd on robots\n");

        assertThat(post(draft + "/review/chosen/acceptance", "text", text, "chosen", line("Merlion%") + ".0"))
                .hasStatus(HttpStatus.NOT_FOUND);
        for (String chosen : List.of("x", "1", "1.2.3", "1." + "9".repeat(20))) {
            assertThat(post(draft + "/review/chosen/acceptance", "text", text, "chosen", chosen))
                    .hasStatus(HttpStatus.BAD_REQUEST);
        }
    }

    @Test
    void showsFiftyLinesAtATimeHoweverManyThereAre() {
        post(draft + "/texts", "words", doubtful(120));

        String first = page(draft + "/review");
        assertThat(first)
                .contains("121 lines wait", "Page 1 of 3")
                .doesNotContain(".signatories\" value=\"Kestrel 70 ");
        assertThat(first.length()).isLessThan(650_000);
        assertThat(page(draft + "/review?page=3")).contains(".signatories\" value=\"Kestrel 120 ", "Page 3 of 3");
        assertThat(page(draft + "/review?ticked=true").split("name=\"chosen\"[^>]*checked"))
                .hasSize(51);
        assertThat(page(draft + "/review?line=" + line("Kestrel 70 %")))
                .contains("Page 2 of 3", ".signatories\" value=\"Kestrel 70 ");
        assertThat(page(draft + "/review?page=99")).contains("Page 3 of 3");
        jdbc.sql(
                        "update draft_line set state = 'removed' where state = 'proposed' and coalesce(typed ->> 'signatories', '') not like 'Kestrel 120 %'")
                .update();
        assertThat(page(draft + "/review")).as("begins where lines wait").contains("Page 3 of 3", "1 line waits");
    }

    @Test
    void findsANameToSettleOnThePageItself() {
        post(draft + "/texts", "words", doubtful(12));

        assertThat(page(draft + "/review?text=" + text() + "&find=Kestrel+12"))
                .contains("action=\"" + draft + "/review#names\"", "name=\"printed\" value=\"Kestrel 12 Pte Ltd\"")
                .doesNotContain("name=\"printed\" value=\"Kestrel 3 Pte Ltd\"");
    }

    private static String doubtful(int lines) {
        return IntStream.rangeClosed(1, lines)
                .mapToObj("- MOU with Kestrel %d Pte Ltd on robots of kind %<d"::formatted)
                .collect(Collectors.joining("\n", "MOUs signed:\n", "\n"));
    }

    private String states() {
        return jdbc.sql(
                        "select string_agg(state, ' ' order by id) from draft_line where typed ->> 'signatories' like 'Kestrel%'")
                .query(String.class)
                .single();
    }

    /** What the page says that a step leads to. */
    private String told(String path, String... parameters) {
        MvcTestResult done = post(path, parameters);
        var request = mvc.get().uri(done.getResponse().getRedirectedUrl()).with(Staff.as(lim));
        done.getMvcResult().getFlashMap().forEach(request::requestAttr);
        MvcTestResult shown = request.exchange();
        assertThat(shown).hasStatusOk();
        return new String(shown.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    @Test
    void countsThePassagesThatWereNotRead() {
        post(
                draft + "/texts",
                "words",
                "Both companies also signed an MOU.\n\nA pact of some kind is said to be near.\n\n"
                        + IntakeServiceTests.ANNEX);

        assertThat(page(draft + "/review"))
                .contains("Passages that speak of an agreement or project and were not read: 2", "not read");
        post(draft + "/review/omission", "text", text());
        assertThat(page(draft + "/review")).doesNotContain("and were not read: ");
    }

    @Test
    void acceptsALineAsItStandsOnThePage() {
        post(draft + "/texts", "words", IntakeServiceTests.ANNEX);
        String line = line("Raintree Foods%");

        MvcTestResult accepted = post(
                draft + "/review/" + line + "/acceptance",
                line + ".version",
                "0",
                line + ".participants",
                "Raintree Foods Pte Ltd",
                "text",
                text());

        assertThat(accepted).hasRedirectedUrl(draft + "/review?text=" + text());
        assertThat(jdbc.sql("select state || ' ' || (typed ->> 'participants') from draft_line where id = " + line)
                        .query(String.class)
                        .single())
                .isEqualTo("entered Raintree Foods Pte Ltd");
        assertThat(post(draft + "/review/" + line + "/acceptance")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void leadsBackToTheTextFromALineThatSomebodyElseHasChanged() {
        post(draft + "/texts", "words", IntakeServiceTests.ANNEX);
        String line = line("Raintree Foods%");
        post(draft + "/lines", line + ".version", "0", line + ".title", "Theirs");
        String acceptance = draft + "/review/" + line + "/acceptance";

        MvcTestResult late = post(acceptance, line + ".version", "0", line + ".title", "Mine", "text", text());

        assertThat(late)
                .hasStatus(HttpStatus.CONFLICT)
                .bodyText()
                .containsSubsequence("Theirs", "Mine", "action=\"" + acceptance + "\"", "_csrf")
                .contains("href=\"" + draft + "/review?text=" + text() + "\"");
    }

    @Test
    void saysInBothLanguagesWhyALineNeedsALook() {
        post(draft + "/texts", "words", "MOUs signed:\n- MOU with Tembusu Robotics Pte Ltd on robots\n");

        assertThat(page(draft + "/review")).contains("Only one participant was found: Tembusu Robotics Pte Ltd.");
        assertThat(page(draft + "/review", Locale.CHINESE)).contains("只找到一个参与方：Tembusu Robotics Pte Ltd。");
    }

    @Test
    void keepsWhatWasPastedWhenItIsRefused() {
        MvcTestResult refused = post(draft + "/texts", "words", "<b>" + "x".repeat(IntakeService.LONGEST));

        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(refused).bodyText().contains("longer than 200 kB", "&lt;b&gt;xxxx");
    }

    @Test
    void knowsTheTextsOfItsOwnDraftOnly() {
        post(draft + "/texts", "words", IntakeServiceTests.ANNEX);
        post(draft + "/texts", "words", "A second project was launched.");

        assertThat(page(draft + "/review?text=" + text())).contains("A second project was launched.");
        for (String other : List.of("0", "-1", "987654321")) {
            assertThat(mvc.get().uri(draft + "/review?text=" + other).with(Staff.as(lim)))
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void takesAFile() {
        assertThat(hand("C:\\annex.txt", IntakeServiceTests.ANNEX.getBytes(StandardCharsets.UTF_16)))
                .hasStatus(HttpStatus.FOUND);

        assertThat(jdbc.sql("select name from draft_text order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo("annex.txt");
        assertThat(page(draft + "/review")).contains("Merlion Analytics Pte Ltd");
    }

    @Test
    void takesAWordFileThatAnotherProcessReads() {
        assertThat(hand("annex.docx", Files.docx(Files.paragraph("On 2 March, Café 新加坡 signed an MOU."), Map.of())))
                .hasStatus(HttpStatus.FOUND);
        assertThat(jdbc.sql("select words from draft_text order by id desc limit 1")
                        .query(String.class)
                        .single())
                .contains("On 2 March, Café 新加坡 signed an MOU.");

        assertThat(hand("annex.docx", Files.zip(Map.of("annex.txt", Files.text("Annex")))))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("This kind of file is not read");
    }

    private MvcTestResult hand(String name, byte[] bytes) {
        MvcTestResult taken = mvc.post()
                .uri(draft + "/texts")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", bytes))
                .with(Staff.as(lim))
                .with(Staff.form())
                .exchange();
        entities.flush();
        return taken;
    }

    private MvcTestResult post(String path, String... parameters) {
        var request = mvc.post().uri(path).with(Staff.as(lim)).with(Staff.form());
        for (int i = 0; i < parameters.length; i += 2) {
            request = request.param(parameters[i], parameters[i + 1]);
        }
        MvcTestResult result = request.exchange();
        entities.flush();
        return result;
    }

    private String page(String path) {
        return page(path, Locale.ENGLISH);
    }

    private String page(String path, Locale locale) {
        try {
            MvcTestResult result =
                    mvc.get().uri(path).with(Staff.as(lim)).locale(locale).exchange();
            assertThat(result).hasStatusOk();
            return result.getResponse().getContentAsString(StandardCharsets.UTF_8);
        } catch (java.io.UnsupportedEncodingException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private String text() {
        return jdbc.sql("select max(id)::text from draft_text")
                .query(String.class)
                .single();
    }

    private String line(String participants) {
        return jdbc.sql(
                        "select id::text from draft_line where concat(typed ->> 'participants', typed ->> 'signatories') like :names order by id desc limit 1")
                .param("names", participants)
                .query(String.class)
                .single();
    }
}
