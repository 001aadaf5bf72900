package org.pacta.platform.reading;

import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.MovedException;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells why a record is not among the published: it was withdrawn or merged into another, or there never was one. */
@Component
public class Absences {

    private final JdbcClient jdbc;

    Absences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The exception to throw for a record of this kind that a page did not find. */
    public RuntimeException of(String kind, Object key) {
        String column = key instanceof Number ? "id" : "slug";
        return jdbc.sql("select * from subject where kind = :kind and not stands and %s = :key".formatted(column))
                .param("kind", kind)
                .param("key", key)
                .<RuntimeException>query((row, n) -> row.getString("moved_to") == null
                        ? new GoneException(
                                row.getTimestamp("withdrawn_on").toInstant(), row.getString("withdrawal_reason"))
                        : new MovedException(row.getString("moved_to")))
                .optional()
                .orElseGet(() -> new NotFoundException(kind, key));
    }
}
