package org.pacta.desk.publication;

import org.pacta.desk.draft.DraftView;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may publish a draft: a reviewer who did not write it, or whoever is alone. */
@Component
public class Reviewing {

    private final JdbcClient jdbc;

    Reviewing(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    boolean mayPublish(DraftView draft, SignedIn person) {
        return mayPublish(draft.authorId(), person);
    }

    /** Whether somebody may publish what this account has written. */
    public boolean mayPublish(long author, SignedIn person) {
        return person.is(Role.REVIEWER) && (author != person.id() || isAlone());
    }

    /** Whether the only active account publishes its own draft. */
    boolean isAlone(DraftView draft, SignedIn person) {
        return draft.authorId() == person.id() && isAlone();
    }

    private boolean isAlone() {
        return jdbc.sql("select count(*) = 1 from account where disabled_since is null")
                .query(Boolean.class)
                .single();
    }
}
