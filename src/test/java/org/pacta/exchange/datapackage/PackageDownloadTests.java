package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.test.PageTest;
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

    @Test
    void holdsAFileForEachTableAndTheDescriptor() throws IOException {
        MvcTestResult answer = mvc.get().uri("/data/pacta.zip").exchange();

        assertThat(answer).hasStatusOk().hasContentType("application/zip");
        assertThat(answer.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .isEqualTo("attachment; filename=\"pacta-revision-%d.zip\"".formatted(revision()));
        List<String> expected = new ArrayList<>(dictionary.registry().stream()
                .map(table -> table.name() + ".csv")
                .toList());
        expected.add("datapackage.json");
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
        Editions.Edition first = editions.newest();
        assertThat(editions.newest()).isEqualTo(first);

        database.sql(
                        "insert into revision (id, made_at, made_by, reason) values (nextval('revision_seq'), now(), 'ed', 'More')")
                .update();
        Editions.Edition second = editions.newest();

        assertThat(second.of().revision()).isEqualTo(revision());
        assertThat(first.file()).exists();
        assertThat(second.file()).exists().isNotEqualTo(first.file());
    }

    private long revision() {
        return database.sql("select max(id) from revision").query(Long.class).single();
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
