package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DataDirectoryTests {

    @TempDir
    private Path parent;

    @Test
    void isCreatedForItsOwnerAlone() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent.resolve("new/data"))) {
            assertThat(permissions(parent.resolve("new/data"))).isEqualTo("rwx------");
            assertThat(permissions(data.directory("postgres"))).isEqualTo("rwx------");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwxr-xrwx"})
    void isRefusedWhereOthersMayWrite(String permissions) throws IOException {
        Path shared = Files.createDirectory(parent.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> DataDirectory.open(shared))
                .withMessage("The data directory %s can be written by other accounts of this machine.", shared)
                .satisfies(refusal -> assertThat(refusal.action()).contains("chmod 700"));
    }

    @Test
    void isRefusedWhereAFileIsInTheWay() throws IOException {
        Path file = Files.createFile(parent.resolve("file"));

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> DataDirectory.open(file))
                .withMessageContaining(file.toString());
    }

    @Test
    void belongsToOneApplicationAtATime() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent)) {
            assertThat(data).isNotNull();
            assertThatExceptionOfType(UnusableDataException.class)
                    .isThrownBy(() -> DataDirectory.open(parent))
                    .withMessage(
                            "The data directory %s is in use by another Pacta, process %d.",
                            parent.toRealPath(), ProcessHandle.current().pid());
        }

        DataDirectory.open(parent).close();
    }

    @Test
    void keepsASecretThatOnlyTheOwnerReads() throws IOException {
        try (DataDirectory data = DataDirectory.open(parent)) {
            String secret = Files.readString(data.secret("superuser.secret"));

            assertThat(secret).hasSize(43);
            assertThat(permissions(data.secret("superuser.secret"))).isEqualTo("rw-------");
            assertThat(data.secret("superuser.secret")).hasContent(secret);
            assertThat(data.secret("pacta.secret").toFile()).content().isNotEqualTo(secret);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
