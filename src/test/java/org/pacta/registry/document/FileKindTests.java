package org.pacta.registry.document;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FileKindTests {

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            PDF  | %PDF-1.7
            PDF  | a line before it %PDF-1.4
            HTML | <!DOCTYPE html><title>Release</title>
            HTML | <!-- saved from a page --> <html lang="zh">
            HTML | <?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml">
            HTML | <HTML><script>alert(1)</script>
                 | <svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>
                 | <htmlx>
                 | Only words, and <html> among them
                 | MZ
                 | GIF89a
                 | #!/bin/sh
            """)
    void isToldByWhatIsInTheFile(@Nullable FileKind kind, String content) throws IOException {
        assertThat(of(content.getBytes(StandardCharsets.UTF_8))).isEqualTo(Optional.ofNullable(kind));
    }

    @Test
    void readsAPageInOtherCharacters() throws IOException {
        assertThat(of("\ufeff<!doctype html>新闻".getBytes(StandardCharsets.UTF_16LE)))
                .contains(FileKind.HTML);
        assertThat(of("\ufeff<html>".getBytes(StandardCharsets.UTF_8))).contains(FileKind.HTML);
    }

    @Test
    void knowsPictures() throws IOException {
        assertThat(of(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0}))
                .contains(FileKind.PNG);
        assertThat(of(new byte[] {(byte) 0xff, (byte) 0xd8, (byte) 0xff, (byte) 0xe0}))
                .contains(FileKind.JPEG);
        assertThat(of(new byte[] {(byte) 0xff, (byte) 0xd8})).isEmpty();
    }

    @Test
    void keepsWordDocumentsWithoutMacrosAndNoOtherArchives() throws IOException {
        assertThat(zip("[Content_Types].xml", "word/document.xml")).contains(FileKind.WORD);
        assertThat(zip("word/document.xml", "word/vbaProject.bin")).isEmpty();
        assertThat(zip("xl/workbook.xml")).isEmpty();
        assertThat(of(new byte[] {'P', 'K', 3, 4, 0, 0})).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "PDF,release.pdf,release.pdf",
        "PDF,RELEASE.PDF,RELEASE.PDF",
        "HTML,release.pdf,release.pdf.html",
        "HTML,release.htm,release.htm",
        "JPEG,photo,photo.jpg",
        "JPEG,photo.jpeg,photo.jpeg",
        "WORD,pdf,pdf.docx"
    })
    void hasANameThatSaysWhatItIs(FileKind kind, String name, String named) {
        assertThat(kind.named(name)).isEqualTo(named);
    }

    private Optional<FileKind> of(byte[] content) throws IOException {
        return FileKind.of(Files.write(folder.resolve("file"), content));
    }

    private Optional<FileKind> zip(String... parts) throws IOException {
        Path file = folder.resolve("file.zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String part : parts) {
                zip.putNextEntry(new ZipEntry(part));
                zip.write('x');
                zip.closeEntry();
            }
        }
        return FileKind.of(file);
    }
}
