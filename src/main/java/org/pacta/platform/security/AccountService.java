package org.pacta.platform.security;

import com.nulabinc.zxcvbn.Zxcvbn;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.secret.Secrets;
import org.pacta.platform.security.AccountController.AccountForm;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.ObjectOptimisticLockingFailureException;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.DelegatingPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Keeps the accounts, and notes each change with who made it. */
@Service
@Transactional
class AccountService {

    /** Characters. */
    private static final int SHORTEST = 12;

    private static final int LONGEST_BYTES = 72;

    /** A few hundred million, for which whoever has a hash of bcrypt needs years, and whoever has none more than a lifetime. */
    private static final double LEAST_GUESSES_LOG_10 = 8.5;

    private static final List<String> WORDS_OF_THE_PLACE = List.of(
            "pacta",
            "pactum",
            "registry",
            "council",
            "agreement",
            "memorandum",
            "singapore",
            "shanghai",
            "chongqing",
            "suzhou",
            "tianjin",
            "shenzhen",
            "guangdong",
            "zhejiang",
            "jiangsu",
            "liaoning",
            "shandong",
            "sichuan",
            "xinjiapo",
            "merlion");

    private final Accounts accounts;
    private final PasswordEncoder encoder;
    private final AccountEvents events;
    private final JdbcClient database;

    AccountService(Accounts accounts, PasswordEncoder encoder, AccountEvents events, JdbcClient database) {
        this.accounts = accounts;
        this.encoder = encoder;
        this.events = events;
        this.database = database;
    }

    /** A password made up for somebody else, told once and kept as a hash. */
    record Given(String name, String displayName, String password) {}

    /** The last active admin can be neither disabled nor lowered: nobody could let people in again. */
    static class LastAdminException extends RuntimeException {

        private final String displayName;

        LastAdminException(String displayName) {
            super("%s is the last active admin".formatted(displayName));
            this.displayName = displayName;
        }

        String displayName() {
            return displayName;
        }
    }

    /** Eighty random bits, in groups that can be read out. */
    static String newPassword() {
        return Secrets.madeUp(4);
    }

    /** How passwords are kept: by bcrypt, a quarter of a second each. */
    static PasswordEncoder encoder() {
        return new DelegatingPasswordEncoder("bcrypt", Map.of("bcrypt", new BCryptPasswordEncoder(12)));
    }

    /**
     * What is wrong with a password that somebody chooses, as the key of a message. It is to be long, not one of the commonest or put together
     * from them, from words of this place, names, years and rows of keys. Bcrypt looks at 72 bytes and no more.
     *
     * @param of what the account and its person are called
     */
    static Optional<String> fault(@Nullable String password, String... of) {
        if (password == null || password.codePointCount(0, password.length()) < SHORTEST) {
            return Optional.of("account.chosen.short");
        }
        if (password.getBytes(StandardCharsets.UTF_8).length > LONGEST_BYTES) {
            return Optional.of("account.chosen.long");
        }
        boolean isNamed = Arrays.stream(of).map(Account::key).anyMatch(Account.key(password)::contains);
        List<String> known = Stream.concat(WORDS_OF_THE_PLACE.stream(), Arrays.stream(of))
                .map(Account::key)
                .toList();
        boolean isEasy = Stream.of(password, password.replaceAll("[^\\p{L}\\p{N}]", ""))
                .anyMatch(each -> new Zxcvbn().measure(each, known).getGuessesLog10() < LEAST_GUESSES_LOG_10);
        return isNamed || isEasy ? Optional.of("account.chosen.easy") : Optional.empty();
    }

    Given add(AccountForm form, SignedIn by) {
        String password = newPassword();
        Account account =
                new Account(form.name(), form.displayName(), form.email(), form.role(), encoder.encode(password), true);
        accounts.saveAndFlush(account);
        note(account, by, "added", account.role());
        return new Given(account.name(), account.displayName(), password);
    }

