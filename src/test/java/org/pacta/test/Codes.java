package org.pacta.test;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.time.Instant;
import javax.crypto.spec.SecretKeySpec;
import org.pacta.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The app on the telephone of somebody. */
public final class Codes {

    private Codes() {}

    /** The code that it shows now. */
    public static String now(JdbcClient database, SignedIn person) {
        return at(database, person, Instant.now());
    }

    /** The code that it shows at some moment. */
    public static String at(JdbcClient database, SignedIn person, Instant moment) {
        byte[] secret = database.sql("select secret from authenticator where account_id = :account")
                .param("account", person.id())
                .query(byte[].class)
                .single();
        try {
            TimeBasedOneTimePasswordGenerator codes = new TimeBasedOneTimePasswordGenerator();
            return codes.generateOneTimePasswordString(new SecretKeySpec(secret, codes.getAlgorithm()), moment);
        } catch (InvalidKeyException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
