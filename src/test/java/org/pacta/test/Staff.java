package org.pacta.test;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import jakarta.servlet.http.Cookie;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** People who may sign in, with accounts of their own. Their passwords are their names, doubled. */
public final class Staff {

    private static final String TOKEN = "made-by-a-test";

    /** As few rounds as bcrypt has. */
    private static final PasswordEncoder QUICK = new BCryptPasswordEncoder(4);

    private Staff() {}

    public static SignedIn editor(JdbcClient database, String displayName) {
        return withRole(database, displayName, Role.EDITOR);
    }

    public static SignedIn reviewer(JdbcClient database, String displayName) {
        return withRole(database, displayName, Role.REVIEWER);
    }

    public static SignedIn admin(JdbcClient database, String displayName) {
        return withRole(database, displayName, Role.ADMIN);
    }

    /** The password of somebody made here. */
    public static String password(SignedIn person) {
        return person.name() + person.name();
    }

    /** Makes a request in the name of somebody: {@code mvc.get().uri("/desk").with(Staff.as(person))}. */
    public static RequestPostProcessor as(SignedIn person) {
        return authentication(token(person));
    }

    /**
     * Sends a form with its token: {@code mvc.post().uri("/desk").with(Staff.form())}. Not with {@code csrf()} of Spring Security, which
     * changes the filter of the shared context for all tests after it.
     */
    public static RequestPostProcessor form() {
        byte[] masked = new byte[2 * TOKEN.length()];
        System.arraycopy(TOKEN.getBytes(StandardCharsets.US_ASCII), 0, masked, TOKEN.length(), TOKEN.length());
        return request -> {
            request.setCookies(new Cookie("form-token", TOKEN));
            request.addParameter("_csrf", Base64.getUrlEncoder().encodeToString(masked));
            return request;
        };
    }

    /** Lets services see somebody signed in, until the test clears the context. */
    public static void signIn(SignedIn person) {
        SecurityContextHolder.getContext().setAuthentication(token(person));
    }

    /** Deletes all accounts but that of the first admin, where a test commits what it writes. */
    public static void leave(JdbcClient database) {
        database.sql("delete from account_event where account_id <> 1 or made_by_id <> 1")
                .update();
        database.sql("delete from spring_session").update();
        database.sql("delete from account where id <> 1").update();
    }

    /** Somebody of this role. */
    public static SignedIn withRole(JdbcClient database, String displayName, Role role) {
        String name = displayName.toLowerCase(Locale.ROOT).replace(' ', '.');
        long id = database.sql("""
                        insert into account (id, name, display_name, role, password_hash, password_set_at, must_change_password)
                        values (nextval('account_seq'), :name, :display_name, :role, '{bcrypt}' || :hash, now(), false) returning id
                        """)
                .param("name", name)
                .param("display_name", displayName)
                .param("role", role.code())
                .param("hash", QUICK.encode(name + name))
                .query(Long.class)
                .single();
        return new SignedIn(id, name, displayName, role, null);
    }

    private static Authentication token(SignedIn person) {
        return UsernamePasswordAuthenticationToken.authenticated(
                person,
                null,
                person.first() != null
                        ? AuthorityUtils.NO_AUTHORITIES
                        : AuthorityUtils.createAuthorityList("ROLE_" + person.role()));
    }
}
