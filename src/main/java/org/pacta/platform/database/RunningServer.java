package org.pacta.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** The server that another Pacta, which runs now, keeps in its data directory. */
record RunningServer(int port, String password) implements JdbcConnectionDetails {

    /** The line of the lock file of PostgreSQL that holds its port. */
    private static final int PORT_LINE = 3;

    /**
     * Looks the server up.
     *
     * @throws UnusableDataException if none runs there
     */
    static RunningServer in(Path directory) {
        Path postgres = directory.resolve("postgres").resolve(EmbeddedServer.MAJOR);
        try {
            if (new Leftovers(postgres).recorded().isPresent()) {
                String port = Files.readAllLines(postgres.resolve("postmaster.pid"))
                        .get(PORT_LINE)
                        .strip();
                String secret = Files.readString(directory.resolve(EmbeddedServer.ROLE + ".secret"));
                return new RunningServer(Integer.parseInt(port), secret);
            }
        } catch (IOException | RuntimeException unreadable) {
            throw nobody(directory, unreadable);
        }
        throw nobody(directory, null);
    }

    @Override
    public String getUsername() {
        return EmbeddedServer.ROLE;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return EmbeddedServer.jdbcUrl(port, EmbeddedServer.ROLE);
    }

    private static UnusableDataException nobody(Path directory, @Nullable Exception cause) {
        return new UnusableDataException(
                "No Pacta runs in the data directory %s."
                        .formatted(directory.toAbsolutePath().normalize()),
                "Start it first. If it runs elsewhere, name its directory in pacta.data-dir, or its PostgreSQL in"
                        + " SPRING_DATASOURCE_URL.",
                cause);
    }
}
