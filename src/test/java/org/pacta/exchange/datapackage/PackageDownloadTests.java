package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.pacta.exchange.datapackage.PackageWriter.Readers;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.storage.FileStore;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class PackageDownloadTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient database;

    @Autowired
    Dictionary dictionary;

    @Autowired
    Editions editions;

    @Autowired
    FileStore store;

    @Test
    void holdsAFileForEachTableAndTheDescriptor() throws IOException {
        MvcTestResult answer = mvc.get().uri("/data/pacta.zip").exchange();

        assertThat(answer).hasStatusOk().hasContentType("application/zip");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"pacta-revision-%d.zip\"".formatted(revision()));
        List<String> expected = new ArrayList<>(dictionary.registry().stream()
                .map(table -> table.name() + ".csv")
                .toList());
        expected.addAll(List.of("withdrawn.csv", "datapackage.json"));
        assertThat(names(answer)).isEqualTo(expected);
    }

    @Test
    void isNotSentAgainToSomebodyWhoHasIt() {
        String tag = mvc.get().uri("/data/pacta.zip").exchange().getResponse().getHeader(HttpHeaders.ETAG);

        assertThat(tag).startsWith("\"revision-%d-".formatted(revision()));
        assertThat(mvc.get().uri("/data/pacta.zip").header(HttpHeaders.IF_NONE_MATCH, tag))
                .hasStatus(HttpStatus.NOT_MODIFIED);
    }

    @Test
    void goesOnWhereADownloadBrokeOff() {
        assertThat(mvc.get().uri("/data/pacta.zip").header(HttpHeaders.RANGE, "bytes=100-199"))
                .hasStatus(HttpStatus.PARTIAL_CONTENT)
                .hasHeader(HttpHeaders.CONTENT_LENGTH, "100");
    }

    @Test
    void isWrittenOncePerRevisionAndLeavesTheOneBeforeToItsReaders() throws IOException {
        Editions.Edition first = editions.newest(Readers.EVERYBODY);
        assertThat(editions.newest(Readers.EVERYBODY)).isEqualTo(first);

        database.sql(
                        "insert into revision (id, made_at, made_by, reason) values (nextval('revision_seq'), now(), 'ed', 'More')")
                .update();
        Editions.Edition second = editions.newest(Readers.EVERYBODY);

        assertThat(second.of().revision()).isEqualTo(revision());
        assertThat(first.file()).exists();
        assertThat(second.file()).exists().isNotEqualTo(first.file());
    }

    @Test
    void holdsForStaffWhatWasWithdrawnAsWell() throws IOException {
        database.sql(
                        "update agreement set title = 'A canary', withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = 1")
                .update();
        database.sql(
                        "insert into revision (id, made_at, made_by, reason) values (nextval('revision_seq'), now(), 'ed', 'Withdrawn')")
                .update();
        SignedIn editor = Staff.editor(database, "Lim Wei");

        MvcTestResult forStaff =
                mvc.get().uri("/data/staff/pacta.zip").with(Staff.as(editor)).exchange();
        MvcTestResult forEverybody = mvc.get().uri("/data/pacta.zip").exchange();

        assertThat(forStaff)
                .hasStatusOk()
                .hasHeader(HttpHeaders.CACHE_CONTROL, "no-store")
                .doesNotContainHeader(HttpHeaders.ETAG);
        assertThat(text(forStaff, "agreement.csv")).contains("A canary");
        assertThat(text(forStaff, "withdrawn.csv")).isEqualTo("kind,record_id,withdrawn_on,reason\n");
        assertThat(text(forEverybody, "agreement.csv")).doesNotContain("A canary");
        assertThat(text(forEverybody, "withdrawn.csv")).contains("agreement,1,20", ",Entered twice\n");
    }

    @Test
    void holdsTheFilesOfDocumentsByChoice() throws IOException {
        String shown = document(1, "Kingfisher harbour");
        String hidden = document(2, "Heron harbour");
        database.sql("""
                        update document set withdrawn_on = now(), withdrawal_reason = 'Not ours to show' where id = 2;
                        insert into revision (id, made_at, made_by, reason) values (nextval('revision_seq'), now(), 'ed', 'More')
                        """).update();
        SignedIn editor = Staff.editor(database, "Lim Wei");

        MvcTestResult with = mvc.get().uri("/data/pacta-documents.zip").exchange();

        assertThat(names(with)).contains(shown).doesNotContain(hidden);
        assertThat(text(with, shown)).isEqualTo("Kingfisher harbour");
        assertThat(text(with, "datapackage.json")).contains("\"pacta:documents\"", shown);
        assertThat(text(with, "document.csv")).contains("Kingfisher.pdf").doesNotContain("Heron.pdf");
        assertThat(names(mvc.get().uri("/data/pacta.zip").exchange())).doesNotContain(shown);
        assertThat(names(mvc.get()
                        .uri("/data/staff/pacta-documents.zip")
                        .with(Staff.as(editor))
                        .exchange()))
                .contains(shown, hidden);
    }

    private String document(long id, String content) throws IOException {
        String sha256 = store.keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .sha256();
        database.sql("""
                        insert into document (id, sha256, size, media_type, name, kind, source_id)
                        values (:id, :sha256, :size, 'application/pdf', :name, 'annex', 1)
                        """)
                .param("id", id)
                .param("sha256", sha256)
                .param("size", content.length())
                .param("name", content.replaceFirst(" .*", ".pdf"))
                .update();
        return "documents/" + sha256;
    }

    private long revision() {
        return database.sql("select max(id) from revision").query(Long.class).single();
    }

    private static String text(MvcTestResult answer, String name) throws IOException {
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            ZipEntry entry = zip.getNextEntry();
            while (!entry.getName().equals(name)) {
                entry = zip.getNextEntry();
            }
            return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<String> names(MvcTestResult answer) throws IOException {
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip =
                new ZipInputStream(new ByteArrayInputStream(answer.getResponse().getContentAsByteArray()))) {
            for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                names.add(entry.getName());
            }
        }
        return names;
    }
}
