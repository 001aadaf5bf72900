package org.pacta.desk.translation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class TranslationPageTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffPages pages;

    @Autowired
    JdbcClient jdbc;

    private SignedIn editor;
    private SignedIn reviewer;
    private long agreement;

    @BeforeEach
    void hireStaff() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Tan Mei");
        agreement = jdbc.sql("""
                        update agreement set local_title = null, local_summary = null, translated = null, summary_translated = null
                        where id = (select min(id) from agreement_line where title is not null and council_slug is not null)
                        returning id
                        """).query(Long.class).single();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "agreements",
                "projects",
                "meetings",
                "councils",
                "organisations",
                "people",
                "places",
                "sources",
                "commitments",
                "indicators"
            })
    void showsEveryKindInBothLanguages(String kind) {
        for (String query : new String[] {"", "&all=true", "&council=sci&all=true"}) {
            assertThat(pages.get("/desk/translations?kind=" + kind + query, editor))
                    .hasStatusOk();
        }
    }

    @Test
    void beginsWithWhatLacksOneOfTheTwo() {
        long missing = jdbc.sql("""
                        select count(*) from agreement where withdrawn_on is null
                            and ((title is null) <> (local_title is null) or (summary is null) <> (local_summary is null))
                        """).query(Long.class).single();

        assertThat(pages.get("/desk/translations", editor))
                .bodyText()
                .contains("name=\"%d.localTitle\"".formatted(agreement), "Agreements " + missing);
        jdbc.sql(
                        "update agreement set local_title = '跨境贸易数据', local_summary = case when summary is not null then '摘要' end where id = :id")
                .param("id", agreement)
                .update();
        assertThat(pages.get("/desk/translations", editor))
                .bodyText()
                .doesNotContain("name=\"%d.localTitle\"".formatted(agreement));
        assertThat(pages.get("/desk/translations?all=true", editor))
                .bodyText()
                .contains("name=\"%d.localTitle\"".formatted(agreement), "跨境贸易数据");
    }

    @Test
    void putsWhatWasTypedIntoOneCorrectionAndMarksWhatIsOurs() {
        String title = jdbc.sql("select title from agreement where id = :id")
                .param("id", agreement)
                .query(String.class)
                .single();
        String correction = pages.post("/desk/translations", editor, sent(agreement, title, "跨境贸易数据", "local"))
                .getResponse()
                .getRedirectedUrl();

        assertThat(pages.get(correction, editor)).bodyText().contains("跨境贸易数据", "the Chinese wording", "Said in both");
        pages.post(correction + "/submission", editor, Map.of());
        assertThat(pages.post(correction + "/publication", reviewer, Map.of()))
                .hasRedirectedUrl("/agreements/" + agreement);

        assertThat(mvc.get().uri("/agreements/" + agreement))
                .bodyText()
                .containsPattern("跨境贸易数据</span>\\s*<span class=\"mark\">our translation");
        assertThat(mvc.get().uri("/agreements/" + agreement).header("Accept-Language", "zh-CN"))
                .bodyText()
                .containsPattern("跨境贸易数据</span></h1>\\s*<span class=\"mark\">编者翻译");
    }

    @ParameterizedTest
    @ValueSource(strings = {"place", "person", "organisation", "council"})
    void marksANameThatIsOurs(String kind) {
        Map<String, Object> record =
                jdbc.sql("""
                        update %1$s set translated = 'local' where id =
                            (select id from %1$s where local_name <> name and withdrawn_on is null order by id limit 1)
                        returning local_name, (select page from subject where subject.kind = :kind and subject.id = %1$s.id) as page
                        """.formatted(kind)).param("kind", kind).query().singleRow();

        assertThat(mvc.get().uri((String) record.get("page")))
                .bodyText()
                .containsPattern(Pattern.quote((String) record.get("local_name"))
                        + "</span>\\s*<span class=\"mark\">our translation");
    }

    @Test
    void leavesAloneWhatOthersHaveChangedSinceThePageWasMade() {
        Map<String, String> sent = sent(agreement, "As it stood", "跨境贸易数据", "");
        sent.put("was.%d.title".formatted(agreement), "As it stood");
        String before = jdbc.sql("select title from agreement where id = :id")
                .param("id", agreement)
                .query(String.class)
                .single();

        String correction =
                pages.post("/desk/translations", editor, sent).getResponse().getRedirectedUrl();

        assertThat(jdbc.sql("select typed ->> 'title' from correction order by id desc limit 1")
                        .query(String.class)
                        .single())
                .isEqualTo(before);
        assertThat(correction).startsWith("/desk/corrections/");
    }

    @Test
    void saysWhenNothingWasChangedAndRefusesWhatThePageDoesNotHave() {
        assertThat(pages.post("/desk/translations", editor, Map.of("kind", "agreements", "reason", "Said in Chinese")))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing was changed on the page.", "value=\"Said in Chinese\"");
        assertThat(pages.post(
                        "/desk/translations",
                        editor,
                        Map.of("reason", "Said", "1.status", "expired", "was.1.status", "signed")))
                .hasStatus(400);
        assertThat(pages.post("/desk/translations", editor, Map.of("reason", "Said", "1.title", "Without what it was")))
                .hasStatus(400);
        assertThat(pages.get("/desk/translations?kind=nothing", editor)).hasStatus(400);
        assertThat(pages.get("/desk/translations?page=999", editor)).hasStatus(404);
    }

    @Test
    void marksASummaryThatIsOurs() {
        jdbc.sql("update agreement set summary = 'To exchange trade data.', local_summary = null where id = :id")
                .param("id", agreement)
                .update();
        Map<String, String> sent = new LinkedHashMap<>(Map.of("kind", "agreements", "reason", "Said in both"));
        for (String[] field : new String[][] {{"localSummary", "交换贸易数据。"}, {"summaryTranslated", "local"}}) {
            sent.put("%d.%s".formatted(agreement, field[0]), field[1]);
            sent.put("was.%d.%s".formatted(agreement, field[0]), "");
        }

        String correction =
                pages.post("/desk/translations", editor, sent).getResponse().getRedirectedUrl();
        pages.post(correction + "/submission", editor, Map.of());
        pages.post(correction + "/publication", reviewer, Map.of());

        assertThat(mvc.get().uri("/agreements/" + agreement))
                .bodyText()
                .contains("To exchange trade data.</span>")
                .doesNotContain("our translation");
        assertThat(mvc.get().uri("/agreements/" + agreement).header("Accept-Language", "zh-CN"))
                .bodyText()
                .containsPattern("交换贸易数据。</span>\\s*<span class=\"mark\">编者翻译");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreement", "project", "meeting", "council"})
    void marksSummariesOfEveryKind(String kind) {
        long id = jdbc.sql("select min(id) from %s where withdrawn_on is null".formatted(kind))
                .query(Long.class)
                .single();
        jdbc.sql("""
                        update %s set summary = 'In short.', local_summary = '简而言之。', summary_translated = 'english' where id = :id
                        """.formatted(kind)).param("id", id).update();
        String path = jdbc.sql("select path from record where kind = :kind and id = :id")
                .param("kind", kind)
                .param("id", id)
                .query(String.class)
                .single();

        assertThat(mvc.get().uri(path))
                .bodyText()
                .containsPattern("In short.</span>\\s*<span class=\"mark\">our translation");
    }

    private static Map<String, String> sent(long agreement, String title, String localTitle, String translated) {
        Map<String, String> sent = new LinkedHashMap<>();
        sent.put("kind", "agreements");
        sent.put("reason", "Said in both");
        Map<String, String> typed = Map.of("title", title, "localTitle", localTitle, "translated", translated);
        Map<String, String> before = Map.of("title", title, "localTitle", "", "translated", "");
        typed.forEach((field, text) -> sent.put("%d.%s".formatted(agreement, field), text));
        before.forEach((field, text) -> sent.put("was.%d.%s".formatted(agreement, field), text));
        return sent;
    }
}
