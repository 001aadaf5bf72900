package org.pacta.platform.authenticator;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.apache.commons.codec.binary.Base32;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.Codes;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class AuthenticatorsTests {

    /** Appendix B of RFC 6238 has the key {@code 12345678901234567890}; of its eight digits an app shows the last six. */
    private static final byte[] KEY_OF_THE_RFC = "12345678901234567890".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    JdbcClient database;

    @Autowired
    Authenticators authenticators;

    private SignedIn lim;

    @BeforeEach
    void hire() {
        lim = Staff.editor(database, "Lim Wei");
    }

    @Test
    void codesAreThoseOfTheRfc() {
        keep(KEY_OF_THE_RFC);

        assertThat(List.of(59L, 1_111_111_109L, 1_234_567_890L, 2_000_000_000L, 20_000_000_000L))
                .extracting(second -> Codes.at(database, lim, Instant.ofEpochSecond(second)))
                .containsExactly("287082", "081804", "005924", "279037", "353130");
        assertThat(authenticators.offer(lim).orElseThrow().secret().replace(" ", ""))
                .isEqualTo(new Base32().encodeToString(KEY_OF_THE_RFC));
    }

    @Test
    void nothingIsAskedForBeforeACodeWasGiven() {
        authenticators.begin(lim);

        assertThat(authenticators.state(lim).orElseThrow().since()).isNull();
        assertThat(authenticators.takes(lim, Codes.now(database, lim))).isFalse();
        assertThat(authenticators.confirm(lim, "000 00")).isEmpty();
        assertThat(authenticators.confirm(lim, spaced(Codes.now(database, lim))).orElseThrow())
                .hasSize(10)
                .doesNotHaveDuplicates();
        assertThat(authenticators.state(lim).orElseThrow().since()).isNotNull();
        assertThat(authenticators.offer(lim)).as("shown once").isEmpty();
    }

    @Test
    void aCodeIsTakenOnceAndNoneBeforeIt() {
        add();
        Instant now = Instant.now();
        String next = Codes.at(database, lim, now.plusSeconds(30));

        assertThat(authenticators.takes(lim, Codes.at(database, lim, now)))
                .as("it confirmed the app")
                .isFalse();
        assertThat(authenticators.takes(lim, next)).isTrue();
        assertThat(authenticators.takes(lim, next)).isFalse();
        assertThat(authenticators.takes(lim, Codes.at(database, lim, now.plusSeconds(300))))
                .isFalse();
    }

    @Test
    void aCodeForRecoveryIsTakenOnceHoweverItIsTyped() {
        List<String> codes = add();

        assertThat(authenticators.takes(lim, " " + codes.get(3).toUpperCase(Locale.ROOT)))
                .isTrue();
        assertThat(authenticators.takes(lim, codes.get(3))).isFalse();
        assertThat(authenticators.takes(Staff.editor(database, "Tan Hui"), codes.get(4)))
                .isFalse();
        assertThat(authenticators.state(lim).orElseThrow().left()).isEqualTo(9);
        assertThat(database.sql("select digest from recovery_code")
                        .query(String.class)
                        .list())
                .doesNotContainAnyElementsOf(codes);
    }

    @Test
    void otherCodesForRecoveryReplaceThoseThereWere() {
        List<String> before = add();

        List<String> after = authenticators
                .renewRecoveryCodes(lim, Codes.at(database, lim, Instant.now().plusSeconds(30)))
                .orElseThrow();

        assertThat(after).hasSize(10).doesNotContainAnyElementsOf(before);
        assertThat(authenticators.takes(lim, before.get(0))).isFalse();
        assertThat(authenticators.takes(lim, after.get(0))).isTrue();
        assertThat(authenticators.renewRecoveryCodes(lim, after.get(1)))
                .as("takes a code of the app")
                .isEmpty();
    }

    @Test
    void whoTakesItAwayGivesACodeAndAnAdminGivesNone() {
        List<String> codes = add();
        SignedIn tan = Staff.admin(database, "Tan Hui");

        assertThat(authenticators.remove(lim, "111111")).isFalse();
        assertThat(authenticators.remove(lim, codes.get(0))).isTrue();
        assertThat(authenticators.state(lim)).isEmpty();
        add();
        authenticators.removeFor(lim.id(), tan);
        assertThat(authenticators.state(lim)).isEmpty();
        assertThat(events())
                .containsExactly(
                        "authenticator_added",
                        "recovery_code_used",
                        "authenticator_removed",
                        "authenticator_added",
                        "authenticator_removed");
    }

    @Test
    void aSecretInUseIsNotReplaced() {
        add();
        byte[] before = secret();

        authenticators.begin(lim);

        assertThat(secret()).isEqualTo(before);
    }

    private List<String> add() {
        authenticators.begin(lim);
        return authenticators.confirm(lim, Codes.now(database, lim)).orElseThrow();
    }

    private void keep(byte[] secret) {
        database.sql("insert into authenticator (account_id, secret) values (:account, :secret)")
                .param("account", lim.id())
                .param("secret", secret)
                .update();
    }

    private byte[] secret() {
        return database.sql("select secret from authenticator")
                .query(byte[].class)
                .single();
    }

    private List<String> events() {
        return database.sql("select what from account_event where account_id = :account order by id")
                .param("account", lim.id())
                .query(String.class)
                .list();
    }

    private static String spaced(String code) {
        return code.substring(0, 3) + " " + code.substring(3);
    }
}
