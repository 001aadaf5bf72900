package org.pacta.platform.security;

import jakarta.persistence.EnumeratedValue;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.security.core.AuthenticatedPrincipal;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The person at the keyboard, as the account stands at this request. Controllers may take it as an argument
 * ({@code @AuthenticationPrincipal SignedIn person}), null when nobody is signed in.
 *
 * @param id number of the account
 * @param name what the person types to sign in; others are shown the display name
 * @param first what has to be done before the role opens anything; null where nothing has
 */
public record SignedIn(
        long id,
        String name,
        String displayName,
        Role role,
        @Nullable Duty first) implements AuthenticatedPrincipal {

    /** What keeps somebody from everything else. */
    public enum Duty {
        /** The password was given by somebody else. */
        CHANGE_PASSWORD,
        /** This role signs in with codes, and no app makes any yet. */
        ADD_AUTHENTICATOR
    }

    /** Whoever makes the current request; null when nobody is signed in. */
    public static @Nullable SignedIn now() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof SignedIn person ? person : null;
    }

    @Override
    public String getName() {
        return name;
    }

    public boolean mustChangePassword() {
        return first == Duty.CHANGE_PASSWORD;
    }

    public boolean mustAddAuthenticator() {
        return first == Duty.ADD_AUTHENTICATOR;
    }

    /** Whether the person may do what this role may do. */
    public boolean is(Role needed) {
        return role.includes(needed) && first == null;
    }

    /** Whether the person may put an end to what this account has written: who wrote it may, and whoever decides about what others write. */
    public boolean mayEnd(long author) {
        return is(Role.REVIEWER) || id == author && is(Role.EDITOR);
    }

    /** Refuses with {@link AccessDeniedException} what the person may not do. */
    public void needs(Role needed) {
        if (!is(needed)) {
            throw new AccessDeniedException("It takes the role " + needed.code());
        }
    }

    /** What somebody may do; each role includes those before it. */
    public enum Role {
        /** Drafts. */
        EDITOR,
        /** Publishes what somebody else has drafted. */
        REVIEWER,
        /** Keeps accounts, merges and withdraws. */
        ADMIN;

        @EnumeratedValue
        private final String code = name().toLowerCase(Locale.ROOT);

        /** The word for it in the database, in forms and in the keys of messages. */
        public String code() {
            return code;
        }

        static Role of(String code) {
            return valueOf(code.toUpperCase(Locale.ROOT));
        }

        boolean includes(Role other) {
            return compareTo(other) >= 0;
        }
    }
}
