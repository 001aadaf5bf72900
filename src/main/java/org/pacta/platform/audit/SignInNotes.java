package org.pacta.platform.audit;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.security.SignedIn;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.event.AbstractAuthenticationFailureEvent;
import org.springframework.security.authentication.event.InteractiveAuthenticationSuccessEvent;
import org.springframework.security.authentication.event.LogoutSuccessEvent;
import org.springframework.security.authorization.event.AuthorizationDeniedEvent;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.UsernamePasswordAuthenticationFilter;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/**
 * Notes who signed in and out, who was refused, and what was denied to somebody who is signed in. What strangers may not do is not noted: there
 * is no end of it.
 */
@Component
class SignInNotes {

    private final AuditTrail trail;
    private final JdbcClient database;

    SignInNotes(AuditTrail trail, JdbcClient database) {
        this.trail = trail;
        this.database = database;
    }

    @EventListener
    void signedIn(InteractiveAuthenticationSuccessEvent event) {
        Authentication person = event.getAuthentication();
        boolean waitsForCode = event.getGeneratedBy() == UsernamePasswordAuthenticationFilter.class
                && hasAuthenticator(Long.parseLong(person.getName()));
        trail.note(waitsForCode ? "gave_password" : "signed_in", Long.valueOf(person.getName()), null, address(person));
    }

    private boolean hasAuthenticator(long account) {
        return database.sql(
                        "select exists (select from authenticator where account_id = :account and since is not null)")
                .param("account", account)
                .query(Boolean.class)
                .single();
    }

    /** Of a name that was typed only that of an account is kept: another may be a password in the wrong field. */
    @EventListener
    void refused(AbstractAuthenticationFailureEvent event) {
        Authentication typed = event.getAuthentication();
        String about = database.sql("select 'account ' || id from account where name = lower(:name)")
                .param("name", typed.getName())
                .query(String.class)
                .optional()
                .orElse(null);
        trail.note("refused", null, about, address(typed));
    }

    @EventListener
    void signedOut(LogoutSuccessEvent event) {
        if (event.getAuthentication().getPrincipal() instanceof SignedIn person) {
            trail.note("signed_out", person.id(), null, null);
        }
    }

    @EventListener
    void denied(AuthorizationDeniedEvent<?> event) {
        SignedIn person = SignedIn.now();
        if (person != null && event.getObject() instanceof HttpServletRequest request) {
            String asked = request.getMethod() + " " + request.getRequestURI();
            trail.note("denied", person.id(), null, asked.substring(0, Math.min(500, asked.length())));
        }
    }

    private static @Nullable String address(Authentication person) {
        return person.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : null;
    }
}
