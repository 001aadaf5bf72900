package org.pacta.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacta.test.TestDatabase;
import org.pacta.test.Threads;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.jdbc.support.JdbcTransactionManager;

/** The chain in a database of its own, where what is written stays. */
@ExtendWith(OutputCaptureExtension.class)
class AuditChainTests {

    private static final int WRITERS = 4;
    private static final int NOTES = 60;

    private JdbcConnectionDetails place;
    private DriverManagerDataSource source;
    private JdbcTemplate database;

    @BeforeEach
    void migrate() {
        place = TestDatabase.create();
        source = new DriverManagerDataSource(place.getJdbcUrl(), place.getUsername(), place.getPassword());
        Flyway.configure().dataSource(source).load().migrate();
        database = new JdbcTemplate(source);
    }

    @Test
    void severalInstancesKeepOneChainWhileOthersWrite() throws IOException, SQLException {
        AtomicBoolean isOver = new AtomicBoolean();
        List<CompletableFuture<Void>> instances = IntStream.range(0, 2)
                .mapToObj(i -> Threads.beside(() -> extend(isOver)))
                .toList();
        List<CompletableFuture<Void>> writers = IntStream.range(0, WRITERS)
                .mapToObj(i -> Threads.beside(() -> write(i)))
                .toList();

        writers.forEach(CompletableFuture::join);
        isOver.set(true);
        instances.forEach(CompletableFuture::join);

        assertThat(verify()).isEqualTo(new Verification.Result(WRITERS * NOTES, null, null));
        for (int writer = 0; writer < WRITERS; writer++) {
            assertThat(database.queryForList(
                            "select detail from audit_entry where account_id = ? order by position",
                            String.class,
                            writer))
                    .isEqualTo(
                            IntStream.range(0, NOTES).mapToObj(String::valueOf).toList());
        }
    }

    @Test
    void isOnlyAddedTo() {
        write(1);
        extend(new AtomicBoolean(true));

        for (String change :
                List.of("update audit_entry set detail = ''", "delete from audit_entry", "truncate audit_entry")) {
            assertThatExceptionOfType(DataAccessException.class)
                    .isThrownBy(() -> database.execute(change))
                    .withStackTraceContaining("The audit chain is only added to");
        }
    }

    @Test
    void theCommandSaysWhetherItIsWhole(CapturedOutput output) {
        write(1);
        extend(new AtomicBoolean(true));

        assertThat(command()).isZero();
        assertThat(output).contains("The audit chain is whole: 60 rows.");

        database.execute("alter table audit_entry disable trigger audit_entry_stays");
        database.execute("delete from audit_entry where position = 31");
        assertThat(command()).isOne();
        assertThat(output).contains("Row 31 of the audit chain does not fit: it is missing.");
    }

    private int command() {
        return AuditCommand.run(
                "--pacta.audit.verify",
                "--spring.datasource.url=" + place.getJdbcUrl(),
                "--spring.datasource.username=" + place.getUsername(),
                "--spring.datasource.password=" + place.getPassword());
    }

    private Verification.Result verify() throws IOException, SQLException {
        try (Connection connection = source.getConnection()) {
            return AuditCommand.verify(connection, new Heads(""));
        }
    }

    private void write(int writer) {
        AuditTrail trail = new AuditTrail(JdbcClient.create(source));
        IntStream.range(0, NOTES).forEach(i -> trail.note("exported", (long) writer, null, String.valueOf(i)));
    }

    /** Puts into the chain what waits, until there is no more to come. */
    private void extend(AtomicBoolean isOver) {
        AuditChain chain = new AuditChain(database, new JdbcTransactionManager(source));
        boolean isLast;
        do {
            isLast = isOver.get();
            Stream.generate(chain::extend).takeWhile(more -> more).count();
        } while (!isLast);
    }
}
