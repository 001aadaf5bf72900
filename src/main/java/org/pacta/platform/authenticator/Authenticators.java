package org.pacta.platform.authenticator;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.nio.charset.StandardCharsets;
import java.security.InvalidKeyException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import javax.crypto.spec.SecretKeySpec;
import org.apache.commons.codec.binary.Base32;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.secret.Secrets;
import org.pacta.platform.security.AccountEvents;
import org.pacta.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.web.util.UriUtils;

/** Which apps make codes for whom, and whether a code is one of theirs. */
@Service
@Transactional
class Authenticators {

    private static final int RECOVERY_CODES = 10;
    private static final int SECRET_BYTES = 20;

    private final TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
    private final JdbcClient database;
    private final AccountEvents events;

    Authenticators(JdbcClient database, AccountEvents events) {
        this.database = database;
        this.events = events;
    }

    /**
     * What somebody has.
     *
     * @param since when the first code was given; null where an app has been offered its secret and no code was given yet
     * @param left codes for recovery that were not used
     */
    record State(@Nullable Instant since, long left) {}

    /**
     * What an app needs to know.
     *
     * @param secret in Base32, in groups of four, to be typed
     * @param address {@code otpauth://totp/…}, to be read as a picture
     */
    record Offer(String secret, String address) {}

    @Transactional(readOnly = true)
    Optional<State> state(SignedIn person) {
        return database.sql("""
                        select since, (select count(*) from recovery_code where account_id = :account and used_at is null) as left_over
                        from authenticator where account_id = :account
                        """)
                .param("account", person.id())
                .query((row, n) -> new State(
                        row.getTimestamp("since") == null
                                ? null
                                : row.getTimestamp("since").toInstant(),
                        row.getLong("left_over")))
                .optional();
    }

    /** Makes up a secret for an app, unless codes are asked for already; nothing is asked for before one was given. */
    void begin(SignedIn person) {
        database.sql("""
                        insert into authenticator (account_id, secret) values (:account, :secret)
                        on conflict (account_id) do update set secret = excluded.secret, last_step = null where authenticator.since is null
                        """)
                .param("account", person.id())
                .param("secret", Secrets.bytes(SECRET_BYTES))
                .update();
    }

    /** What the app of somebody is to be told; empty once codes are asked for. */
    @Transactional(readOnly = true)
    Optional<Offer> offer(SignedIn person) {
        return database.sql("select secret from authenticator where account_id = :account and since is null")
                .param("account", person.id())
                .query(byte[].class)
                .optional()
                .map(secret -> new Base32().encodeToString(secret).replace("=", ""))
                .map(secret -> new Offer(
                        secret.replaceAll("(.{4})(?=.)", "$1 "),
                        "otpauth://totp/Pacta:%s?secret=%s&issuer=Pacta"
                                .formatted(UriUtils.encode(person.name(), StandardCharsets.UTF_8), secret)));
    }

    /**
     * Asks for codes from now on, once one was given.
     *
     * @return the codes for recovery, told this once; empty, and nothing done, where the code is another
     */
    Optional<List<String>> confirm(SignedIn person, String code) {
        if (step(person.id(), code, false).isEmpty()) {
            return Optional.empty();
        }
        database.sql("update authenticator set since = now() where account_id = :account")
                .param("account", person.id())
                .update();
        events.note(person, "authenticator_added");
        return Optional.of(renew(person.id()));
    }

    /**
     * Ten other codes for recovery in place of those there were.
     *
     * @return empty, and nothing done, where the code is another
     */
    Optional<List<String>> renewRecoveryCodes(SignedIn person, String code) {
        return step(person.id(), code, true).isPresent() ? Optional.of(renew(person.id())) : Optional.empty();
    }

    /** Whether the code is that of this half minute, the one before or the one after, or for recovery; each is taken once. */
    boolean takes(SignedIn person, String code) {
        if (step(person.id(), code, true).isPresent()) {
            return true;
        }
        boolean isForRecovery = database.sql("""
                                update recovery_code set used_at = now()
                                where account_id = :account and digest = :digest and used_at is null
                                """)
                        .param("account", person.id())
                        .param("digest", Secrets.digest(code.strip().toLowerCase(Locale.ROOT)))
                        .update()
                == 1;
        if (isForRecovery) {
            events.note(person, "recovery_code_used");
        }
        return isForRecovery;
    }

    /** Asks for no more codes; false, and nothing done, where the code is none of theirs. */
    boolean remove(SignedIn person, String code) {
        boolean isTaken = takes(person, code);
        if (isTaken) {
            forget(person.id());
            events.note(person, "authenticator_removed");
        }
        return isTaken;
    }

    /** Has somebody whose app is lost sign in by the password alone. */
    void removeFor(long account, SignedIn admin) {
        if (forget(account)) {
            events.note(account, admin.id(), "authenticator_removed", null);
        }
    }

    private boolean forget(long account) {
        database.sql("delete from recovery_code where account_id = :account")
                .param("account", account)
                .update();
        return database.sql("delete from authenticator where account_id = :account")
                        .param("account", account)
                        .update()
                == 1;
    }

    private List<String> renew(long account) {
        List<String> made =
                Stream.generate(() -> Secrets.madeUp(3)).limit(RECOVERY_CODES).toList();
        database.sql("delete from recovery_code where account_id = :account")
                .param("account", account)
                .update();
        made.forEach(code -> database.sql("insert into recovery_code (account_id, digest) values (:account, :digest)")
                .param("account", account)
                .param("digest", Secrets.digest(code))
                .update());
        return made;
    }

    /** The half minute of a code that was not taken before; two who send it at once do not both get in. */
    private Optional<Long> step(long account, String typed, boolean isAskedFor) {
        String code = typed.replaceAll("\\s", "");
        if (!code.matches("\\d{6}")) {
            return Optional.empty();
        }
        return database.sql(
                        "select secret from authenticator where account_id = :account and (since is not null) = :asked_for for update")
                .param("account", account)
                .param("asked_for", isAskedFor)
                .query(byte[].class)
                .optional()
                .flatMap(secret -> steps().boxed()
                        .filter(step -> code(secret, step).equals(code))
                        .filter(step -> database.sql("""
                                                update authenticator set last_step = :step
                                                where account_id = :account and (last_step is null or last_step < :step)
                                                """)
                                        .param("account", account)
                                        .param("step", step)
                                        .update()
                                == 1)
                        .findFirst());
    }

    private LongStream steps() {
        long now = Instant.now().getEpochSecond() / codes.getTimeStep().toSeconds();
        return LongStream.rangeClosed(now - 1, now + 1);
    }

    private String code(byte[] secret, long step) {
        try {
            return codes.generateOneTimePasswordString(
                    new SecretKeySpec(secret, codes.getAlgorithm()),
                    Instant.ofEpochSecond(step * codes.getTimeStep().toSeconds()));
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
