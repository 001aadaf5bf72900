package org.pacta.platform.reading;

import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells why a record is not among the published: because it was withdrawn, or because there never was one. */
@Component
public class Absences {

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The exception to throw for a record of this table that a page did not find. */
    public RuntimeException of(String table, Object key) {
        String column = key instanceof Number ? "id" : "slug";
        return jdbc.sql("select withdrawn_on, withdrawal_reason from %s where %s = :key and withdrawn_on is not null"
                        .formatted(table, column))
                .param("key", key)
                .<RuntimeException>query((row, n) -> new GoneException(
                        row.getTimestamp("withdrawn_on").toInstant(), row.getString("withdrawal_reason")))
                .optional()
                .orElseGet(() -> new NotFoundException(table, key));
    }
}
