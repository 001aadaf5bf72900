package org.pacta.registry.tally;

import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Names what of the database is visible, so that answers can be kept for as long as it stays the same. */
@Repository
public class Snapshots {

    private final JdbcClient jdbc;

    Snapshots(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** What is visible now, until a transaction that writes comes to an end; nothing for a transaction that has itself written. */
    public Optional<String> current() {
        return jdbc.sql("select pg_current_snapshot()::text where pg_current_xact_id_if_assigned() is null")
                .query(String.class)
                .optional();
    }
}
