package org.pacta.platform.reading;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import java.util.Set;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.MovedException;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells why a record is not among the published: it was withdrawn or merged into another, has another address now, or there never was one. */
@Component
public class Absences {

    /** Kinds whose addresses end in a word of somebody's choice, which can be changed. */
    private static final Set<String> NAMED = Set.of("council", "place");

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
                .<RuntimeException>query((row, n) ->
                        row.getString("moved_to") == null ? gone(row) : new MovedException(row.getString("moved_to")))
                .optional()
                .orElseGet(() -> moved(kind, key).orElseGet(() -> new NotFoundException(kind, key)));
    }

    /** The same for the meeting of this number of a council. */
    public RuntimeException ofMeeting(String council, int ordinal) {
        return jdbc.sql("""
                        select meeting.withdrawn_on, meeting.withdrawal_reason from meeting join council on council.id = council_id
                        where slug = :council and ordinal = :ordinal and meeting.withdrawn_on is not null
                        """)
                .param("council", council)
                .param("ordinal", ordinal)
                .<RuntimeException>query((row, n) -> gone(row))
                .optional()
                .orElseGet(() -> moved("council", council).orElseGet(() -> new NotFoundException("meeting", ordinal)));
    }

    private static GoneException gone(ResultSet row) throws SQLException {
        return new GoneException(row.getTimestamp("withdrawn_on").toInstant(), row.getString("withdrawal_reason"));
    }

    /** Where a record is that was last called so in its address; nothing while another is called so. */
    private Optional<RuntimeException> moved(String kind, Object key) {
        if (!NAMED.contains(kind) || key instanceof Number) {
            return Optional.empty();
        }
        return jdbc.sql("""
                        select former.slug, root from %s_aud former join subject on subject.kind = :kind and subject.id = former.id
                        where former.slug = :key and not exists (select from subject taken where taken.kind = :kind and taken.slug = :key)
                        order by rev desc limit 1
                        """.formatted(kind))
                .param("kind", kind)
                .param("key", key)
                .<RuntimeException>query((row, n) -> {
                    String now = row.getString("root");
                    String before = now.substring(0, now.lastIndexOf('/') + 1) + row.getString("slug");
                    return new MovedException(before, now);
                })
                .optional();
    }
}
