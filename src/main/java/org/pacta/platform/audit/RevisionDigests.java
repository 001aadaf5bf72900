package org.pacta.platform.audit;

import java.security.MessageDigest;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Works out the digests of revisions from what they wrote, row by row as the database hands them out. */
final class RevisionDigests {

    private static final int ROWS_AT_ONCE = 5_000;

    private static final String REVISION =
            "jsonb_build_object('made_at', made_at, 'made_by', made_by, 'made_by_id', made_by_id, 'reason', reason)";

    private final JdbcTemplate database;

    RevisionDigests(JdbcTemplate database) {
        this.database = database;
    }

    /**
     * Hands out each revision with the digest of its rows in hexadecimal, in the order of their numbers. It asks for a transaction, in which it
     * sets the time zone, since that is how a moment is written.
     *
     * @param revisions those that are asked for; null for all
     */
    void each(@Nullable List<Long> revisions, BiConsumer<Long, String> to) {
        database.execute("set local time zone 'UTC'");
        String among = revisions == null ? "" : "where %s = any (?)";
        String rows = database.queryForList("""
                        select relname::text from pg_class where relkind = 'r' and relname like '%\\_aud'
                            and relnamespace = current_schema()::regnamespace order by relname
                        """, String.class).stream()
                .map(table -> row(table, "rev", "to_jsonb(one) - 'revend'", among))
                .collect(Collectors.joining(
                        "\nunion all\n", "", "\nunion all\n" + row("revision", "id", REVISION, among)));
        String ordered = "select rev, digest from (%s) written order by rev, digest".formatted(rows);
        Running running = new Running(to);
        database.query(
                connection -> {
                    PreparedStatement statement = connection.prepareStatement(ordered);
                    statement.setFetchSize(ROWS_AT_ONCE);
                    for (int i = 1;
                            revisions != null
                                    && i <= statement.getParameterMetaData().getParameterCount();
                            i++) {
                        statement.setArray(i, connection.createArrayOf("bigint", revisions.toArray()));
                    }
                    return statement;
                },
                running::read);
        running.end();
    }

    private static String row(String table, String revision, String said, String among) {
        return """
                select %2$s as rev, sha256(convert_to('%1$s ' || jsonb_strip_nulls(%3$s)::text, 'UTF8')) as digest
                from "%1$s" one %4$s""".formatted(table, revision, said, among.formatted(revision));
    }

    /** The revision at hand. */
    private static final class Running {

        private final BiConsumer<Long, String> to;
        private MessageDigest digest = DigestUtils.getSha256Digest();
        private @Nullable Long revision;

        Running(BiConsumer<Long, String> to) {
            this.to = to;
        }

        void read(ResultSet row) throws SQLException {
            long next = row.getLong("rev");
            if (revision == null || revision != next) {
                end();
                revision = next;
                digest = DigestUtils.getSha256Digest();
            }
            digest.update(row.getBytes("digest"));
        }

        void end() {
            if (revision != null) {
                to.accept(revision, HexFormat.of().formatHex(digest.digest()));
            }
        }
    }
}
