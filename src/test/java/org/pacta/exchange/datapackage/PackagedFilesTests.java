package org.pacta.exchange.datapackage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.platform.storage.FileStore;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class PackagedFilesTests {

    /** As sha256sum says of the five letters. */
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @Autowired
    private JdbcClient database;

    @TempDir
    private Path directory;

    private FileStore store;
    private PackagedFiles files;
    private DataPackage data;

    @BeforeEach
    void loadADocument() throws IOException {
        store = FileStore.in(directory.resolve("store"));
        files = new PackagedFiles(store, database);
        data = DataPackage.read(PackageFixture.shanghai(directory).descriptor());
        Files.createDirectory(directory.resolve("documents"));
        database.sql("""
                        insert into source (id, title, language, kind, read_in_full, annex_missing) values (4, 'Release', 'en', 'press_release', true, false);
                        insert into document (id, sha256, size, media_type, name, kind, source_id)
                        values (1, :sha256, 5, 'text/html', 'release.html', 'press_release', 4)
                        """).param("sha256", HELLO).update();
    }

    @Test
    void keepsTheFilesThatAPackageHas() throws IOException {
        Files.writeString(directory.resolve("documents").resolve(HELLO), "hello");

        files.load(data);
        files.load(data);

        assertThat(store.find(HELLO).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("hello");
        assertThat(database.sql("select concat_ws(' ', sha256, size, media_type) from document_file")
                        .query(String.class)
                        .list())
                .containsExactly(HELLO + " 5 text/html");
    }

    @Test
    void goesOnWithoutTheFilesThatItHasNot() throws IOException {
        files.load(data);

        assertThat(store.find(HELLO).exists()).isFalse();
        assertThat(database.sql("select count(*) from document_file")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void refusesAFileThatIsAnotherThanItIsCalled() throws IOException {
        Files.writeString(directory.resolve("documents").resolve(HELLO), "hallo");

        assertThatExceptionOfType(MalformedPackageException.class)
                .isThrownBy(() -> files.load(data))
                .withMessageContaining("has been changed");
    }
}
