package org.pacta.exchange.citation;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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
        assertThat(text(path + "/cite.txt"))
                .contains("Pacta, the registry of")
                .containsPattern(Pattern.quote(state) + "\\d+ ");
        assertThat(text(path + "/cite.bib")).startsWith("@online{pacta-").contains(state, "urldate = {");
        assertThat(text(path + "/cite.ris"))
                .matches("(?s)TY  - (ELEC|NEWS)\r\n.*")
                .contains(state)
                .endsWith("ER  - \r\n");
        JsonNode item = JsonMapper.shared().readTree(text(path + "/cite.json")).get(0);
        assertThat(item.get("note").stringValue() + item.get("URL").stringValue())
                .contains(state);
        for (String format : List.of("bib", "ris", "txt", "json")) {
            assertThat(get(path + "/cite." + format).getResponse().getHeader("Content-Disposition"))
                    .matches("attachment; filename=\"pacta-[a-z]+-\\d+-r\\d+\\." + format + "\"");
        }
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
    void citesASourceAsItselfAndPactaAsThePlaceWhereItWasFound() {
        long source = aSource("news_article", "2023-07-17");
        String path = "/sources/" + source;

        assertThat(text(path + "/cite.txt"))
                .startsWith(
                        "The Daily Gull. “Ten agreements & 5% more”. 2023-07-17. https://example.org/a%20b. Found in Pacta");
        assertThat(text(path + "/cite.bib"))
                .contains(
                        "author = {{The Daily Gull}}",
                        "title = {{Ten agreements \\& 5\\% more}}",
                        "date = {2023-07-17}",
                        "url = {https://example.org/a%20b}",
                        "note = {Found in Pacta");
        assertThat(text(path + "/cite.ris"))
                .contains(
                        "TY  - NEWS\r\n",
                        "AU  - The Daily Gull\r\n",
                        "DA  - 2023/07/17/\r\n",
                        "UR  - https://example.org/a%20b\r\n");
        JsonNode item = JsonMapper.shared().readTree(text(path + "/cite.json")).get(0);
        assertThat(item.get("type").stringValue()).isEqualTo("article-newspaper");
        assertThat(item.at("/issued/date-parts").toString()).isEqualTo("[[2023,7,17]]");
        assertThat(linked(path).at("/publisher/name").stringValue()).isEqualTo("The Daily Gull");
        assertThat(linked(path).get("datePublished").stringValue()).isEqualTo("2023-07-17");
        assertThat(linked(path).has("license")).isFalse();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            2023               | date = {2023}    | DA  - 2023///
            2023-07            | date = {2023-07} | DA  - 2023/07//
            [..2023-07-17]     |                  |
            2023-07-17/2023-07-19 |               |
            2023-33            |                  |
            """)
    void datesASourceOnlyAsReferenceManagersReadIt(String published, @Nullable String bib, @Nullable String ris) {
        String path = "/sources/" + aSource("press_release", published);

        if (bib == null) {
            assertThat(text(path + "/cite.bib")).doesNotContain("  date = ");
            assertThat(text(path + "/cite.ris")).doesNotContain("DA  - ", "PY  - ");
        } else {
            assertThat(text(path + "/cite.bib")).contains(bib);
            assertThat(text(path + "/cite.ris")).contains(ris + "\r\n");
        }
    }

    @Test
    void saysWhoTheAgreementIsBetweenAndWhichSourceSaysSo() {
        String agreement = database.sql("""
                        select id::text from agreement_line where day = '[2024-07-08..2024-07-12]' and json_array_length(party_list) > 1
                        order by id limit 1
                        """).query(String.class).single();
        String path = "/agreements/" + agreement;

        assertThat(text(path + "/cite.txt"))
                .contains("Parties: ", "Day: between 2024-07-08 and 2024-07-12", "According to “");
        assertThat(linked(path).get("temporalCoverage").stringValue()).isEqualTo("2024-07-08/2024-07-12");
        assertThat(linked(path).has("license")).isFalse();
    }

    @Test
    void tellsMachinesOfAMeetingAnOrganisationAndTheWholeDataSet() {
        JsonNode meeting = linked(database.sql(
                        "select path from record join meeting_line using (id) where record.kind = 'meeting' and meeting_line.ordinal > 0 and length(day) = 10 limit 1")
                .query(String.class)
                .single());
        assertThat(meeting.get("name").stringValue()).matches(".*, meeting \\d+");
        assertThat(meeting.at("/organizer/url").stringValue()).startsWith("http://localhost/councils/");
        assertThat(meeting.get("startDate").stringValue()).matches("\\d{4}-\\d\\d-\\d\\d");
        database.sql(
                        "insert into organisation_identifier (id, organisation_id, scheme, value) values (700001, 1, 'lei', 'X')")
                .update();
        assertThat(linked("/organisations/1").get("identifier").toString())
                .contains("\"propertyID\":\"lei\"", "\"value\":\"X\"");
        JsonNode data = linked("/data");
        assertThat(data.get("@type").stringValue()).isEqualTo("Dataset");
        assertThat(data.get("license").stringValue()).contains("creativecommons.org/licenses/by/4.0");
        assertThat(data.at("/distribution/0/contentUrl").stringValue()).isEqualTo("http://localhost/data/pacta.zip");
    }

    private long aSource(String kind, String published) {
        return database.sql("""
                        insert into source (id, title, publisher, url, language, kind, published_on, read_in_full, annex_missing)
                        values (700001, 'Ten agreements & 5% more', 'The Daily Gull', 'https://example.org/a%20b', 'en', :kind, :published, true, false)
                        returning id
                        """)
                .param("kind", kind)
                .param("published", published)
                .query(Long.class)
                .single();
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
        assertThat(get("/agreements/x/cite.bib")).hasStatus(HttpStatus.NOT_FOUND);
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
