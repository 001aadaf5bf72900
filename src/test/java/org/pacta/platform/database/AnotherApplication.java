package org.pacta.platform.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;

/** An application of its own process that starts the server, saves one row, says so and then waits to be killed. */
record AnotherApplication(Process process) implements AutoCloseable {

    static AnotherApplication on(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherApplication.class.getName(),
                        directory.toString())
                .redirectErrorStream(true)
                .start();
        BufferedReader printed = process.inputReader(UTF_8);
        StringBuilder before = new StringBuilder();
        for (String line = printed.readLine(); !"saved".equals(line); line = printed.readLine()) {
            if (line == null) {
                throw new IOException("It ended before it saved anything: " + before);
            }
            before.append(line).append(System.lineSeparator());
        }
        return new AnotherApplication(process);
    }

    public static void main(String[] arguments) throws IOException, SQLException {
        EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]));
        try (Connection connection = EmbeddedServerTests.connect(server)) {
            EmbeddedServerTests.remember(connection, "saved before the kill");
        }
        System.out.println("saved");
        System.in.read();
    }

    /** Ends it as {@code kill -9} does. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
