package org.pacta.platform.security;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextImpl;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps in a session the number of an account and nothing of what it may do: that is read anew at each request, so a changed role, a
 * disabled account and another password count at once, and an upgrade of Pacta finds sessions it can read. A password alone signs nobody in
 * whose account has an app that makes codes.
 */
@Component
public class SessionAccounts implements SecurityContextRepository {

    /** However busy it is, a session ends after this time. */
    static final Duration LONGEST = Duration.ofHours(24);

    private static final String ACCOUNT = FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME;
    private static final String PASSWORD_SET_AT = "passwordSetAt";
    private static final String GAVE_CODE = "gaveCode";

    private final AccountQueries accounts;

    SessionAccounts(AccountQueries accounts) {
        this.accounts = accounts;
    }

    /** Null is how Spring tells that there is none, though the method it has left us does not say so. */
    @Override
    @SuppressWarnings({"deprecation", "NullAway"})
    public @Nullable SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return Optional.ofNullable(holder.getRequest().getSession(false))
                .flatMap(this::person)
                .map(SessionAccounts::authentication)
                .map(SecurityContextImpl::new)
                .orElse(null);
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null && session.getAttribute(ACCOUNT) != null;
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        Authentication authentication = context.getAuthentication();
        if (authentication != null) {
            HttpSession session = request.getSession();
            session.setAttribute(ACCOUNT, authentication.getName());
            if (authentication.getPrincipal() instanceof AccountQueries.Credentials credentials) {
                keep(session, credentials.passwordSetAt());
            }
        }
    }

    /** Lets a session outlast the password it began with. */
    static void keep(HttpSession session, Instant passwordSetAt) {
        session.setAttribute(PASSWORD_SET_AT, passwordSetAt);
    }

    /** Whoever has given the right password in this window and has yet to give a code; nobody is signed in until then. */
    public Optional<SignedIn> waitsForCode(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(ACCOUNT) instanceof String account
                        && session.getAttribute(PASSWORD_SET_AT) instanceof Instant passwordSetAt
                        && session.getAttribute(GAVE_CODE) == null
                        && !isOver(session)
                ? accounts.halfSignedIn(Long.parseLong(account), passwordSetAt)
                : Optional.empty();
    }

    /** The person of this window has given a code: the session goes on under another identifier. */
    public static void gaveCode(HttpServletRequest request) {
        request.getSession().setAttribute(GAVE_CODE, true);
        request.changeSessionId();
    }

    private Optional<SignedIn> person(HttpSession session) {
        return session.getAttribute(ACCOUNT) instanceof String account && !isOver(session)
                ? accounts.person(
                        Long.parseLong(account),
                        (Instant) session.getAttribute(PASSWORD_SET_AT),
                        session.getAttribute(GAVE_CODE) != null)
                : Optional.empty();
    }

    private static boolean isOver(HttpSession session) {
        return Instant.ofEpochMilli(session.getCreationTime()).plus(LONGEST).isBefore(Instant.now());
    }

    private static Authentication authentication(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                person.first() != null ? List.of() : AuthorityUtils.createAuthorityList("ROLE_" + person.role()));
    }
}
