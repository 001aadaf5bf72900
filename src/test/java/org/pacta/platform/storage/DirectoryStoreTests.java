package org.pacta.platform.storage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.platform.storage.FileStore.Kept;

class DirectoryStoreTests {

    /** As sha256sum says of the five letters. */
    private static final String HELLO = "2cf24dba5fb0a30e26e83b2ac5b9e29e1b161e5c1fa7425e73043362938b9824";

    @TempDir
    Path above;

    private Path directory;
    private DirectoryStore store;

    @BeforeEach
    void open() {
        directory = above.resolve("data").resolve("documents");
        store = new DirectoryStore(directory);
    }

    @Test
    void keepsAFileOnceUnderItsSha256() throws IOException {
        assertThat(store.keep(content("hello"))).isEqualTo(new Kept(HELLO, 5));
        assertThat(store.keep(content("hello"))).isEqualTo(new Kept(HELLO, 5));

        assertThat(files()).containsExactly("2c/" + HELLO);
        assertThat(store.find(HELLO).getContentAsString(StandardCharsets.UTF_8)).isEqualTo("hello");
    }

    @Test
    void isForItsOwnerAlone() throws IOException {
        store.keep(content("hello"));

        for (Path each : List.of(directory, directory.resolve("2c"))) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void keepsAFileOnceThatComesManyTimesAtOnce() throws Exception {
        ExecutorService people = Executors.newFixedThreadPool(8);
        List<Callable<Kept>> uploads = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            uploads.add(() -> store.keep(content("hello")));
        }

        for (Future<Kept> kept : people.invokeAll(uploads)) {
            assertThat(kept.get().sha256()).isEqualTo(HELLO);
        }

        people.shutdown();
        assertThat(files()).containsExactly("2c/" + HELLO);
    }

    @Test
    void keepsNothingWhenTheDiskIsFull() throws IOException {
        DirectoryStore full = new DirectoryStore(directory) {
            @Override
            OutputStream open(FileChannel file) {
                return new OutputStream() {
                    @Override
                    public void write(int b) throws IOException {
                        throw new IOException("No space left on device");
                    }
                };
            }
        };

        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> full.keep(content("hello")));
        assertThat(files()).isEmpty();
    }

    @Test
    void keepsNothingOfAContentThatBreaksOff() {
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("Connection reset");
            }
        };

        assertThatExceptionOfType(IOException.class).isThrownBy(() -> store.keep(broken));
        assertThat(directory).isEmptyDirectory();
    }

    /** Another disk may belong there: what is written beside it would be gone when that is back. */
    @Test
    void makesNoDirectoryInPlaceOfOneThatIsAway() throws IOException {
        Files.delete(directory);

        assertThat(store.isThere()).isFalse();
        assertThatExceptionOfType(StoreFailure.class).isThrownBy(() -> store.keep(content("hello")));
        assertThat(directory).doesNotExist();
        assertThat(store.find(HELLO).exists()).isFalse();
    }

    @Test
    void beginsByDoingAwayWithWhatACrashLeft() throws IOException {
        Path left = Files.writeString(directory.resolve(".unfinished-1"), "hel");
        Path young = Files.writeString(directory.resolve(".unfinished-2"), "hel");
        Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        store.keep(content("hello"));

        store = new DirectoryStore(directory);

        assertThat(left).doesNotExist();
        assertThat(young).exists();
        assertThat(store.find(HELLO).exists()).isTrue();
    }

    @Test
    void removesAFileThatMayBeMissing() throws IOException {
        store.keep(content("hello"));

        store.remove(HELLO);
        store.remove(HELLO);

        assertThat(store.find(HELLO).exists()).isFalse();
    }

    @Test
    void findsNothingByANameThatIsNoSha256() {
        assertThatExceptionOfType(IllegalArgumentException.class).isThrownBy(() -> store.find("../pacta.secret"));
    }

    private static InputStream content(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
    }

    private List<String> files() throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(each -> directory.relativize(each).toString())
                    .collect(Collectors.toList());
        }
    }
}
