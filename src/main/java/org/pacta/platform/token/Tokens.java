package org.pacta.platform.token;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.secret.Secrets;
import org.pacta.platform.security.AccountEvents;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.oauth2.core.OAuth2AuthenticatedPrincipal;
import org.springframework.security.oauth2.server.resource.introspection.BadOpaqueTokenException;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenAuthenticationConverter;
import org.springframework.security.oauth2.server.resource.introspection.OpaqueTokenIntrospector;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Makes tokens, revokes them, and tells Spring Security in whose name a program asks. */
@Service
@Transactional
class Tokens implements OpaqueTokenIntrospector, OpaqueTokenAuthenticationConverter {

    /** So that whoever finds one in a file knows what it opens. */
    private static final String PREFIX = "pacta_";

    private final JdbcClient database;
    private final AccountEvents events;

    Tokens(JdbcClient database, AccountEvents events) {
        this.database = database;
        this.events = events;
    }

    /** A token as its person sees it. */
    public record Row(
            long id,
            String name,
            Instant createdAt,
            @Nullable Instant lastUsedAt,
            @Nullable Instant revokedAt) {}

    private record Bearer(SignedIn person) implements OAuth2AuthenticatedPrincipal {

        @Override
        public String getName() {
            return person.getName();
        }

        @Override
        public Map<String, Object> getAttributes() {
            return Map.of();
        }

        @Override
        public Collection<? extends GrantedAuthority> getAuthorities() {
            return AuthorityUtils.createAuthorityList("ROLE_" + Role.EDITOR);
        }
    }

    @Transactional(readOnly = true)
    List<Row> of(SignedIn person) {
        return database.sql("""
                        select id, name, created_at, last_used_at, revoked_at from token
                        where account_id = :account order by revoked_at is not null, id desc
                        """).param("account", person.id()).query(Row.class).list();
    }

    /**
     * A new token, told this once.
     *
     * @param name what its person calls it
     */
    String add(SignedIn person, String name) {
        String token = PREFIX + Secrets.madeUp(6);
        database.sql("""
                        insert into token (id, account_id, name, digest, created_at)
                        values (nextval('token_seq'), :account, :name, :digest, now())
                        """)
                .param("account", person.id())
                .param("name", name.strip())
                .param("digest", Secrets.digest(token))
                .update();
        events.note(person, "token_added");
        return token;
    }

    /**
     * Has a token open nothing from now on.
     *
     * @throws NotFoundException where it is not the person's
     */
    void revoke(SignedIn person, long id) {
        int found =
                database.sql("""
                        update token set revoked_at = coalesce(revoked_at, now()) where id = :id and account_id = :account
                        """).param("id", id).param("account", person.id()).update();
        if (found == 0) {
            throw new NotFoundException("token", id);
        }
        events.note(person, "token_revoked");
    }

    @Override
    public OAuth2AuthenticatedPrincipal introspect(String token) {
        return database.sql("""
                        with used as (
                            update token set last_used_at = now()
                            where digest = :digest and revoked_at is null and coalesce(last_used_at < now() - interval '1 minute', true)
                        )
                        select account.id, account.name, account.display_name from token join account on account.id = account_id
                        where digest = :digest and revoked_at is null and disabled_since is null
                        """)
                .param("digest", Secrets.digest(token))
                .query((row, n) -> new Bearer(new SignedIn(
                        row.getLong("id"), row.getString("name"), row.getString("display_name"), Role.EDITOR, null)))
                .optional()
                .orElseThrow(() -> new BadOpaqueTokenException("This token opens nothing"));
    }

    @Override
    public Authentication convert(String token, OAuth2AuthenticatedPrincipal bearer) {
        return UsernamePasswordAuthenticationToken.authenticated(
                ((Bearer) bearer).person(), null, bearer.getAuthorities());
    }
}
