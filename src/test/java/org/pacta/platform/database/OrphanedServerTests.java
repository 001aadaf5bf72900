package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OrphanedServerTests {

    @TempDir
    private Path directory;

    @Test
    void thereIsNoneWithoutAPidFile() throws IOException {
        assertThat(OrphanedServer.of(directory)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "postgres\n", "-1\n", "0\n", "99999999999999999999\n", "12 34\n"})
    void thereIsNoneWhenThePidFileIsNonsense(String content) throws IOException {
        Files.writeString(directory.resolve("postmaster.pid"), content);

        assertThat(OrphanedServer.of(directory)).isEmpty();
    }

    @Test
    void thereIsNoneWhenTheNumberNowBelongsToAnotherProgram() throws IOException {
        Files.writeString(
                directory.resolve("postmaster.pid"),
                "%d%n%s%n".formatted(ProcessHandle.current().pid(), directory));

        assertThat(OrphanedServer.of(directory)).isEmpty();
    }

    @Test
    void thePidFileIsForgottenWhenItsNumberNowBelongsToAnotherProgram() throws IOException {
        Path pidFile = Files.writeString(
                directory.resolve("postmaster.pid"),
                String.valueOf(ProcessHandle.current().pid()));

        OrphanedServer.forgetStranger(directory);

        assertThat(pidFile).doesNotExist();
    }

    @Test
    void thePidFileOfADeadServerIsLeftToPostgres() throws IOException {
        Path pidFile = Files.writeString(directory.resolve("postmaster.pid"), "999999999");

        OrphanedServer.forgetStranger(directory);

        assertThat(pidFile).exists();
    }
}
