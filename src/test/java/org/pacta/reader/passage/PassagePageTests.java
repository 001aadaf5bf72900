package org.pacta.reader.passage;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class PassagePageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void keepADocument() {
        jdbc.sql("""
                insert into document_file (sha256, size, media_type, pages) values (repeat('7', 64), 1, 'application/pdf', 2);
                insert into document_page (sha256, page, words) values
                    (repeat('7', 64), 1, 'Memorandum on Ports and shipping'), (repeat('7', 64), 2, E'双方在新加\\n坡签署备忘录, 100 % kingfisher');
                insert into document (id, sha256, size, media_type, name, kind, language, source_id)
                    values (700001, repeat('7', 64), 1, 'application/pdf', 'release.pdf', 'annex', 'en', 1);
                """).update();
    }

    @Test
    void findsThePageThatHasAllWords() {
        assertThat(found("ports MEMORANDUM"))
                .contains(
                        "/documents/700001/pages/1",
                        "<mark>Memorandum</mark> on <mark>Ports</mark>",
                        "release.pdf, page 1")
                .doesNotContain("/pages/2");
        assertThat(found("新加坡")).contains("/documents/700001/pages/2", "<mark>新加坡</mark>");
        assertThat(found("\"100 % king\"")).contains("/pages/2");
        assertThat(found("ports kingfisher")).contains("No page of a document has all of");
        assertThat(found("p_rts")).contains("No page of a document has all of");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "commitments|belt ROAD|to use the <mark>Belt</mark> and <mark>Road</mark>|/councils/ssccc/meetings/5#commitments",
                "commitments|\"Singapore-Shanghai\" goals|<mark>Goals</mark> named by the mayor|/councils/ssccc/meetings/5#commitments",
                "figures|sci projects 43|<mark>43</mark> <mark>projects</mark> to date|/councils/sci/meetings/4#figures",
                "figures|照原文 不在|None has all of|/search/figures",
                "indicators|zhejiang firms based|<mark>Zhejiang</mark> <mark>firms</mark> <mark>based</mark> in Singapore|/places/singapore#indicators"
            })
    void findsWhatIsSaidByItsWordsAndByWhatItIsAbout(String noun, String words, String shown, String path) {
        assertThat(body(mvc.get()
                        .uri("/search/{noun}", noun)
                        .queryParam("q", words)
                        .exchange()))
                .contains(shown, path);
    }

    @Test
    void looksThroughAllStatementsPageByPage() {
        assertThat(read("/search/commitments")).contains("/search/commitments?page=2");
        assertThat(mvc.get().uri("/search/commitments?page=99")).hasStatus(404);
        assertThat(mvc.get().uri("/search/commitments?page=0")).hasStatus(400);
        assertThat(mvc.get().uri("/search/targets")).hasStatus(404);
        assertThat(read("/search?q=ports"))
                .contains("/search/commitments?q=ports", "/search/figures?q=ports", "/search/indicators?q=ports");
    }

    @Test
    void saysNothingOfAWithdrawnStatement() {
        jdbc.sql("update commitment set withdrawn_on = now(), withdrawal_reason = 'Entered twice'")
                .update();

        assertThat(read("/search/commitments?q=mayor")).contains("None has all of");
    }

    @Test
    void findsNothingInWhatIsWithdrawnOrNotPublished() {
        jdbc.sql("update document set withdrawn_on = now(), withdrawal_reason = 'Not ours to show'")
                .update();
        assertThat(found("ports")).doesNotContain("release.pdf");

        jdbc.sql("update document set withdrawn_on = null, withdrawal_reason = null")
                .update();
        jdbc.sql("update source set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = 1")
                .update();
        assertThat(found("ports")).doesNotContain("release.pdf");
        assertThat(mvc.get().uri("/documents/700001/pages/1")).hasStatus(410);

        jdbc.sql("delete from document").update();
        assertThat(found("ports")).doesNotContain("release.pdf");
    }

    @Test
    void leadsFromOnePageToTheNext() {
        assertThat(read("/documents/700001/pages/1"))
                .contains("Memorandum on Ports and shipping", "Page 1 of 2", "/documents/700001/pages/2");
        assertThat(read("/documents/700001")).contains("/documents/700001/pages/1");
        assertThat(read("/sources/1")).contains("2 pages");
        assertThat(mvc.get().uri("/documents/700001/pages/3")).hasStatus(404);
        assertThat(mvc.get().uri("/documents/700001/pages/0")).hasStatus(404);
    }

    @Test
    void hasATabBesideTheRecordsFound() {
        assertThat(read("/search?q=ports")).contains("href=\"/search/documents?q=ports\"");
        assertThat(found("ports")).contains("href=\"/search?q=ports\"");
    }

    @Test
    void saysWhatKeepsItFromLooking() {
        assertThat(read("/search/documents")).contains("Pages are found that have all of these words");
        assertThat(found("?!")).contains("There is no word in that to look for");
        assertThat(mvc.get().uri("/search/documents?q=ports&page=2")).hasStatus(404);
        assertThat(mvc.get().uri("/search/documents?q=ports&page=0")).hasStatus(400);
    }

    private String found(String words) {
        return body(mvc.get().uri("/search/documents").queryParam("q", words).exchange());
    }

    private String read(String path) {
        return body(mvc.get().uri(path).exchange());
    }

    private static String body(MvcTestResult answer) {
        assertThat(answer).hasStatusOk();
        return StaffPages.body(answer);
    }
}
