package org.pacta.platform.security;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.security.SignedIn.Duty;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Repository;

/** Reads accounts: for signing in, for each request of somebody signed in, and for the page of accounts. */
@Repository
class AccountQueries {

    /** Whether a code has to follow the password of an account. */
    private static final String HAS_AUTHENTICATOR =
            "exists (select from authenticator where account_id = account.id and since is not null) as has_authenticator";

    private final JdbcClient database;
    private final CodesFor codesFor;

    AccountQueries(JdbcClient database, @Value("${pacta.codes-for}") CodesFor codesFor) {
        this.database = database;
        this.codesFor = codesFor;
    }

    /** Who may not do without codes when signing in with a password; everybody may use them. */
    enum CodesFor {
        NOBODY,
        ADMINS,
        REVIEWERS,
        EDITORS;

        boolean includes(Role role) {
            return ordinal() + role.ordinal() > Role.ADMIN.ordinal();
        }
    }

    /**
     * An account on offer for signing in.
     *
     * @param passwordSetAt when the password was set; a session lasts no longer than the password it began with
     * @param isExpired whether it was given by somebody else and not replaced within a week
     * @param hasAuthenticator whether a code has to follow the password
     */
    record Credentials(long id, String passwordHash, Instant passwordSetAt, boolean isExpired, boolean hasAuthenticator)
            implements UserDetails {

        Credentials keptAs(String hash) {
            return new Credentials(id, hash, passwordSetAt, isExpired, hasAuthenticator);
        }

        @Override
        public boolean isCredentialsNonExpired() {
            return !isExpired;
        }

        @Override
        public String getUsername() {
            return String.valueOf(id);
        }

        @Override
        public String getPassword() {
            return passwordHash;
        }

        @Override
        public Collection<GrantedAuthority> getAuthorities() {
            return List.of();
        }

        @Override
        public String toString() {
            return "Credentials of account " + id;
        }
    }

    /** One line of the page of accounts. */
    public record Row(
            long id,
            int version,
            String name,
            String displayName,
            @Nullable String email,
            String role,
            boolean mustChangePassword,
            boolean hasAuthenticator,
            @Nullable Instant lastSignedInAt,
            @Nullable Instant disabledSince) {}

    /**
     * Something that was done with an account.
     *
     * @param madeBy who did it; null where it was done at the server itself
     */
    public record Event(
            Instant happenedAt,
            String account,
            @Nullable String madeBy,
            String what,
            @Nullable String role) {}

    /** A browser in which somebody is signed in. */
    public record Session(Instant since, Instant lastUsed, boolean isThis) {}

    private record Standing(
            long id,
            String name,
            String displayName,
            String role,
            boolean mustChangePassword,
            boolean hasAuthenticator) {}

    Optional<Credentials> credentials(String name) {
        return database.sql("""
                        select id, password_hash, password_set_at,
                            must_change_password and password_set_at < now() - interval '7 days' as is_expired,
                            %s
                        from account where name = :name and disabled_since is null
                        """.formatted(HAS_AUTHENTICATOR))
                .param("name", Account.key(name))
                .query((row, n) -> new Credentials(
                        row.getLong("id"),
                        row.getString("password_hash"),
                        row.getTimestamp("password_set_at").toInstant(),
                        row.getBoolean("is_expired"),
                        row.getBoolean("has_authenticator")))
                .optional();
    }

    /** The number of the active account with this value in a column, for somebody another service vouches for. */
    Optional<Long> activeAccount(String column, String value) {
        return database.sql("select id from account where %s = :value and disabled_since is null".formatted(column))
                .param("value", Account.key(value))
                .query(Long.class)
                .optional();
    }

    /**
     * The person as the account stands now.
     *
     * @param passwordSetAt of the password the session began with; null where another service vouched for the person
     * @param gaveCode whether a code followed the password
     * @return empty when the account was disabled, has another password since or waits for a code
     */
    Optional<SignedIn> person(long id, @Nullable Instant passwordSetAt, boolean gaveCode) {
        return standing(id, passwordSetAt)
                .filter(account -> passwordSetAt == null || gaveCode || !account.hasAuthenticator)
                .map(account -> person(account, passwordSetAt != null));
    }

    /** The number and the name of whoever has given the right password and has yet to give a code. */
    Optional<SignedIn> halfSignedIn(long id, Instant passwordSetAt) {
        return standing(id, passwordSetAt).filter(Standing::hasAuthenticator).map(account -> person(account, true));
    }

    private SignedIn person(Standing account, boolean byPassword) {
        Role role = Role.of(account.role);
        boolean lacksCodes = byPassword && !account.hasAuthenticator && codesFor.includes(role);
        Duty first = account.mustChangePassword ? Duty.CHANGE_PASSWORD : lacksCodes ? Duty.ADD_AUTHENTICATOR : null;
        return new SignedIn(account.id, account.name, account.displayName, role, first);
    }

    private Optional<Standing> standing(long id, @Nullable Instant passwordSetAt) {
        return database.sql("""
                        select id, name, display_name, role, must_change_password and :by_password as must_change_password,
                            %s
                        from account where id = :id and disabled_since is null
                          and (not :by_password or password_set_at = :password_set_at::timestamptz)
                        """.formatted(HAS_AUTHENTICATOR))
                .param("id", id)
                .param("by_password", passwordSetAt != null)
                .param("password_set_at", passwordSetAt == null ? null : passwordSetAt.toString())
                .query(Standing.class)
                .optional();
    }

    /** Where somebody is signed in, the last used first. */
    List<Session> sessions(long id, String here) {
        return database.sql("""
                        select creation_time, last_access_time, session_id = :here as is_this from spring_session
                        where principal_name = :account and expiry_time > extract(epoch from now()) * 1000 order by last_access_time desc
                        """)
                .param("account", String.valueOf(id))
                .param("here", here)
                .query((row, n) -> new Session(
                        Instant.ofEpochMilli(row.getLong("creation_time")),
                        Instant.ofEpochMilli(row.getLong("last_access_time")),
                        row.getBoolean("is_this")))
                .list();
    }

    List<Row> all() {
        return database.sql("""
                        select id, version, name, display_name, email, role, must_change_password,
                            %s,
                            last_signed_in_at, disabled_since
                        from account order by disabled_since is not null, display_name, id
                        """.formatted(HAS_AUTHENTICATOR)).query(Row.class).list();
    }

    /** What was done last, newest first. */
    List<Event> events(int atMost) {
        return database.sql("""
                        select happened_at, account.display_name as account, maker.display_name as made_by, what, account_event.role
                        from account_event join account on account.id = account_id left join account maker on maker.id = made_by_id
                        order by account_event.id desc limit :limit
                        """).param("limit", atMost).query(Event.class).list();
    }
}
