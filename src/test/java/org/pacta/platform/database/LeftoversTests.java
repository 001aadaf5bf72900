package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LeftoversTests {

    @TempDir
    private Path directory;

    private Path pidFile;

    @BeforeEach
    void namePidFile() {
        pidFile = directory.resolve("postmaster.pid");
    }

    @Test
    void recordNoProcessWithoutAPidFile() throws IOException {
        assertThat(new Leftovers(directory).recorded()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "not a number\n", "-1\n", "99999999999999999999\n", "2147483647\n/data\n"})
    void recordNoProcessWhereTheFileNamesNone(String content) throws IOException {
        Files.writeString(pidFile, content);

        assertThat(new Leftovers(directory).recorded()).isEmpty();
    }

    @Test
    void recordTheProcessOnTheFirstLine() throws IOException {
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n/data\n1795300000\n");

        assertThat(new Leftovers(directory).recorded()).contains(ProcessHandle.current());
    }

    @Test
    void forgetAPidFileWhoseNumberNowBelongsToAnotherProcess() throws IOException {
        Files.writeString(pidFile, ProcessHandle.current().pid() + "\n");

        new Leftovers(directory).clear(new Programs(directory));

        assertThat(pidFile).doesNotExist();
    }

    @Test
    void leaveThePidFileOfADeadServerToPostgres() throws IOException {
        Files.writeString(pidFile, "2147483647\n");

        new Leftovers(directory).clear(new Programs(directory));

        assertThat(pidFile).exists();
    }
}
