package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The command works on another connection, so its accounts are committed, and deleted after each test. */
@DatabaseTest
@ExtendWith(OutputCaptureExtension.class)
@Transactional(propagation = Propagation.NEVER)
class PasswordResetTests {

    @Autowired
    JdbcConnectionDetails connection;

    @Autowired
    JdbcClient database;

    @Autowired
    AccountQueries registered;

    @Autowired
    PasswordEncoder encoder;

    @AfterEach
    void leave() {
        Staff.leave(database);
    }

    @Test
    void printsANewPasswordThatHasToBeReplaced(CapturedOutput output) {
        SignedIn tan = Staff.admin(database, "Tan Hui");
        database.sql("""
                insert into spring_session (primary_id, session_id, creation_time, last_access_time, max_inactive_interval, expiry_time, principal_name)
                values ('a', 'b', 0, 0, 60, 0, ?)
                """).param(String.valueOf(tan.id())).update();

        int exitCode = run("Tan.Hui");

        assertThat(exitCode).isZero();
        String password = output.getOut()
                .replaceAll("(?s).*The new password of Tan.Hui is (\\S+)\\. It has to be replaced.*", "$1");
        var credentials = registered.credentials("tan.hui").orElseThrow();
        assertThat(encoder.matches(password, credentials.passwordHash())).isTrue();
        assertThat(registered.person(tan.id(), credentials.passwordSetAt(), false))
                .hasValueSatisfying(
                        person -> assertThat(person.mustChangePassword()).isTrue());
        assertThat(registered.events(1))
                .singleElement()
                .satisfies(event -> assertThat(event.what()).isEqualTo("password_reset"))
                .satisfies(event -> assertThat(event.madeBy()).isNull());
        assertThat(database.sql("select count(*) from spring_session")
                        .query(Long.class)
                        .single())
                .isZero();
    }

    @Test
    void saysWhenThereIsNoSuchAccount(CapturedOutput output) {
        assertThat(run("nobody")).isEqualTo(1);
        assertThat(output).contains("There is no account nobody.");
    }

    @Test
    void isAskedForByItsOptionAlone() {
        assertThat(PasswordReset.isAskedFor("--server.port=1", "--pacta.reset-password=tan"))
                .isTrue();
        assertThat(PasswordReset.isAskedFor("--server.port=1")).isFalse();
    }

    private int run(String name) {
        return PasswordReset.run(
                "--pacta.reset-password=" + name,
                "--spring.datasource.url=" + connection.getJdbcUrl(),
                "--spring.datasource.username=" + connection.getUsername(),
                "--spring.datasource.password=" + connection.getPassword());
    }
}
