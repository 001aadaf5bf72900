package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** The tests share one data directory, and the server while they leave it running: making a new one takes seconds. */
class EmbeddedServerTests {

    private static final Duration END = Duration.ofSeconds(10);

    @TempDir
    private static Path directory;

    private static EmbeddedServer server;

    @BeforeEach
    void startTheServerUnlessItRuns() {
        if (server == null) {
            server = EmbeddedServer.start(directory);
        }
    }

    @AfterAll
    static void stop() throws IOException {
        if (server != null) {
            server.close();
            server = null;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"fsync", "synchronous_commit", "full_page_writes"})
    void losesNothingThatWasSaved(String setting) {
        assertThat(jdbc().sql("show " + setting).query(String.class).single()).isEqualTo("on");
    }

    @Test
    void isReachedFromThisMachineAlone() {
        assertThat(jdbc().sql("show listen_addresses").query(String.class).single())
                .isIn("localhost", "127.0.0.1");
    }

    @Test
    void givesTheApplicationAnOrdinaryRoleThatOwnsItsDatabase() {
        assertThat(jdbc().sql("""
                        select rolname, rolsuper, rolcreaterole, rolcreatedb, rolreplication, rolbypassrls
                        from pg_roles where rolname = current_user
                        """).query().singleRow())
                .containsEntry("rolname", "pacta")
                .doesNotContainValue(true);
        assertThat(jdbc().sql("select datdba::regrole::text from pg_database where datname = current_database()")
                        .query(String.class)
                        .single())
                .isEqualTo("pacta");
    }

    @ParameterizedTest
    @ValueSource(strings = {"pacta", "postgres"})
    void trustsNobodyWithoutThePassword(String user) {
        assertThatExceptionOfType(DataAccessException.class)
                .isThrownBy(() ->
                        jdbc(user, "wrong").sql("select 1").query(Integer.class).single())
                .withStackTraceContaining("password authentication failed for user \"%s\"".formatted(user));
    }

    @Test
    void findsSimilarChineseNames() {
        jdbc().sql("create extension if not exists pg_trgm").update();

        assertThat(jdbc().sql("select cardinality(show_trgm('上海'))")
                        .query(Integer.class)
                        .single())
                .isPositive();
        assertThat(jdbc().sql("select similarity('上海数据集团', '上海数据集团有限公司') > similarity('上海数据集团', '苏州工业园区')")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }

    @Test
    void isNotStartedTwice() {
        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> EmbeddedServer.start(directory))
                .withMessageContaining("in use by another Pacta");

        assertThat(jdbc().sql("select 1").query(Integer.class).single()).isOne();
    }

    @Test
    void keepsItsDataWhenItIsStopped() throws IOException {
        note("before the stop");
        ProcessHandle first = postmaster();

        stop();

        assertThat(first.onExit()).succeedsWithin(END);
        startTheServerUnlessItRuns();
        assertThat(noted("before the stop")).isTrue();
    }

    @Test
    void keepsWhatWasCommittedWhenPostgresIsKilled() throws IOException {
        note("before the kill");
        kill(postmaster());

        stop();

        startTheServerUnlessItRuns();
        assertThat(noted("before the kill")).isTrue();
    }

    @Test
    void takesOverFromAKilledApplication() throws IOException {
        stop();
        ProcessHandle orphan;
        try (ChildApplication killed = ChildApplication.start(Application.class, directory)) {
            orphan = postmaster();
            killed.kill();
        }
        assertThat(orphan.isAlive()).isTrue();

        startTheServerUnlessItRuns();

        assertThat(orphan.onExit()).succeedsWithin(END);
        assertThat(noted("by the killed application")).isTrue();
    }

    @Test
    void startsWhenItsNumberNowBelongsToAnotherProgram() throws IOException {
        note("before the number was reused");
        Path pidFile = directory.resolve("postgres/18/postmaster.pid");
        String written = Files.readString(pidFile);
        String number = String.valueOf(postmaster().pid());
        kill(postmaster());
        stop();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        try {
            Files.writeString(pidFile, written.replaceFirst(number, String.valueOf(stranger.pid())));

            startTheServerUnlessItRuns();

            assertThat(noted("before the number was reused")).isTrue();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }

    @Test
    void beginsAgainAfterAnInterruptedFirstStart(@TempDir Path interrupted) throws IOException {
        Path cluster = Files.createDirectories(interrupted.resolve("postgres/18"));
        Files.createDirectories(cluster.resolve("base/1"));
        Files.writeString(cluster.resolve("PG_VERSION"), "18\n");
        Files.writeString(cluster.resolve("postgresql.conf"), "");

        try (EmbeddedServer second = EmbeddedServer.start(interrupted)) {
            assertThat(second.jdbcUrl()).endsWith("/pacta");
        }
    }

    @Test
    void refusesTheDataOfAnotherVersion(@TempDir Path older) throws IOException {
        Path data = Files.createDirectories(older.resolve("postgres/17"));

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> EmbeddedServer.start(older))
                .withMessageContaining(older.toString())
                .withMessageContaining("PostgreSQL 17")
                .satisfies(refusal -> assertThat(refusal.action()).contains("backup"));
        assertThat(data).exists();
        assertThat(older.resolve("postgres/18")).doesNotExist();
    }

    private static void note(String text) {
        note(jdbc(), text);
    }

    private static void note(JdbcClient jdbc, String text) {
        jdbc.sql("create table if not exists note (text text not null)").update();
        jdbc.sql("insert into note values (?)").param(text).update();
    }

    private static boolean noted(String text) {
        return jdbc().sql("select exists (select from note where text = ?)")
                .param(text)
                .query(Boolean.class)
                .single();
    }

    private static JdbcClient jdbc() {
        return jdbc(server);
    }

    private static JdbcClient jdbc(EmbeddedServer server) {
        return jdbc(server, EmbeddedServer.ROLE, server.password());
    }

    private static JdbcClient jdbc(String user, String password) {
        return jdbc(server, user, password);
    }

    private static JdbcClient jdbc(EmbeddedServer server, String user, String password) {
        return JdbcClient.create(new DriverManagerDataSource(server.jdbcUrl(), user, password));
    }

    private static ProcessHandle postmaster() throws IOException {
        String number = Files.readAllLines(directory.resolve("postgres/18/postmaster.pid"))
                .get(0);
        return ProcessHandle.of(Long.parseLong(number.strip())).orElseThrow();
    }

    private static void kill(ProcessHandle process) {
        process.destroyForcibly();
        assertThat(process.onExit()).succeedsWithin(END);
    }

    /** Starts the server, saves something and waits to be killed. */
    static class Application {

        public static void main(String[] arguments) throws IOException {
            try (EmbeddedServer server = EmbeddedServer.start(Path.of(arguments[0]))) {
                note(jdbc(server), "by the killed application");
                ChildApplication.readyWith(server);
            }
        }
    }
}
