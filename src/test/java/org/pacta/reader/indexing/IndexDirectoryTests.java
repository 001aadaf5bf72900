package org.pacta.reader.indexing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.platform.form.RecordKind;

class IndexDirectoryTests {

    @TempDir
    Path data;

    @BeforeEach
    void writeAnIndex() throws IOException {
        new IndexDirectory(data, "ours").prepare();
        for (RecordKind kind : RecordKind.values()) {
            try (IndexWriter writer = new IndexWriter(
                    FSDirectory.open(data.resolve("search").resolve(kind.code())), new IndexWriterConfig())) {
                writer.commit();
            }
        }
    }

    @Test
    void keepsAnIndexThatWasNoted() {
        new IndexDirectory(data, "ours").note(7);

        assertThat(prepared().noted()).hasValue(7);
        assertThat(files()).isNotZero();
    }

    @Test
    void throwsAnUnfinishedIndexAway() {
        assertThat(prepared().noted()).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void throwsAnIndexOfOtherCodeAway() throws IOException {
        new IndexDirectory(data, "ours").note(7);
        Path note = data.resolve("search/note.properties");
        Files.writeString(note, Files.readString(note).replaceAll("mapping=.*", "mapping=another"));

        assertThat(prepared().noted()).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void throwsTheIndexOfAnotherDatabaseAway() {
        new IndexDirectory(data, "theirs").note(7);

        assertThat(prepared().noted()).isEmpty();
        assertThat(files()).isZero();
    }

    /** The fields of a document are laid down in a class within another. */
    @Test
    void knowsAllTheCodeThatWritesAnIndex() {
        assertThat(IndexNote.code())
                .extracting(Class::getSimpleName)
                .contains("RecordBinder", "Bridge", "PublishedOnly", "Simplified", "Filter", "Fields");
    }

    @Test
    void throwsADamagedIndexAway() throws IOException {
        new IndexDirectory(data, "ours").note(7);
        try (Stream<Path> files = Files.list(data.resolve("search/agreement"))) {
            Path segments = files.filter(file -> file.getFileName().toString().startsWith("segments"))
                    .findFirst()
                    .orElseThrow();
            Files.write(segments, new byte[] {1, 2, 3});
        }

        assertThat(prepared().noted()).isEmpty();
        assertThat(files()).isZero();
    }

    @Test
    void throwsAnIndexWithAPartMissingAway() throws IOException {
        new IndexDirectory(data, "ours").note(7);
        org.springframework.util.FileSystemUtils.deleteRecursively(data.resolve("search/person"));

        assertThat(prepared().noted()).isEmpty();
    }

    @Test
    void throwsAnIndexWithAnUnreadableNoteAway() throws IOException {
        Files.writeString(data.resolve("search/note.properties"), "mapping=\\uXYZ");

        assertThat(prepared().noted()).isEmpty();
    }

    private IndexDirectory prepared() {
        IndexDirectory directory = new IndexDirectory(data, "ours");
        directory.prepare();
        return directory;
    }

    private long files() {
        try (Stream<Path> files = Files.walk(data.resolve("search"))) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().startsWith("note"))
                    .count();
        } catch (IOException failed) {
            throw new java.io.UncheckedIOException(failed);
        }
    }
}
