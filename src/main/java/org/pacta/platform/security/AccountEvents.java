package org.pacta.platform.security;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what is done with accounts, in the transaction that does it. */
@Component
public class AccountEvents {

    private final JdbcClient database;

    AccountEvents(JdbcClient database) {
        this.database = database;
    }

    /**
     * Notes what somebody did with their own account.
     *
     * @param what one of the words of the column {@code account_event.what}
     */
    public void note(SignedIn person, String what) {
        note(person.id(), person.id(), what, null);
    }

    /**
     * @param account number of the account
     * @param by who did it; null where it was done at the server itself
     * @param role that was given with it
     */
    public void note(long account, @Nullable Long by, String what, @Nullable Role role) {
        database.sql("""
                        insert into account_event (id, account_id, happened_at, made_by_id, what, role)
                        values (nextval('account_event_seq'), :account, now(), :by, :what, :role)
                        """)
                .param("account", account)
                .param("by", by)
                .param("what", what)
                .param("role", role == null ? null : role.code())
                .update();
    }
}
