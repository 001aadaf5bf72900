package org.pacta.exchange.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PageTest
class FeedPageTests {

    private static final String ATOM = "http://www.w3.org/2005/Atom";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private long agreement;

    @BeforeEach
    void reviseAnAgreement() {
        agreement = jdbc.sql(
                        "select min(agreement.id) from agreement join council on council.id = council_id where slug <> 'sci'")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into revision (id, made_at, made_by, reason) values (9001, '2026-11-20 10:00+08', 'Lim & Wei', 'Signed <again>')")
                .update();
        jdbc.sql("""
                        insert into agreement_citation_aud (id, agreement_id, source_id, rev, revtype) values (900001, :id, 1, 9001, 0)
                        """).param("id", agreement).update();
    }

    @Test
    void followsAllChangesTheLatestFirst() throws Exception {
        Document feed = parsed("/changes.atom");

        assertThat(texts(feed, "entry", "title")).hasSize(100);
        assertThat(texts(feed, "entry", "summary").get(0)).isEqualTo("Signed <again>");
        assertThat(texts(feed, "entry", "author").get(0)).isEqualTo("Lim & Wei");
        assertThat(texts(feed, "entry", "id"))
                .doesNotHaveDuplicates()
                .first()
                .isEqualTo("tag:pacta.localhost,2026:/agreements/%d/revision/9001".formatted(agreement));
        assertThat(texts(feed, "entry", "updated")).allSatisfy(OffsetDateTime::parse);
    }

    @Test
    void followsTheChangesOfOneCouncil() throws Exception {
        String council = jdbc.sql(
                        "select slug from council where id = (select council_id from agreement where id = :id)")
                .param("id", agreement)
                .query(String.class)
                .single();

        assertThat(texts(parsed("/councils/" + council + "/changes.atom"), "entry", "id")
                        .get(0))
                .endsWith("/revision/9001");
        assertThat(texts(parsed("/councils/sci/changes.atom"), "entry", "id"))
                .isNotEmpty()
                .noneMatch(id -> id.endsWith("/revision/9001"));
        assertThat(mvc.get().uri("/councils/nowhere/changes.atom")).hasStatus(404);
    }

    @Test
    void sendsNothingToWhoHasItAll() {
        MvcTestResult first = mvc.get().uri("/changes.atom").exchange();
        String etag = first.getResponse().getHeader("ETag");

        assertThat(etag).isNotBlank();
        assertThat(mvc.get().uri("/changes.atom").header("If-None-Match", etag)).hasStatus(304);
    }

    @Test
    void citesTheStateARecordIsIn() {
        String address = "http://localhost/agreements/%d/history/9001".formatted(agreement);

        assertThat(mvc.get().uri("/agreements/%d/cite".formatted(agreement)))
                .hasStatusOk()
                .bodyText()
                .contains(address);
        assertThat(mvc.get().uri("/agreements/%d/cite.txt".formatted(agreement)))
                .hasContentType("text/plain;charset=UTF-8")
                .bodyText()
                .contains("revision 9001, 20 November 2026", address);
        assertThat(mvc.get().uri("/agreements/%d/cite.bib".formatted(agreement)))
                .bodyText()
                .startsWith("@misc{pacta-agreement-%d-r9001,".formatted(agreement))
                .contains("url = {" + address + "}");
        assertThat(mvc.get().uri("/agreements/%d/cite.ris".formatted(agreement)))
                .bodyText()
                .startsWith("TY  - DATA\r\n")
                .endsWith("ER  - \r\n");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/councils/sci/cite",
                "/councils/sci/meetings/4/cite",
                "/councils/sci/meetings/4/cite.bib",
                "/places/shanghai/cite.ris",
                "/people/1/cite",
                "/sources/1/cite.txt",
                "/dashboard/cite?view=/dashboard%3Fcouncil%3Dsci"
            })
    void citesEveryKindOfRecordAndTheDashboard(String address) {
        assertThat(mvc.get().uri(java.net.URI.create(address))).hasStatusOk();
    }

    @Test
    void citesNoAddressElsewhere() {
        assertThat(mvc.get().uri("/dashboard/cite?view=//evil.example")).hasStatus(400);
    }

    @Test
    void listsEveryPageForSearchEngines() throws Exception {
        assertThat(texts(parsed("/sitemap.xml"), null, "loc")).containsExactly("http://localhost/sitemap-1.xml");
        List<String> pages = texts(parsed("/sitemap-1.xml"), null, "loc");
        assertThat(pages)
                .contains("http://localhost/councils/sci", "http://localhost/agreements/" + agreement)
                .doesNotHaveDuplicates();
        assertThat(mvc.get().uri("/sitemap-2.xml")).hasStatus(404);
        assertThat(mvc.get().uri("/robots.txt")).bodyText().contains("Sitemap: http://localhost/sitemap.xml");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/councils/sci",
                "/councils/sci/meetings/4",
                "/agreements/1",
                "/projects/1",
                "/organisations/1",
                "/people/1",
                "/places/shanghai",
                "/sources/1"
            })
    void everyRecordSaysWhatItIsToPrograms(String address) throws Exception {
        String page = mvc.get().uri(address).exchange().getResponse().getContentAsString();
        Matcher data = Pattern.compile("<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL)
                .matcher(page);

        assertThat(data.find()).isTrue();
        JsonNode read = JsonMapper.shared().readTree(data.group(1));
        assertThat(read.path("@id").asString()).isEqualTo("http://localhost" + address);
        assertThat(read.path("name").asString()).isNotBlank();
        assertThat(page).contains("<meta property=\"og:title\"");
    }

    private Document parsed(String address) throws Exception {
        byte[] xml = mvc.get().uri(address).exchange().getResponse().getContentAsByteArray();
        DocumentBuilderFactory parsers = DocumentBuilderFactory.newInstance();
        parsers.setNamespaceAware(true);
        return parsers.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
    }

    private static List<String> texts(Document document, String parent, String name) {
        NodeList found = document.getElementsByTagNameNS(parent == null ? "*" : ATOM, name);
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < found.getLength(); i++) {
            Element element = (Element) found.item(i);
            if (parent == null || element.getParentNode().getLocalName().equals(parent)) {
                texts.add(element.getTextContent());
            }
        }
        return texts;
    }
}
