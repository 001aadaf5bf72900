package org.pacta.platform.security;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import jakarta.persistence.Version;
import java.text.Normalizer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.security.SignedIn.Role;

/** Somebody who may sign in. Its history is the list of its events, not that of the registry. */
@Entity
class Account {

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "account_seq")
    @SequenceGenerator(name = "account_seq", allocationSize = 1)
    private Long id;

    @Version
    private @Nullable Integer version;

    private String name;

    private String displayName;

    private @Nullable String email;

    @Enumerated(EnumType.STRING)
    private Role role;

    private String passwordHash;

    private Instant passwordSetAt;

    private boolean mustChangePassword;

    private @Nullable Instant disabledSince;

    protected Account() {}

    Account(String name, String displayName, @Nullable String email, Role role, String hash, boolean isGiven) {
        this.name = key(name);
        this.displayName = displayName.strip();
        this.role = role;
        this.passwordHash = hash;
        this.passwordSetAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        revise(name, displayName, email, role);
        open(hash, isGiven);
    }

    void revise(String name, String displayName, @Nullable String email, Role role) {
        this.name = key(name);
        this.displayName = displayName.strip();
        this.email = email == null || email.isBlank() ? null : key(email);
        this.role = role;
    }

    /** The form in which names and addresses are kept and compared, however somebody types them. */
    static String key(String typed) {
        return Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
    }

    /** Sets the password that the person chose, or that somebody else chose for now. */
    void open(String hash, boolean givenBySomebodyElse) {
        passwordHash = hash;
        passwordSetAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
        mustChangePassword = givenBySomebodyElse;
    }

    void disable(Instant since) {
        disabledSince = since;
    }

    void enable() {
        disabledSince = null;
    }

    Long getId() {
        return id;
    }

    @Nullable
    Integer version() {
        return version;
    }

    String name() {
        return name;
    }

    String displayName() {
        return displayName;
    }

    Role role() {
        return role;
    }

    String passwordHash() {
        return passwordHash;
    }

    Instant passwordSetAt() {
        return passwordSetAt;
    }

    boolean isActive() {
        return disabledSince == null;
    }

    boolean isActiveAdmin() {
        return isActive() && role == Role.ADMIN;
    }
}
