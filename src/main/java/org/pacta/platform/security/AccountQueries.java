package org.pacta.platform.security;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.GrantedAuthority;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.stereotype.Repository;

/** Reads accounts: for signing in, for each request of somebody signed in, and for the page of accounts. */
@Repository
class AccountQueries {

    private final JdbcClient database;

    AccountQueries(JdbcClient database) {
        this.database = database;
    }

    /**
     * An account on offer for signing in.
     *
     * @param passwordSetAt when the password was set; a session lasts no longer than the password it began with
     * @param isExpired whether it was given by somebody else and not replaced within a week
     */
    record Credentials(long id, String passwordHash, Instant passwordSetAt, boolean isExpired) implements UserDetails {

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

    private record Standing(long id, String name, String displayName, String role, boolean mustChangePassword) {}

    Optional<Credentials> credentials(String name) {
        return database.sql("""
                        select id, password_hash, password_set_at,
                            must_change_password and password_set_at < now() - interval '7 days' as is_expired
                        from account where name = :name and disabled_since is null
                        """)
                .param("name", Account.key(name))
                .query((row, n) -> new Credentials(
                        row.getLong("id"),
                        row.getString("password_hash"),
                        row.getTimestamp("password_set_at").toInstant(),
                        row.getBoolean("is_expired")))
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
     * @return empty when the account was disabled or has another password since
     */
    Optional<SignedIn> person(long id, @Nullable Instant passwordSetAt) {
        return database.sql("""
                        select id, name, display_name, role, must_change_password and :by_password as must_change_password
                        from account where id = :id and disabled_since is null
                          and (not :by_password or password_set_at = :password_set_at::timestamptz)
                        """)
                .param("id", id)
                .param("by_password", passwordSetAt != null)
                .param("password_set_at", passwordSetAt == null ? null : passwordSetAt.toString())
                .query(Standing.class)
                .optional()
                .map(account -> new SignedIn(
                        account.id,
                        account.name,
                        account.displayName,
                        Role.of(account.role),
                        account.mustChangePassword));
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
                        select id, version, name, display_name, email, role, must_change_password, last_signed_in_at, disabled_since
                        from account order by disabled_since is not null, display_name, id
                        """).query(Row.class).list();
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
