package org.pacta.platform.history;

import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Why the current transaction changes the registry, and who does. It lasts as long as the transaction; the last one given stands. */
public final class Change implements TransactionSynchronization {

    private final String who;
    private final String reason;

    private Change(String who, String reason) {
        if (who.isBlank() || reason.isBlank()) {
            throw new IllegalArgumentException("A change needs somebody who makes it and a reason");
        }
        this.who = who;
        this.reason = reason;
    }

    /** Gives the current transaction its reason, in the name of the user who is signed in. */
    public static void because(String reason) {
        Authentication user = SecurityContextHolder.getContext().getAuthentication();
        if (user == null || user instanceof AnonymousAuthenticationToken) {
            throw new IllegalStateException("Nobody is signed in: say who makes the change");
        }
        because(reason, user.getName());
    }

    /**
     * Gives the current transaction its reason where nobody need be signed in.
     *
     * @param reason in words for the readers of the history
     * @param who the user's name, or the part of the application that acts on its own
     */
    public static void because(String reason, String who) {
        TransactionSynchronizationManager.registerSynchronization(new Change(who, reason));
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

    String reason() {
        return reason;
    }
}
