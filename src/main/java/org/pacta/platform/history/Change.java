package org.pacta.platform.history;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.security.SignedIn;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Why the current transaction changes the registry, and who does. It lasts as long as the transaction; the last one given stands. */
public final class Change implements TransactionSynchronization {

    private final String who;
    private final @Nullable Long account;
    private final String reason;
    private final @Nullable String origin;

    private Change(String who, @Nullable Long account, String reason, @Nullable String origin) {
        if (who.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("A change needs somebody who makes it and a reason");
        }
        this.who = who;
        this.account = account;
        this.reason = reason;
        this.origin = origin;
    }

    /** Gives the current transaction its reason, in the name of the person who is signed in. */
    public static void because(String reason) {
        of(null, reason);
    }

    /**
     * Gives the current transaction its reason, in the name of the person who is signed in, and says what it is made from.
     *
     * @param origin what was prepared for it, such as {@code draft 12}; null where nothing was
     */
    public static void of(@Nullable String origin, String reason) {
        SignedIn person = SignedIn.now();
        if (person == null) {
            throw new IllegalStateException("Nobody is signed in: say who makes the change");
        }
        register(new Change(person.displayName(), person.id(), reason, origin));
    }

    /**
     * Gives the current transaction its reason, in the name of somebody who has asked for it and need not be signed in any more.
     *
     * @param account number of the account it was asked with
     * @param who the name of that person
     */
    public static void of(String origin, String reason, long account, String who) {
        register(new Change(who, account, reason, origin));
    }

    /**
     * Gives the current transaction its reason where nobody need be signed in.
     *
     * @param reason in words for the readers of the history
     * @param who the user's name, or the part of the application that acts on its own
     */
    public static void because(String reason, String who) {
        register(new Change(who, null, reason, null));
    }

    private static void register(Change change) {
        TransactionSynchronizationManager.registerSynchronization(change);
    }

    static Change current() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Change.class::isInstance)
                .map(Change.class::cast)
                .reduce((earlier, later) -> later)
                .orElseThrow(() -> new IllegalStateException(
                        "This transaction changes audited records without a reason: call Change.because first"));
    }

    String who() {
        return who;
    }

    /** Number of the account it was made with, where somebody was signed in. */
    @Nullable
    Long account() {
        return account;
    }

    String reason() {
        return reason;
    }

    @Nullable
    String origin() {
        return origin;
    }
}
