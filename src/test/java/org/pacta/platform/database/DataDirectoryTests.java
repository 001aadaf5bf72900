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
    private Path temporary;

    @Test
    void isCreatedForItsOwnerAlone() throws IOException {
        Path directory = temporary.resolve("var/pacta");

        DataDirectory.open(directory).close();

        assertThat(permissions(directory)).isEqualTo("rwx------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"rwxrwx---", "rwx----w-"})
    void isRefusedWhenOthersMayWriteToIt(String permissions) throws IOException {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString(permissions));

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> DataDirectory.open(temporary))
                .withMessageContaining(temporary.toString())
                .withMessageContaining("other accounts")
                .satisfies(refusal -> assertThat(refusal.action()).contains("chmod 700"));
    }

    @Test
    void isRefusedWhenItIsAFile() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> DataDirectory.open(file))
                .withMessageContaining(file.toString());
    }

    @Test
    void isNotOpenedTwiceByOneApplication() throws IOException {
        try (DataDirectory first = DataDirectory.open(temporary)) {
            assertThat(first).isNotNull();
            assertThatExceptionOfType(UnusableDataException.class)
                    .isThrownBy(() -> DataDirectory.open(temporary))
                    .withMessageContaining(temporary.toString())
                    .withMessageContaining("process " + ProcessHandle.current().pid());
        }
    }

    @Test
    void isOpenToTheNextOnceClosed() throws IOException {
        DataDirectory.open(temporary).close();

        DataDirectory.open(temporary).close();
    }

    @Test
    void belongsToAnotherApplicationUntilThatDies() throws IOException {
        try (ChildApplication other = ChildApplication.start(Holder.class, temporary)) {
            assertThatExceptionOfType(UnusableDataException.class)
                    .isThrownBy(() -> DataDirectory.open(temporary))
                    .withMessageContaining(temporary.toString())
                    .withMessageContaining("process " + other.pid())
                    .satisfies(refusal -> assertThat(refusal.action()).contains("pacta.data-dir"));

            other.kill();

            DataDirectory.open(temporary).close();
        }
    }

    @Test
    void keepsASecretForItsOwnerAlone() throws IOException {
        String first = secret("one.secret");
        String again = secret("one.secret");

        assertThat(first).hasSizeGreaterThanOrEqualTo(43).isEqualTo(again);
        assertThat(permissions(temporary.resolve("one.secret"))).isEqualTo("rw-------");
    }

    @Test
    void givesEachSecretAnotherValue() throws IOException {
        assertThat(secret("one.secret")).isNotEqualTo(secret("another.secret"));
    }

    private String secret(String name) throws IOException {
        try (DataDirectory data = DataDirectory.open(temporary)) {
            return data.secret(name);
        }
    }

    private static String permissions(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }

    /** Holds the directory until it is killed. */
    static class Holder {

        public static void main(String[] arguments) throws IOException {
            try (DataDirectory data = DataDirectory.open(Path.of(arguments[0]))) {
                ChildApplication.readyWith(data);
            }
        }
    }
}
