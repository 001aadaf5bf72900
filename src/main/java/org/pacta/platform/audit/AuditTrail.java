package org.pacta.platform.audit;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.security.SignedIn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what somebody does, in the transaction that does it; it is in the chain within a second after that is committed. */
@Component
public class AuditTrail {

    private final JdbcClient database;

    AuditTrail(JdbcClient database) {
        this.database = database;
    }

    /**
     * Notes what the person who is signed in does.
     *
     * @param what in small letters and underscores, such as {@code exported}
     * @param about what it is done to, such as {@code account 3} or an address
     * @param detail what else there is to say of it, in no language
     */
    public void note(String what, @Nullable String about, @Nullable String detail) {
        SignedIn person = SignedIn.now();
        note(what, person == null ? null : person.id(), about, detail);
    }

    void note(String what, @Nullable Long account, @Nullable String about, @Nullable String detail) {
        database.sql("""
                        insert into audit_waiting (id, happened_at, what, account_id, about, detail)
                        values (nextval('audit_waiting_seq'), now(), :what, :account, :about, :detail)
                        """)
                .param("what", what)
                .param("account", account)
                .param("about", about)
                .param("detail", detail)
                .update();
    }
}
