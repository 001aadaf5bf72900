package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class KeeperTests {

    @TempDir
    private static Path directory;

    @Test
    void startsTheServerAgainOnItsPortWhenItIsKilledWithAllItsSessions(CapturedOutput log) throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Lanes lanes = lanes(server);
                Keeper keeper = new Keeper(lanes, login(server), server)) {
            DataSource source = lanes.new Source();
            JdbcClient.create(source).sql("create table kept (id int)").update();
            JdbcClient.create(source).sql("insert into kept values (7)").update();

            for (int round = 0; round < 2; round++) {
                killAllProcesses();

                await().atMost(Duration.ofSeconds(20)).until(lanes::isAway);
                await().atMost(Duration.ofSeconds(60)).until(() -> !lanes.isAway());
                assertThat(JdbcClient.create(source)
                                .sql("select id from kept")
                                .query(Integer.class)
                                .single())
                        .isEqualTo(7);
            }
            assertThat(keeper).isNotNull();
        }
        assertThat(log).contains("has died; it is started again");
    }

    @Test
    void letsNobodyWaitForADatabaseThatIsAway() {
        Lanes.Login nobody = new Lanes.Login("jdbc:postgresql://127.0.0.1:9/pacta", "pacta", "secret");
        try (Lanes lanes = new Lanes(nobody, 4)) {
            lanes.goesAway();

            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(lanes.new Source()::getConnection)
                    .satisfies(failure -> assertThat(Outage.behind(failure)).contains(Outage.AWAY));
        }
    }

    @Test
    void givesEachLaneDeadlinesThatNoResetUndoes() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Lanes lanes = lanes(server)) {
            JdbcClient jdbc = JdbcClient.create(lanes.new Source());

            assertThat(Lane.PAGES.in(() -> setting(jdbc, "statement_timeout"))).isEqualTo("5s");
            assertThat(Lane.FILES.in(() -> setting(jdbc, "statement_timeout"))).isEqualTo("1min");
            assertThat(Lane.DESK.in(() -> setting(jdbc, "lock_timeout"))).isEqualTo("2s");
            assertThat(Lane.PAGES.in(() -> setting(jdbc, "idle_in_transaction_session_timeout")))
                    .isEqualTo("10s");
            assertThat(setting(jdbc, "statement_timeout")).isEqualTo("1h");
        }
    }

    /** Pages find a connection while every one of the desk is in use. */
    @Test
    void keepsTheLanesApart() throws Exception {
        try (EmbeddedServer server = EmbeddedServer.start(directory);
                Lanes lanes = lanes(server)) {
            DataSource source = lanes.new Source();
            List<AutoCloseable> taken = new ArrayList<>();
            Lane.DESK.enter();
            assertThatExceptionOfType(SQLException.class)
                    .isThrownBy(() -> {
                        for (int n = 0; n < 100; n++) {
                            taken.add(source.getConnection());
                        }
                    })
                    .satisfies(failure -> assertThat(Outage.behind(failure)).contains(Outage.BUSY));
            Lane.leave();

            Lane.PAGES.in(() -> setting(JdbcClient.create(source), "statement_timeout"));

            for (AutoCloseable each : taken) {
                each.close();
            }
        }
    }

    private static String setting(JdbcClient jdbc, String name) {
        jdbc.sql("reset all").update();
        return jdbc.sql("select current_setting('%s')".formatted(name))
                .query(String.class)
                .single();
    }

    private static void killAllProcesses() throws Exception {
        Path notes = directory.resolve("postgres/18/postmaster.pid");
        ProcessHandle postmaster = ProcessHandle.of(
                        Long.parseLong(Files.readAllLines(notes).get(0).strip()))
                .orElseThrow();
        List<ProcessHandle> all = new ArrayList<>(postmaster.descendants().toList());
        all.add(postmaster);
        all.forEach(ProcessHandle::destroyForcibly);
    }

    private static Lanes lanes(EmbeddedServer server) {
        return new Lanes(login(server), 4);
    }

    private static Lanes.Login login(EmbeddedServer server) {
        return new Lanes.Login(server.getJdbcUrl(), server.getUsername(), server.getPassword());
    }
}
