package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** All tests share one data directory, since unpacking and initialising a server costs more than starting it. */
class EmbeddedServerTests {

    @TempDir
    private static Path directory;

    @Test
    void isDurable() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Connection connection = connect(server)) {
            assertThat(value(connection, "show fsync")).isEqualTo("on");
            assertThat(value(connection, "show synchronous_commit")).isEqualTo("on");
            assertThat(value(connection, "show full_page_writes")).isEqualTo("on");
        }
    }

    @Test
    void givesTheApplicationAnOrdinaryRoleThatOwnsItsDatabase() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Connection connection = connect(server)) {
            assertThat(value(connection, "select current_user || ' in ' || current_database()"))
                    .isEqualTo("pacta in pacta");
            assertThat(value(
                            connection,
                            "select rolsuper or rolcreaterole or rolcreatedb from pg_roles"
                                    + " where rolname = current_user"))
                    .isEqualTo("f");
            assertThat(value(
                            connection,
                            "select datdba::regrole::text from pg_database" + " where datname = current_database()"))
                    .isEqualTo("pacta");
        }
    }

    @Test
    void isJoinedByACommandWhereItRuns() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            JdbcConnectionDetails joined = EmbeddedServer.startOrJoin(directory);

            assertThat(joined).isNotInstanceOf(AutoCloseable.class);
            assertThat(joined.getJdbcUrl()).isEqualTo(server.getJdbcUrl());
            assertThat(joined.getPassword()).isEqualTo(server.getPassword());
        }
        JdbcConnectionDetails started = EmbeddedServer.startOrJoin(directory);
        assertThat(started).isInstanceOf(EmbeddedServer.class);
        ((EmbeddedServer) started).close();
    }

    @Test
    void isFoundByACommandBesideIt() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            RunningServer found = RunningServer.in(directory);

            assertThat(found.getJdbcUrl()).isEqualTo(server.getJdbcUrl());
            DriverManager.getConnection(found.getJdbcUrl(), found.getUsername(), found.getPassword())
                    .close();
        }
        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> RunningServer.in(directory))
                .withMessageContaining("No Pacta runs in the data directory " + directory);
    }

    @Test
    void findsTrigramsInChinese() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Connection connection = connect(server)) {
            database(connection).sql("create extension if not exists pg_trgm").update();

            assertThat(value(connection, "select cardinality(show_trgm('上海')) > 0"))
                    .isEqualTo("t");
        }
    }

    @ParameterizedTest
    @CsvSource({"pacta, pacta, wrong", "postgres, postgres, ''", "postgres, postgres, postgres"})
    void letsNobodyInWithoutThePassword(String database, String role, String password) throws IOException {
        try (EmbeddedServer server = EmbeddedServer.start(directory)) {
            String url = server.getJdbcUrl().replaceFirst("pacta$", database);

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() ->
                            DriverManager.getConnection(url, role, password).close())
                    .withMessageContaining("password");
        }
    }

    @Test
    void keepsWhatWasSavedWhenItIsStartedAgain() throws IOException, SQLException {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Connection connection = connect(server)) {
            remember(connection, "saved before the stop");
        }

        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Connection connection = connect(server)) {
            assertThat(remembers(connection, "saved before the stop")).isTrue();
        }
    }

    @Test
    void startsWhereTheNumberOfTheLastServerIsNowAnotherProcess() throws IOException {
        EmbeddedServer.start(directory).close();
        Files.writeString(
                directory.resolve("postgres/18/postmaster.pid"),
                "%d%n%s%n".formatted(ProcessHandle.current().pid(), directory.resolve("postgres/18")));

        EmbeddedServer.start(directory).close();
    }

    @Test
    void clearsAwayAHalfMadeCluster() throws IOException {
        EmbeddedServer.start(directory).close();
        Path half = Files.createDirectories(directory.resolve("postgres/18.new-4711/base"));

        EmbeddedServer.start(directory).close();

        assertThat(half).doesNotExist();
    }

    @Test
    void refusesADirectoryThatALivingApplicationUses() throws IOException {
        try (AnotherApplication living = AnotherApplication.on(directory)) {
            assertThatExceptionOfType(UnusableDataException.class)
                    .isThrownBy(() -> EmbeddedServer.start(directory))
                    .withMessage(
                            "The data directory %s is in use by another Pacta, process %d.",
                            directory.toRealPath(), living.process().pid());
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void takesOverFromAKilledApplication(boolean postgresKilledToo) throws IOException, SQLException {
        AnotherApplication.on(directory).close();
        Leftovers leftovers = new Leftovers(directory.resolve("postgres/18"));
        ProcessHandle orphan = leftovers.recorded().orElseThrow();
        if (postgresKilledToo) {
            orphan.destroyForcibly();
        }

        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Connection connection = connect(server)) {
            assertThat(leftovers.recorded()).isPresent().isNotEqualTo(Optional.of(orphan));
            assertThat(remembers(connection, "saved before the kill")).isTrue();
        }
    }

    @Test
    void saysAtOnceWhyItDoesNotStart() throws IOException {
        EmbeddedServer.start(directory).close();
        Path settings = directory.resolve("postgres/18/postgresql.auto.conf");
        String right = Files.readString(settings);
        Files.writeString(settings, "shared_preload_libraries = 'no_such_library'");

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> EmbeddedServer.start(directory))
                .withMessageContaining(directory.toString())
                .withMessageContaining("no_such_library");

        Files.writeString(settings, right);
        EmbeddedServer.start(directory).close();
    }

    @Test
    void refusesTheDataOfAnotherVersion(@TempDir Path older) throws IOException {
        Files.createDirectories(older.resolve("postgres/17"));

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> EmbeddedServer.start(older))
                .withMessageContaining("PostgreSQL 17")
                .withMessageContaining(older.toString());
    }

    static Connection connect(EmbeddedServer server) throws SQLException {
        return DriverManager.getConnection(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }

    static void remember(Connection connection, String what) {
        JdbcClient database = database(connection);
        database.sql("create table if not exists memory (what text not null)").update();
        database.sql("insert into memory values (?)").param(what).update();
    }

    private static boolean remembers(Connection connection, String what) {
        return value(connection, "select count(*) > 0 from memory where what = '%s'".formatted(what))
                .equals("t");
    }

    private static String value(Connection connection, String query) {
        return database(connection)
                .sql(query)
                .query((row, number) -> row.getString(1))
                .single();
    }

    private static JdbcClient database(Connection connection) {
        return JdbcClient.create(new SingleConnectionDataSource(connection, true));
    }
}
