package org.pacta.platform.audit;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** Follows the chain from its first row to its last, and holds the audit tables against it. */
final class Verification {

    private static final int ROWS_AT_ONCE = 5_000;

    private final JdbcTemplate database;
    private final Map<Long, String> heads;

    /** What the chain says last of each revision, and where. */
    private final Map<Long, Stated> revisions = new HashMap<>();

    private final TreeMap<Long, String> faults = new TreeMap<>();

    private long position;
    private String digest = Entry.NONE;

    /**
     * @param database in a transaction that sees one moment
     * @param heads rows that were noted elsewhere
     */
    Verification(JdbcTemplate database, List<Heads.Head> heads) {
        this.database = database;
        this.heads = heads.stream()
                .collect(Collectors.toMap(Heads.Head::position, Heads.Head::digest, (one, other) -> one + "|" + other));
    }

    /**
     * What came of it.
     *
     * @param rows of the chain
     * @param position of the first row that does not fit; null where all do
     * @param fault why it does not; null where all do
     */
    record Result(
            long rows, @Nullable Long position, @Nullable String fault) {}

    private record Stated(long position, @Nullable String digest) {}

    Result run() {
        JdbcTemplate streaming = new JdbcTemplate(Objects.requireNonNull(database.getDataSource()));
        streaming.setFetchSize(ROWS_AT_ONCE);
        streaming.query("select * from audit_entry order by position", row -> {
            follow(AuditChain.entry(row, 0));
        });
        heads.forEach((at, noted) -> {
            if (at > position) {
                fault(position + 1, "it is missing: row %d was noted elsewhere".formatted(at));
            }
        });
        database.queryForList("select detail from audit_waiting where what = 'erased' order by id", String.class)
                .forEach(detail -> restate(position + 1, detail));
        Set<Long> unseen = new HashSet<>(revisions.keySet());
        Set<String> waiting = new HashSet<>(
                database.queryForList("select about from audit_waiting where what = 'revision'", String.class));
        new RevisionDigests(database).each(null, (revision, now) -> {
            unseen.remove(revision);
            Stated stated = revisions.get(revision);
            if (stated == null && !waiting.contains(String.valueOf(revision))) {
                fault(position + 1, "it is missing: revision %d is in no row".formatted(revision));
            } else if (stated != null && !now.equals(stated.digest)) {
                fault(stated.position, "what revision %d wrote is no more what it was".formatted(revision));
            }
        });
        unseen.forEach(revision -> fault(
                Objects.requireNonNull(revisions.get(revision)).position,
                "revision %d is there no more".formatted(revision)));
        return Optional.ofNullable(faults.firstEntry())
                .map(first -> new Result(position, first.getKey(), first.getValue()))
                .orElseGet(() -> new Result(position, null, null));
    }

    private void follow(Entry entry) {
        if (entry.position() != position + 1) {
            fault(position + 1, "it is missing");
        } else if (!entry.fits(digest)) {
            fault(entry.position(), "it was changed, or a row before it was");
        }
        String noted = heads.get(entry.position());
        if (noted != null && !noted.equals(entry.digest())) {
            fault(entry.position(), "it was noted elsewhere with another digest");
        }
        if (entry.what().equals(ErasureNote.ERASED) && entry.detail() != null) {
            restate(entry.position(), entry.detail());
        }
        if (entry.what().equals(Entry.REVISION)
                && entry.about() != null
                && entry.about().matches("\\d{1,18}")) {
            revisions.put(Long.valueOf(entry.about()), new Stated(entry.position(), entry.detail()));
        }
        position = entry.position();
        digest = entry.digest();
    }

    /** What an erasure says of the revisions it touched is what holds from there on. */
    private void restate(long at, String detail) {
        ErasureNote.digests(detail).forEach((revision, rest) -> revisions.put(revision, new Stated(at, rest)));
    }

    private void fault(long at, String why) {
        faults.putIfAbsent(at, why);
    }
}
