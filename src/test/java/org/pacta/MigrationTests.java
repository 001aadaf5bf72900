package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** A migration that somebody's database has seen is never changed: {@code migrations.sha256} is what {@code sha256sum V*.sql} said of them. */
class MigrationTests {

    private static final Path MIGRATIONS = Path.of("db", "migration");

    @Test
    void landedMigrationsAreNeverChangedAndEachNewOneIsNoted() throws IOException {
        List<String> noted = Files.readAllLines(Path.of("src", "test", "resources", "migrations.sha256"));

        try (Stream<Path> files = Files.list(MIGRATIONS)) {
            assertThat(files.filter(file -> file.getFileName().toString().startsWith("V"))
                            .map(MigrationTests::sum)
                            .toList())
                    .as("cd db/migration; sha256sum V*.sql > ../../src/test/resources/migrations.sha256")
                    .containsExactlyInAnyOrderElementsOf(noted);
        }
    }

    private static String sum(Path file) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(Files.readAllBytes(file));
            return HexFormat.of().formatHex(digest) + "  " + file.getFileName();
        } catch (IOException | NoSuchAlgorithmException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
