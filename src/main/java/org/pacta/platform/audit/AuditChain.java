package org.pacta.platform.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The chain as the database keeps it. */
@Component
class AuditChain {

    /** So that what waits after a long time away is put in piece by piece. */
    private static final int AT_ONCE = 500;

    private final JdbcTemplate database;
    private final TransactionTemplate transactions;

    AuditChain(JdbcTemplate database, PlatformTransactionManager transactions) {
        this.database = database;
        this.transactions = new TransactionTemplate(transactions);
    }

    private record Waiting(
            long id,
            Instant happenedAt,
            String what,
            @Nullable Long account,
            @Nullable String about,
            @Nullable String detail) {}

    /** The last row; nothing where there is none. */
    Optional<Entry> head() {
        return database.query("select * from audit_entry order by position desc limit 1", AuditChain::entry).stream()
                .findFirst();
    }

    /**
     * Puts what waits into the chain, in the order in which it was left.
     *
     * @return whether there may be more; not where another instance is at it
     */
    boolean extend() {
        return Boolean.TRUE.equals(transactions.execute(transaction -> append()));
    }

    private boolean append() {
        Boolean isAlone = database.queryForObject(
                "select pg_try_advisory_xact_lock(hashtext('org.pacta.platform.audit'))", Boolean.class);
        if (!Boolean.TRUE.equals(isAlone)) {
            return false;
        }
        List<Waiting> waiting = database.query(
                "select * from audit_waiting order by id limit " + AT_ONCE,
                (row, n) -> new Waiting(
                        row.getLong("id"),
                        moment(row),
                        row.getString("what"),
                        row.getObject("account_id", Long.class),
                        row.getString("about"),
                        row.getString("detail")));
        if (waiting.isEmpty()) {
            return false;
        }
        List<Entry> entries = chained(waiting);
        database.batchUpdate(
                "insert into audit_entry (position, happened_at, what, account_id, about, detail, digest) values (?, ?, ?, ?, ?, ?, ?)",
                entries.stream()
                        .map(entry -> new @Nullable Object[] {
                            entry.position(),
                            Timestamp.from(entry.happenedAt()),
                            entry.what(),
                            entry.account(),
                            entry.about(),
                            entry.detail(),
                            entry.digest()
                        })
                        .toList());
        database.batchUpdate(
                "delete from audit_waiting where id = ?",
                waiting.stream().map(each -> new Object[] {each.id}).toList());
        return waiting.size() == AT_ONCE;
    }

    private List<Entry> chained(List<Waiting> waiting) {
        Map<Long, String> digests = new HashMap<>();
        List<Long> revisions = waiting.stream()
                .filter(each -> each.what.equals(Entry.REVISION))
                .map(each -> Long.valueOf(Objects.requireNonNull(each.about)))
                .toList();
        if (!revisions.isEmpty()) {
            new RevisionDigests(database).each(revisions, digests::put);
        }
        List<Entry> entries = new ArrayList<>();
        Optional<Entry> head = head();
        long position = head.map(Entry::position).orElse(0L);
        String before = head.map(Entry::digest).orElse(Entry.NONE);
        for (Waiting each : waiting) {
            String detail = each.what.equals(Entry.REVISION)
                    ? digests.get(Long.valueOf(Objects.requireNonNull(each.about)))
                    : each.detail;
            position++;
            Entry entry = Entry.after(before, position, each.happenedAt, each.what, each.account, each.about, detail);
            entries.add(entry);
            before = entry.digest();
        }
        return entries;
    }

    static Entry entry(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getLong("position"),
                moment(row),
                row.getString("what"),
                row.getObject("account_id", Long.class),
                row.getString("about"),
                row.getString("detail"),
                row.getString("digest"));
    }

    private static Instant moment(ResultSet row) throws SQLException {
        return row.getTimestamp("happened_at").toInstant();
    }
}
