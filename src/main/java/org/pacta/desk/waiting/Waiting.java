package org.pacta.desk.waiting;

import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** Counts what waits for somebody; the pages of the desk know it as {@code @waiting}. */
@Service("waiting")
class Waiting {

    private final JdbcClient jdbc;

    Waiting(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * SQL of whose turn something is, of {@code :person} and whether that one {@code :reviews}: a reviewer's who has typed nothing of what was
     * sent, the author's where it was returned.
     */
    static String theirs(String table) {
        return """
                (state = 'submitted' and :reviews and not exists (select from %1$s_writer writer where writer.%1$s_id = %1$s.id and writer.account_id = :person)
                or state = 'returned' and author_id = :person)""".formatted(table);
    }

    /** How much waits for somebody. */
    public long count(SignedIn person) {
        return jdbc.sql("""
                        select (select count(*) from draft where %s) + (select count(*) from correction where %s)
                            + (select count(*) from import where %s)
                        """.formatted(theirs("draft"), theirs("correction"), theirs("import")))
                .param("reviews", person.is(Role.REVIEWER))
                .param("person", person.id())
                .query(Long.class)
                .single();
    }
}
