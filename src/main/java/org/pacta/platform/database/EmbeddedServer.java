package org.pacta.platform.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.FileSystemUtils;

/** A durable PostgreSQL server in the data directory, with one database that belongs to an ordinary role. */
final class EmbeddedServer implements AutoCloseable {

    /** The name of the role, of its database and of the file with its secret. */
    static final String ROLE = "pacta";

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    private static final String MAJOR = "18";
    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");
    private static final Duration RECOVERY = Duration.ofMinutes(5);

    private final DataDirectory data;
    private final EmbeddedPostgres server;
    private final String password;

    private EmbeddedServer(DataDirectory data, EmbeddedPostgres server, String password) {
        this.data = data;
        this.server = server;
        this.password = password;
    }

    /**
     * Starts the server, after stopping one that an earlier run left behind, and creates the database the first time.
     *
     * @throws UnusableDataException if the directory cannot be used or the server is not durable
     */
    static EmbeddedServer start(Path directory) {
        DataDirectory data = DataDirectory.open(directory);
        try {
            return start(data);
        } catch (IOException | SQLException | RuntimeException failed) {
            closeAfter(failed, data);
            if (failed instanceof UnusableDataException known) {
                throw known;
            }
            throw new UnusableDataException(
                    "The embedded PostgreSQL in %s does not start: %s.".formatted(directory, failed.getMessage()),
                    "Read the lines above. The data is left as it was.",
                    failed);
        }
    }

    String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(server.getPort(), ROLE);
    }

    String password() {
        return password;
    }

    @Override
    public void close() throws IOException {
        server.close();
        data.close();
    }

    private static EmbeddedServer start(DataDirectory data) throws IOException, SQLException {
        Path postgres = data.resolve("postgres");
        Files.createDirectories(postgres);
        refuseOtherVersions(postgres);
        Path directory = postgres.resolve(MAJOR);
        Path complete = postgres.resolve(MAJOR + ".complete");
        OrphanedServer.of(directory).ifPresent(OrphanedServer::stop);
        OrphanedServer.forgetStranger(directory);
        if (Files.notExists(complete)) {
            FileSystemUtils.deleteRecursively(directory);
        }
        String superuser = data.secret("superuser.secret");
        String password = data.secret(ROLE + ".secret");
        EmbeddedPostgres server = builder(data, directory, superuser).start();
        try {
            DataSource administration = server.getDatabase("postgres", "postgres", Map.of("password", superuser));
            refuseUnlessDurable(administration);
            if (Files.notExists(complete)) {
                createDatabase(administration, password);
                Files.createFile(complete);
            }
        } catch (IOException | SQLException | RuntimeException failed) {
            closeAfter(failed, server);
            throw failed;
        }
        log.info("PostgreSQL {} runs in {} on port {}", MAJOR, directory, server.getPort());
        return new EmbeddedServer(data, server, password);
    }

    private static EmbeddedPostgres.Builder builder(DataDirectory data, Path directory, String superuser) {
        return EmbeddedPostgres.builder()
                .setDataDirectory(directory)
                .setCleanDataDirectory(false)
                .setOverrideWorkingDirectory(
                        data.resolve("postgres").resolve("bin").toFile())
                .setRegisterShutdownHook(false)
                .setPGStartupWait(RECOVERY)
                .setServerConfig("fsync", "on")
                .setServerConfig("synchronous_commit", "on")
                .setServerConfig("full_page_writes", "on")
                .setServerConfig("max_connections", "100")
                .setServerConfig("unix_socket_directories", "")
                .setLocaleConfig("locale-provider", "builtin")
                .setLocaleConfig("builtin-locale", "C.UTF-8")
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("auth-local", "scram-sha-256")
                .setLocaleConfig("pwfile", data.resolve("superuser.secret").toString())
                .setConnectConfig("password", superuser);
    }

    private static void refuseOtherVersions(Path postgres) throws IOException {
        try (Stream<Path> entries = Files.list(postgres)) {
            entries.map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> name.matches("\\d+") && !name.equals(MAJOR))
                    .findFirst()
                    .ifPresent(other -> {
                        throw new UnusableDataException(
                                "The data in %s was written by PostgreSQL %s, and this Pacta brings PostgreSQL %s."
                                        .formatted(postgres, other, MAJOR),
                                "Take a backup with the Pacta that wrote it, and restore it into a new data directory.");
                    });
        }
    }

    private static void refuseUnlessDurable(DataSource administration) throws SQLException {
        try (Connection connection = administration.getConnection();
                Statement statement = connection.createStatement()) {
            for (String setting : DURABLE) {
                try (ResultSet row = statement.executeQuery("show " + setting)) {
                    row.next();
                    if (!row.getString(1).equals("on")) {
                        throw new UnusableDataException(
                                "The embedded PostgreSQL runs with %s = %s and could lose what was saved."
                                        .formatted(setting, row.getString(1)),
                                "Take that setting out of its configuration.");
                    }
                }
            }
        }
    }

    private static void createDatabase(DataSource administration, String password) throws SQLException {
        try (Connection connection = administration.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("create role %s login password '%s'".formatted(ROLE, password));
            statement.execute("create database %1$s owner %1$s".formatted(ROLE));
        }
    }

    private static void closeAfter(Exception failed, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception second) {
            failed.addSuppressed(second);
        }
    }
}
