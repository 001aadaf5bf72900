package org.pacta.platform.audit;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** Notes that content was erased, and states anew what the revisions hold that lost something, so that the chain stays whole. */
public final class ErasureNote {

    static final String ERASED = "erased";

    private static final JsonMapper JSON = JsonMapper.shared();

    private final JdbcTemplate database;
    private final long account;
    private final @Nullable Long confirmedBy;
    private final String reason;

    /**
     * @param account of the person who asks for it
     * @param confirmedBy account of the second person; null where there is none
     */
    public ErasureNote(JdbcTemplate database, long account, @Nullable Long confirmedBy, String reason) {
        this.database = database;
        this.account = account;
        this.confirmedBy = confirmedBy;
        this.reason = reason;
    }

    /**
     * What the chain says of an erasure.
     *
     * @param revisions digests of what is left of them, by number
     */
    private record Detail(String reason, @Nullable Long confirmedBy, Map<Long, String> revisions) {}

    /** The digests that the detail of an erasure states; none where somebody has changed it to what cannot be read. */
    static Map<Long, String> digests(String detail) {
        try {
            return JSON.readValue(detail, Detail.class).revisions;
        } catch (JacksonException changed) {
            return Map.of();
        }
    }

    /** Leaves the note in the transaction that erases, after everything is gone. */
    public void leave(String about, List<Long> revisions) {
        Map<Long, String> digests = new TreeMap<>();
        new RevisionDigests(database).each(revisions, digests::put);
        new AuditTrail(JdbcClient.create(database))
                .note(ERASED, account, about, JSON.writeValueAsString(new Detail(reason, confirmedBy, digests)));
    }
}
