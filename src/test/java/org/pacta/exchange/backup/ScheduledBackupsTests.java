package org.pacta.exchange.backup;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.platform.storage.FileStore;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

@PageTest
@Transactional(propagation = Propagation.NEVER)
class ScheduledBackupsTests {

    private static final List<String> OLD = List.of("pacta-20260101T023000Z.zip", "pacta-20260102T023000Z.zip");

    @Autowired
    DataSource database;

    @Autowired
    FileStore store;

    @TempDir
    Path folder;

    @Test
    void keepsTheNewestOfItsOwn() throws Exception {
        for (String name : List.of(OLD.get(0), OLD.get(1), "pacta-by-hand.zip", "pacta-20250101T023000Z.zip.copy")) {
            Files.writeString(folder.resolve(name), name);
        }
        Files.writeString(folder.resolve(OLD.get(1) + ".77.unfinished"), "Half of it");

        ScheduledBackups backups = backups(folder, "");
        backups.make();

        List<String> names = names();
        assertThat(names)
                .hasSize(4)
                .doesNotContain(OLD.get(0))
                .contains(OLD.get(1), "pacta-by-hand.zip", "pacta-20250101T023000Z.zip.copy");
        String made = names.stream()
                .filter(name -> name.compareTo("pacta-2026060") > 0 && name.endsWith("Z.zip"))
                .findFirst()
                .orElseThrow();
        assertThat(Seal.isWhole(folder.resolve(made))).isTrue();
        assertThat(backups.health().getDetails()).isEqualTo(Map.of("kept", 2, "newest", made));
    }

    @Test
    void signsWithTheKey() throws Exception {
        Path key = folder.resolve("key.pem");
        CheckingKey checking = CheckingKey.in(Keys.pair(key).toString());
        Path directory = Files.createDirectory(folder.resolve("backups"));

        backups(directory, key.toString()).make();

        try (Stream<Path> made = Files.list(directory)) {
            assertThat(Seal.isSigned(made.findFirst().orElseThrow(), checking)).isTrue();
        }
    }

    @Test
    void saysWhatIsInTheWayAndLosesNothing() throws Exception {
        Files.writeString(folder.resolve(OLD.get(0)), "A backup");
        Files.writeString(folder.resolve(OLD.get(1)), "Another");

        ScheduledBackups backups = backups(folder, folder.resolve("no-key.pem").toString());
        backups.make();

        assertThat(names()).isEqualTo(OLD);
        assertThat(backups.health().getDetails().get("problem")).asString().contains("no-key.pem cannot be read");

        ScheduledBackups nowhere = backups(folder.resolve("away"), "");
        nowhere.make();
        assertThat(nowhere.health().getDetails())
                .containsEntry(
                        "problem", "Nothing can be written into the folder %s.".formatted(folder.resolve("away")))
                .containsKey("directory");
    }

    @Test
    void makesOneWhereTwoAreDueAtOnce() throws Exception {
        try (Connection other = database.getConnection();
                Statement lock = other.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtext('org.pacta.exchange.backup'), 0)");
            backups(folder, "").make();
            lock.execute("select pg_advisory_unlock(hashtext('org.pacta.exchange.backup'), 0)");
        }

        assertThat(names()).isEmpty();
    }

    private ScheduledBackups backups(Path directory, String key) {
        return new ScheduledBackups(database, store, "test", directory.toString(), 2, key);
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }
}
