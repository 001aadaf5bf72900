package org.pacta.platform.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;

/** A durable PostgreSQL server in the data directory, with one database that belongs to an ordinary role. */
final class EmbeddedServer implements JdbcConnectionDetails, AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(EmbeddedServer.class);
    static final String MAJOR = "18";

    /** The name of the role and of its database. */
    static final String ROLE = "pacta";

    private static final List<String> DURABLE = List.of("fsync", "synchronous_commit", "full_page_writes");

    private final DataDirectory data;
    private final Cluster cluster;
    private final int port;
    private final String password;

    private EmbeddedServer(DataDirectory data, Cluster cluster, int port, String password) {
        this.data = data;
        this.cluster = cluster;
        this.port = port;
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
                    "The PostgreSQL in %s does not start: %s".formatted(directory, failed.getMessage()),
                    "Look for the reason in postgres/server.log there, and see that the disk is not full. No data is deleted.",
                    failed);
        }
    }

    /** Uses the server of this directory where it runs already, and leaves it running; else starts it. */
    static JdbcConnectionDetails startOrJoin(Path directory) {
        try {
            RunningServer running = RunningServer.in(directory);
            DriverManager.getConnection(running.getJdbcUrl(), ROLE, running.password())
                    .close();
            return running;
        } catch (SQLException | RuntimeException notRunning) {
            log.debug("No server runs in {}", directory, notRunning);
            return start(directory);
        }
    }

    @Override
    public String getUsername() {
        return ROLE;
    }

    @Override
    public String getPassword() {
        return password;
    }

    @Override
    public String getJdbcUrl() {
        return jdbcUrl(port, ROLE);
    }

    /** Whether its process is gone; one that is there and does not answer may be recovering, and does so best by itself. */
    boolean hasDied() throws IOException {
        return !cluster.isServed();
    }

    /** Starts the server that has died, on the port that everybody knows. */
    void startAgain() throws IOException {
        cluster.start(port);
    }

    @Override
    public void close() throws IOException {
        try (data) {
            cluster.stop();
        }
    }

    private static EmbeddedServer start(DataDirectory data) throws IOException, SQLException {
        Path postgres = data.directory("postgres");
        refuseOtherVersions(postgres);
        Path superuserSecret = data.secret("superuser.secret");
        Cluster cluster = new Cluster(postgres.resolve(MAJOR), Programs.unpackInto(postgres.resolve("bin")));
        cluster.createWhereMissing(superuserSecret);
        EmbeddedServer server = new EmbeddedServer(
                data, cluster, cluster.start(Cluster.freePort()), Files.readString(data.secret(ROLE + ".secret")));
        try {
            server.prepareDatabase(Files.readString(superuserSecret));
            server.refuseUnlessDurable();
        } catch (SQLException | RuntimeException failed) {
            closeAfter(failed, cluster::stop);
            throw failed;
        }
        log.info("PostgreSQL {} runs in {} on port {}", MAJOR, cluster.directory(), server.port);
        return server;
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

    /** Leaves alone what is there already; the password is set each time, so a lost one does no harm. */
    private void prepareDatabase(String superuserPassword) throws SQLException {
        try (Connection superuser =
                        DriverManager.getConnection(jdbcUrl(port, "postgres"), Cluster.SUPERUSER, superuserPassword);
                Statement statement = superuser.createStatement()) {
            if (isMissing(statement, "select from pg_roles where rolname = '%s'".formatted(ROLE))) {
                statement.execute("create role %s login".formatted(ROLE));
            }
            statement.execute("alter role %s password '%s'".formatted(ROLE, password));
            if (isMissing(statement, "select from pg_database where datname = '%s'".formatted(ROLE))) {
                statement.execute("create database %1$s owner %1$s".formatted(ROLE));
            }
        }
    }

    private static boolean isMissing(Statement statement, String query) throws SQLException {
        try (ResultSet rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    /** Asks over the connection the application will use, since a setting may also hang on its role or database. */
    private void refuseUnlessDurable() throws SQLException {
        try (Connection connection = DriverManager.getConnection(getJdbcUrl(), ROLE, password);
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

    static String jdbcUrl(int port, String database) {
        return "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, database);
    }

    private static void closeAfter(Exception failed, AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception second) {
            failed.addSuppressed(second);
        }
    }
}
