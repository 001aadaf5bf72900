package org.pacta.exchange.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PageTest
class CiteTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/agreements/{agreement}",
                "/projects/{project}",
                "/organisations/1",
                "/people/1",
                "/sources/{source}",
                "/places/singapore",
                "/councils/sci",
                "/councils/sci/meetings/4"
            })
    void citesTheStateOfARecord(String record) {
        String path = record.replace("{agreement}", id("agreement"))
                .replace("{project}", id("project"))
                .replace("{source}", id("source"));

        String state = "http://localhost" + path + "/history/";
        assertThat(text(path + "/cite.txt")).startsWith("Pacta").containsPattern(Pattern.quote(state) + "\\d+ ");
        assertThat(text(path + "/cite.bib")).startsWith("@misc{pacta-").contains("url = {" + state, "urldate = {");
        assertThat(text(path + "/cite.ris"))
                .startsWith("TY  - ELEC\r\n")
                .contains("UR  - " + state)
                .endsWith("ER  - \r\n");
        assertThat(text(path + "/cite")).contains(state, "BibTeX");
        assertThat(text(path))
                .contains(
                        "href=\"" + path + "/cite.bib\"",
                        "<meta property=\"og:url\" content=\"http://localhost" + path + "\">");
        assertThat(linked(path).get("url").stringValue()).isEqualTo("http://localhost" + path);
        assertThat(linked(path).get("name").stringValue()).isNotBlank();
    }

    @Test
    void namesTheRevisionInWhichTheRecordLastChanged() {
        long revision = database.sql("select max(rev) from agreement_aud where id = :id")
                .param("id", Long.valueOf(id("agreement")))
                .query(Long.class)
                .optional()
                .orElse(0L);

        assertThat(text("/agreements/" + id("agreement") + "/cite.txt")).contains("/history/" + revision + " ");
    }

    @Test
    void letsNoTitleOutOfItsPlace() {
        String title = "</script><script>alert(1)</script> \\ {a} & 50% \"q\"";
        database.sql("update agreement set title = :title where id = :id")
                .param("title", title)
                .param("id", Long.valueOf(id("agreement")))
                .update();
        String path = "/agreements/" + id("agreement");

        assertThat(text(path)).doesNotContain("<script>alert");
        assertThat(linked(path).get("name").stringValue()).isEqualTo(title);
        assertThat(text(path + "/cite")).doesNotContain("<script>alert");
        assertThat(text(path + "/cite.bib")).contains("\\textbackslash{} \\{a\\} \\& 50\\% \"q\"");
    }

    @Test
    void citesAChartAsItWasKnownToday() {
        assertThat(text("/dashboard/cite.txt?measure=projects"))
                .contains("http://localhost/dashboard?measure=projects&knownOn=20");
        assertThat(text("/dashboard?measure=projects")).contains("href=\"/dashboard/cite?measure=projects\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"cooperation", "coverage", "indicators"})
    void citesAPageOfNumbersWithItsRevision(String view) {
        assertThat(text("/dashboard/" + view)).contains("/dashboard/" + view + "/cite");
        assertThat(text("/dashboard/" + view + "/cite.txt"))
                .contains("Revision 1 of", "http://localhost/dashboard/" + view + " (accessed");
    }

    @Test
    void citesTheChartOfACouncilWhereItCanBeSeenAgain() {
        assertThat(text("/councils/sci"))
                .contains(
                        "href=\"/dashboard/cite?council=sci\"",
                        "href=\"/dashboard/cite?council=sci&amp;measure=projects\"");
    }

    @Test
    void knowsWhatIsNotThere() {
        assertThat(get("/agreements/999999/cite.bib")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/agreements/x/cite.bib")).hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(get("/agreements/1/cite.doc")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/councils/nowhere/cite")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void mapsEveryRecordOnce() {
        String index = text("/sitemap.xml");
        List<String> pages = new ArrayList<>();
        Pattern.compile("<loc>http://localhost(/sitemap/[a-z]+-\\d+\\.xml)</loc>")
                .matcher(index)
                .results()
                .forEach(part -> Pattern.compile("<loc>http://localhost([^<]+)</loc>")
                        .matcher(text(part.group(1)))
                        .results()
                        .forEach(page -> pages.add(page.group(1))));
        List<String> expected = database.sql(
                        "select path from record where kind not in ('figure', 'indicator', 'commitment')")
                .query(String.class)
                .list();

        assertThat(pages).containsExactlyInAnyOrderElementsOf(expected);
        assertThat(text("/robots.txt")).contains("Sitemap: http://localhost/sitemap.xml", "Disallow: /desk");
    }

    private JsonNode linked(String path) {
        String page = text(path);
        String start = "<script type=\"application/ld+json\">";
        int from = page.indexOf(start) + start.length();
        return JsonMapper.shared().readTree(page.substring(from, page.indexOf("</script>", from)));
    }

    private String id(String table) {
        return database.sql("select min(id)::text from " + table)
                .query(String.class)
                .single();
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).exchange();
    }

    private String text(String path) {
        MvcTestResult answer = get(path);
        assertThat(answer).as(path).hasStatusOk();
        return new String(answer.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