    /** Adds an admin whose password is known to whoever starts Pacta, unless there is an account already. */
    boolean addFirstAdmin(String name, String displayName, String password, boolean mustChange) {
        Account account = new Account(name, displayName, null, Role.ADMIN, encoder.encode(password), mustChange);
        database.sql("lock table account in share row exclusive mode").update();
        if (anyExists()) {
            return false;
        }
        accounts.saveAndFlush(account);
        note(account, null, "added", Role.ADMIN);
        return true;
    }

    @Transactional(readOnly = true)
    boolean anyExists() {
        return database.sql("select exists (select from account)")
                .query(Boolean.class)
                .single();
    }

    void revise(long id, AccountForm form, SignedIn by) {
        Account account = get(id);
        if (!Objects.equals(form.version(), account.version())) {
            throw new ObjectOptimisticLockingFailureException(Account.class, id);
        }
        Role before = account.role();
        if (form.role() != Role.ADMIN) {
            keepAnAdmin(account);
        }
        account.revise(form.name(), form.displayName(), form.email(), form.role());
        accounts.saveAndFlush(account);
        if (account.role() == before) {
            note(account, by, "revised", null);
        } else {
            note(account, by, "role_changed", account.role());
        }
    }

    void disable(long id, SignedIn by) {
        Account account = get(id);
        if (account.isActive()) {
            keepAnAdmin(account);
            account.disable(Instant.now());
            endSessions(id, null);
            note(account, by, "disabled", null);
        }
    }

    void enable(long id, SignedIn by) {
        Account account = get(id);
        if (!account.isActive()) {
            account.enable();
            note(account, by, "enabled", null);
        }
    }

    /** Gives the account a new password, which its person has to replace, and ends its sessions. */
    Given resetPassword(long id, SignedIn by) {
        Account account = get(id);
        Given given = give(account);
        endSessions(id, null);
        note(account, by, "password_reset", null);
        return given;
    }

    /**
     * Gives the person the password they chose, and ends their other sessions.
     *
     * @param session that goes on
     * @return when the password was set; empty, and nothing done, when the current password is another
     */
    Optional<Instant> changePassword(SignedIn person, String current, String chosen, String session) {
        Account account = get(person.id());
        if (!encoder.matches(current, account.passwordHash())) {
            return Optional.empty();
        }
        account.open(encoder.encode(chosen), false);
        endSessions(person.id(), session);
        note(account, person, "password_changed", null);
        return Optional.of(account.passwordSetAt());
    }

    /** Ends all sessions of the person but the one at hand. */
    void endOtherSessions(SignedIn person, String session) {
        endSessions(person.id(), session);
    }

    /** Plain SQL, so that signing in does not count as a change of the account. */
    void signedIn(long id) {
        database.sql("update account set last_signed_in_at = now() where id = :id")
                .param("id", id)
                .update();
    }

    /** Keeps the same password by a slower hash, where it was kept by a faster one. */
    void keepSlower(long id, String before, String hash) {
        database.sql("update account set password_hash = :hash where id = :id and password_hash = :before")
                .param("id", id)
                .param("before", before)
                .param("hash", hash)
                .update();
    }

    private Account get(long id) {
        return accounts.findById(id).orElseThrow(() -> new NotFoundException("account", id));
    }

    private Given give(Account account) {
        String password = newPassword();
        account.open(encoder.encode(password), true);
        return new Given(account.name(), account.displayName(), password);
    }

    /** Locks the admins, so that of two who disable each other at once the second is refused. */
    private void keepAnAdmin(Account account) {
        long admins = database
                .sql("select id from account where role = 'admin' and disabled_since is null order by id for update")
                .query(Long.class)
                .list()
                .stream()
                .filter(id -> !id.equals(account.getId()))
                .count();
        if (account.isActiveAdmin() && admins == 0) {
            throw new LastAdminException(account.displayName());
        }
    }

    private void endSessions(long id, @Nullable String butFor) {
        database.sql("delete from spring_session where principal_name = :account and session_id is distinct from :kept")
                .param("account", String.valueOf(id))
                .param("kept", butFor)
                .update();
    }

    private void note(Account account, @Nullable SignedIn by, String what, @Nullable Role role) {
        events.note(account.getId(), by == null ? null : by.id(), what, role);
    }
}
