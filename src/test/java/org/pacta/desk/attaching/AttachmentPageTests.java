package org.pacta.desk.attaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpHeaders;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class AttachmentPageTests {

    private static final String PDF = "%PDF-1.7 Kingfisher harbour";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private StaffPages pages;

    @Autowired
    private JdbcClient jdbc;

    @Value("${pacta.documents-dir}")
    private Path store;

    private SignedIn editor;
    private SignedIn reviewer;

    @BeforeEach
    void hire() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Tan Mei");
    }

    @Test
    void isPublishedByAReviewerAndShownWithWhatItBelongsTo() {
        String correction = StaffPages.location(attach("/sources/1", "release.pdf", PDF));
        assertThat(pages.text(correction, reviewer))
                .contains("release.pdf", "Attached release.pdf", "Look at the file", "annex");
        assertThat(pages.post(correction + "/publication", editor)).hasStatus(403);

        String page = publish(correction);

        String hash = sha256();
        assertThat(read(page)).contains("release.pdf", "annex", "English", "3 May 2024", hash, "27 bytes");
        assertThat(read("/sources/1")).contains(page + "/file", "release.pdf", hash, "retrieved 3 May 2024");
        assertThat(read("/api/v1" + page)).contains(hash, "\"source\":1");
    }

    @Test
    void isAttachedToAnAgreementToo() {
        String page = publish(StaffPages.location(attach("/agreements/1", "text.pdf", PDF)));

        assertThat(read("/agreements/1")).contains(page, "text.pdf");
        assertThat(read(page)).contains("href=\"/agreements/1\"");
    }

    @Test
    void handsTheFileOutAsNoPageOfOurs() {
        String file = publish(StaffPages.location(
                        attach("/sources/1", "page.html", "<!doctype html><script>alert('Kingfisher')</script>")))
                + "/file";

        MvcTestResult answer = mvc.get().uri(file).exchange();

        assertThat(answer)
                .hasStatusOk()
                .hasContentType("text/html")
                .hasHeader("X-Content-Type-Options", "nosniff")
                .hasHeader("Content-Security-Policy", "sandbox; default-src 'none'")
                .hasHeader(HttpHeaders.ETAG, "\"" + sha256() + "\"");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment;")
                .contains("page.html");
        assertThat(StaffPages.body(answer)).contains("Kingfisher");
        assertThat(mvc.get().uri(file).header(HttpHeaders.IF_NONE_MATCH, "\"" + sha256() + "\""))
                .hasStatus(304);
        assertThat(mvc.get().uri(file).header(HttpHeaders.RANGE, "bytes=0-8"))
                .hasStatus(206)
                .bodyText()
                .isEqualTo("<!doctype");
    }

    @Test
    void tellsNoReaderOfAFileThatIsNotPublished() {
        attach("/sources/1", "kingfisher.pdf", PDF);
        String kept = "/desk/files/" + sha256();

        assertThat(read("/sources/1")).doesNotContain("kingfisher");
        assertThat(read("/api/v1/documents")).doesNotContain("kingfisher").contains("\"total\":0");
        assertThat(mvc.get().uri(kept)).hasStatus3xxRedirection();
        assertThat(pages.get(kept, reviewer))
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .bodyText()
                .isEqualTo(PDF);
        assertThat(pages.get("/desk/files/" + "0".repeat(64), reviewer)).hasStatus(404);
    }

    @Test
    void keepsAFileOnceThatIsAttachedTwice() {
        String first = publish(StaffPages.location(attach("/sources/1", "release.pdf", PDF)));
        String second = publish(StaffPages.location(attach("/agreements/1", "again.pdf", PDF)));

        assertThat(jdbc.sql("select count(*) from document_file")
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
        assertThat(read(first)).contains(sha256());
        assertThat(read(second)).contains(sha256());
    }

    @Test
    void namesAFileByWhatIsInItAndWithoutAPath() {
        String correction = StaffPages.location(attach("/sources/1", "C:\\papers\\rel\u202efdp.ease.txt", PDF));

        assertThat(pages.text(correction, editor))
                .contains("relfdp.ease.txt.pdf")
                .doesNotContain("papers", "\u202e");
    }

    @Test
    void keepsWhatWasTypedWhenTheFileIsRefused() {
        MvcTestResult refused = attach("/sources/1", "release.pdf", "MZ, a program");

        assertThat(refused).hasStatus(422);
        assertThat(StaffPages.body(refused)).contains("neither a PDF", "value=\"3 May 2024\"");
        assertThat(attach("/sources/1", "release.pdf", ""))
                .hasStatus(422)
                .bodyText()
                .contains("Choose a file");
        assertThat(jdbc.sql("select count(*) from document_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void isFoundByItsTextOnceItIsPublished() {
        String correction = StaffPages.location(attach(
                "/sources/1", "page.html", "<!doctype html><p>Kingfisher harbour<script>alert('Heron')</script>"));
        assertThat(read("/search/documents?q=kingfisher")).doesNotContain("page.html");

        String page = publish(correction);

        assertThat(read("/search/documents?q=kingfisher"))
                .contains(page + "/pages/1", "page.html", "<mark>Kingfisher</mark> harbour");
        assertThat(read("/search/documents?q=heron")).doesNotContain("page.html");
        assertThat(read(page + "/pages/1")).contains("Kingfisher harbour").doesNotContain("Heron");
    }

    @Test
    void isKeptThoughItsTextCannotBeRead() {
        String page = publish(StaffPages.location(attach("/sources/1", "release.pdf", PDF)));

        assertThat(read(page)).contains("The text could not be read from the file");
        assertThat(mvc.get().uri(page + "/pages/1")).hasStatus(404);
    }

    @Test
    void refusesAByteMoreThanIsKept() {
        byte[] large = new byte[50_000_001];
        byte[] head = PDF.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, large, 0, head.length);

        assertThat(attach("/sources/1", "large.pdf", large))
                .hasStatus(422)
                .bodyText()
                .contains("larger than 50 MB");
    }

    @Test
    void saysOfWhatIsTypedWrongOnTheNextPage() {
        String correction =
                StaffPages.location(attach("/sources/1", "release.pdf", PDF, Map.of("retrievedOn", "soon")));

        assertThat(pages.text(correction, editor)).contains("Retrieved");
        assertThat(pages.post(correction + "/submission", editor).getResponse().getStatus())
                .isLessThan(500);
        assertThat(read("/sources/1")).doesNotContain("release.pdf");
    }

    @Test
    void goesWithItselfAndWithAllThatItBelongsTo() {
        String page = publish(StaffPages.location(attach("/sources/1", "release.pdf", PDF)));
        jdbc.sql("update source set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = 1")
                .update();

        assertThat(mvc.get().uri(page)).hasStatus(410).bodyText().contains("Entered twice");
        assertThat(mvc.get().uri(page + "/file")).hasStatus(410);

        jdbc.sql("update source set withdrawn_on = null, withdrawal_reason = null where id = 1")
                .update();
        jdbc.sql("update document set withdrawn_on = now(), withdrawal_reason = 'Not ours to show'")
                .update();

        assertThat(mvc.get().uri(page + "/file")).hasStatus(410).bodyText().contains("Not ours to show");
        assertThat(read("/sources/1")).doesNotContain("release.pdf");
        assertThat(mvc.get().uri("/documents/999999/file")).hasStatus(404);
    }

    @Test
    void saysThatAFileIsMissing() throws IOException {
        String page = publish(StaffPages.location(attach("/sources/1", "release.pdf", PDF)));
        Files.delete(store.resolve(sha256().substring(0, 2)).resolve(sha256()));

        assertThat(read(page)).contains("The file cannot be read just now");
        assertThat(mvc.get().uri(page + "/file")).hasStatus(503).bodyText().contains("does not have it");
        assertThat(read("/actuator/health/documents")).contains("\"missing\":1", "\"status\":\"UP\"");
    }

    @Test
    void isOfSourcesAndAgreementsThatStand() {
        assertThat(attach("/sources/999999", "release.pdf", PDF)).hasStatus(404);
        assertThat(pages.get("/desk/sources/999999/documents", editor)).hasStatus(404);
        assertThat(pages.get("/desk/people/1/documents", editor)).hasStatus(404);
    }

    private MvcTestResult attach(String owner, String name, String content) {
        return attach(owner, name, content, Map.of("retrievedOn", "3 May 2024"));
    }

    private MvcTestResult attach(String owner, String name, byte[] content) {
        return attach(owner, name, content, Map.of("retrievedOn", "3 May 2024"));
    }

    private MvcTestResult attach(String owner, String name, String content, Map<String, String> more) {
        return attach(owner, name, content.getBytes(StandardCharsets.UTF_8), more);
    }

    private MvcTestResult attach(String owner, String name, byte[] content, Map<String, String> more) {
        var post = mvc.post()
                .uri("/desk" + owner + "/documents")
                .multipart()
                .file(new MockMultipartFile("file", name, "application/octet-stream", content))
                .param("kind", "annex")
                .param("language", "en")
                .param("note", "");
        more.forEach(post::param);
        return post.with(Staff.as(editor)).with(Staff.form()).exchange();
    }

    private String publish(String correction) {
        assertThat(pages.post(correction + "/submission", editor)).hasStatus3xxRedirection();
        return StaffPages.location(pages.post(correction + "/publication", reviewer));
    }

    private String sha256() {
        return jdbc.sql("select sha256 from document_file").query(String.class).single();
    }

    private String read(String path) {
        MvcTestResult answer = mvc.get().uri(path).exchange();
        assertThat(answer).hasStatusOk();
        return StaffPages.body(answer);
    }
}
