package org.pacta.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.tuple;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.platform.security.AccountController.AccountForm;
import org.pacta.platform.security.AccountService.Given;
import org.pacta.platform.security.AccountService.LastAdminException;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.crypto.password.PasswordEncoder;

@DatabaseTest
class AccountServiceTests {

    @Autowired
    AccountService accounts;

    @Autowired
    AccountQueries registered;

    @Autowired
    PasswordEncoder encoder;

    @Autowired
    EntityManager entities;

    @Autowired
    JdbcClient database;

    private SignedIn tan;

    @BeforeEach
    void appointTheOnlyAdmin() {
        database.sql("update account set disabled_since = now()").update();
        tan = Staff.admin(database, "Tan Hui");
    }

    @Test
    void aNewAccountHasAPasswordToReplace() {
        Given given = accounts.add(form("Lim@Example.org", "  Lim Wei ", "Lim@Example.org", Role.EDITOR), tan);

        assertThat(given.name()).isEqualTo("lim@example.org");
        assertThat(given.password()).matches("(\\w{4}-){3}\\w{4}").isNotEqualTo(AccountService.newPassword());
        var credentials = registered.credentials("LIM@example.org").orElseThrow();
        assertThat(encoder.matches(given.password(), credentials.passwordHash()))
                .isTrue();
        assertThat(credentials.toString()).doesNotContain(credentials.passwordHash());
        assertThat(registered.person(credentials.id(), credentials.passwordSetAt(), false))
                .hasValue(new SignedIn(
                        credentials.id(), "lim@example.org", "Lim Wei", Role.EDITOR, SignedIn.Duty.CHANGE_PASSWORD));
        assertThat(registered.events(1))
                .extracting("account", "madeBy", "what", "role")
                .containsExactly(tuple("Lim Wei", "Tan Hui", "added", "editor"));
    }

    @ParameterizedTest
    @CsvSource({"TAN.HUI, , account_name_uk", "other, tan@example.org, account_email_uk"})
    void aNameAndAnAddressBelongToOnePerson(String name, String email, String constraint) {
        accounts.revise(tan.id(), form("tan.hui", "Tan Hui", "Tan@example.org", Role.ADMIN), tan);

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(() -> accounts.add(form(name, "Other", email, Role.EDITOR), tan))
                .withMessageContaining(constraint);
    }

    @Test
    void theLastActiveAdminStays() {
        SignedIn lim = Staff.reviewer(database, "Lim Wei");

        assertThatExceptionOfType(LastAdminException.class).isThrownBy(() -> accounts.disable(tan.id(), tan));
        assertThatExceptionOfType(LastAdminException.class)
                .isThrownBy(() -> accounts.revise(tan.id(), form("tan.hui", "Tan", null, Role.EDITOR), tan));

        accounts.revise(lim.id(), form("lim.wei", "Lim Wei", null, Role.ADMIN), tan);
        accounts.disable(tan.id(), tan);
        entities.flush();

        assertThatExceptionOfType(LastAdminException.class).isThrownBy(() -> accounts.disable(lim.id(), lim));
    }

    @Test
    void whatIsDoneIsNoted() {
        SignedIn lim = Staff.editor(database, "Lim Wei");
        accounts.revise(lim.id(), form("lim.wei", "Lim Wei Ling", null, Role.EDITOR), tan);
        accounts.revise(lim.id(), form("lim.wei", "Lim Wei Ling", null, Role.REVIEWER, 1), tan);
        accounts.resetPassword(lim.id(), tan);
        accounts.disable(lim.id(), tan);
        accounts.disable(lim.id(), tan);
        accounts.enable(lim.id(), tan);
        entities.flush();

        assertThat(registered.events(5))
                .extracting(AccountQueries.Event::what)
                .isEqualTo(List.of("enabled", "disabled", "password_reset", "role_changed", "revised"));
        assertThat(registered.events(5))
                .extracting(AccountQueries.Event::account)
                .containsOnly("Lim Wei Ling");
    }

    @Test
    void ofTwoAdminsAtOnceTheSecondNotices() {
        SignedIn lim = Staff.editor(database, "Lim Wei");
        accounts.revise(lim.id(), form("lim.wei", "Lim", null, Role.EDITOR), tan);

        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> accounts.revise(lim.id(), form("lim.wei", "Lim Wei", null, Role.EDITOR), tan));
    }

    @Test
    void thereIsOnlyOneFirstAdmin() {
        assertThat(accounts.addFirstAdmin("second", "Second", "river stone kettle", false))
                .isFalse();
    }

    @Test
    void aServiceMayVouchForActiveAccountsAlone() {
        accounts.revise(tan.id(), form("tan.hui", "Tan Hui", "tan@example.org", Role.ADMIN), tan);
        assertThat(registered.activeAccount("email", "Tan@Example.ORG")).hasValue(tan.id());
        assertThat(registered.person(tan.id(), null, false)).isPresent();

        Staff.admin(database, "Wong Mei");
        accounts.disable(tan.id(), tan);
        entities.flush();

        assertThat(registered.activeAccount("email", "tan@example.org")).isEmpty();
        assertThat(registered.person(tan.id(), null, false)).isEmpty();
    }

    private static AccountForm form(String name, String displayName, String email, Role role) {
        return form(name, displayName, email, role, 0);
    }

    private static AccountForm form(String name, String displayName, String email, Role role, int version) {
        return new AccountForm(name, displayName, email, role, version);
    }
}
