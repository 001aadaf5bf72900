package org.pacta.exchange.erasure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.RowsWithout;
import org.pacta.exchange.dictionary.TableEntry;
import org.pacta.exchange.dictionary.TableEntry.ForeignKey;
import org.pacta.platform.audit.ErasureNote;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** One record that was withdrawn, on its way out. It asks for a transaction, and for nobody else to change the record meanwhile. */
final class Erasure {

    private final JdbcTemplate jdbc;
    private final JdbcClient database;
    private final List<TableEntry> tables;
    private final String kind;
    private final long id;
    private final RowsWithout without;

    /** Numbers of rows there are or ever were, by table: what belongs to the record. */
    private final Map<String, Set<Long>> rows = new HashMap<>();

    private final Set<Long> revisions = new TreeSet<>();
    private final Map<String, Integer> taken = new TreeMap<>();

    /**
     * What was taken.
     *
     * @param rows how many were taken or emptied, by table
     * @param files that nothing names any more, by their SHA-256
     */
    record Outcome(Map<String, Integer> rows, List<String> files) {}

    /**
     * Looks at what belongs to a record; refuses with {@link CannotEraseException} one that stands or on which others rest.
     *
     * @param tables of the registry, each after those it refers to
     * @param kind of the record, as its table is called
     */
    Erasure(JdbcTemplate jdbc, List<TableEntry> tables, String kind, long id) {
        this.jdbc = jdbc;
        this.database = JdbcClient.create(jdbc);
        this.tables = tables;
        this.kind = kind;
        this.id = id;
        refuseUnlessWithdrawn();
        this.without = new RowsWithout(database, tables, table -> table.name().equals(kind) ? "id = " + id : "false");
        refuseWhatRestsOnIt();
        new Manuscripts(database, kind, id).refuseUnlessOver();
        tables.forEach(this::find);
    }

    private void refuseUnlessWithdrawn() {
        boolean isWithdrawn = database.sql(
                        "select withdrawn_on is not null from \"%s\" where id = :id for update".formatted(kind))
                .param("id", id)
                .query(Boolean.class)
                .optional()
                .orElseThrow(() -> new CannotEraseException("There is no %s %d.".formatted(kind, id)));
        if (!isWithdrawn) {
            throw new CannotEraseException(
                    "The %s %d stands. Only what was withdrawn is erased: withdraw it first.".formatted(kind, id));
        }
    }

    private void refuseWhatRestsOnIt() {
        String resting = without.withdrawn().stream()
                .filter(each -> !each.kind().equals(kind) || each.recordId() != id)
                .map(each -> each.kind() + " " + each.recordId())
                .collect(Collectors.joining(", "));
        if (!resting.isEmpty()) {
            throw new CannotEraseException(
                    "Others cannot be without the %s %d: %s. Withdraw and erase those first, or have them name another."
                            .formatted(kind, id, resting));
        }
    }

    /** What belongs to the record now, and what did once. */
    private void find(TableEntry table) {
        Set<Long> found = new TreeSet<>(without.leftOut(table));
        rows.put(table.name(), found);
        if (isNumbered(table) && !table.name().equals(kind)) {
            for (ForeignKey key : needed(table)) {
                found.addAll(
                        database.sql("select distinct id from \"%s_aud\" where %s".formatted(table.name(), among(key)))
                                .query(Long.class)
                                .list());
            }
        }
    }

    /**
     * Takes all of it away.
     *
     * @param account number of that of the person who asked for it
     * @param by name of the person who asked for it
     * @param reason which stays with the number
     * @param note how the audit chain shall tell of it
     * @return what it took
     */
    Outcome carryOut(long account, String by, String reason, ErasureNote note) {
        List<String> held = held();
        new Manuscripts(database, kind, id).empty(taken);
        tables.forEach(this::forget);
        List<TableEntry> last = new ArrayList<>(tables);
        Collections.reverse(last);
        last.forEach(this::loosen);
        last.forEach(this::remove);
        database.sql(
                        "insert into withdrawn (kind, record_id, withdrawn_on, reason) values (:kind, :id, now(), :reason)")
                .param("kind", kind)
                .param("id", id)
                .param("reason", reason)
                .update();
        database.sql("""
                        insert into revision (id, made_at, made_by, made_by_id, reason)
                        values (nextval('revision_seq'), now(), :by, :account, :reason)
                        """)
                .param("by", by)
                .param("account", account)
                .param("reason", "Erased %s %d: %s".formatted(kind, id, reason))
                .update();
        note.leave("%s %d".formatted(kind, id), List.copyOf(revisions));
        return new Outcome(taken, held.stream().filter(this::isLetGo).toList());
    }

    /** The files that the record has or had. */
    private List<String> held() {
        return !kind.equals("document")
                ? List.of()
                : database.sql(
                                "select sha256 from document where id = :id union select sha256 from document_aud where id = :id and sha256 is not null")
                        .param("id", id)
                        .query(String.class)
                        .list();
    }

    /** Forgets a file unless another document has it, or had it. */
    private boolean isLetGo(String sha256) {
        boolean isNeeded = database.sql(
                        "select exists (select from document where sha256 = :sha256) or exists (select from document_aud where sha256 = :sha256)")
                .param("sha256", sha256)
                .query(Boolean.class)
                .single();
        if (!isNeeded) {
            count(
                    "document_file",
                    database.sql("delete from document_file where sha256 = :sha256")
                            .param("sha256", sha256)
                            .update());
        }
        return !isNeeded;
    }

    /** Takes the history of what belongs to the record, and its number out of the history of the rest. */
    private void forget(TableEntry table) {
        String history = table.name() + "_aud";
        List<String> own =
                new ArrayList<>(needed(table).stream().map(this::among).toList());
        Set<Long> numbers = rows.getOrDefault(table.name(), Set.of());
        if (isNumbered(table) && !numbers.isEmpty()) {
            own.add("id = any ('{%s}')".formatted(list(numbers)));
        }
        if (!own.isEmpty()) {
            note(history, "delete from \"%s\" where %s returning rev".formatted(history, String.join(" or ", own)));
        }
        named(table)
                .forEach(key -> note(
                        history,
                        "update \"%s\" set \"%s\" = null where %s returning rev"
                                .formatted(history, key.columns().get(0), among(key))));
    }

    private void note(String history, String statement) {
        List<Long> touched = database.sql(statement).query(Long.class).list();
        revisions.addAll(touched);
        count(history, touched.size());
    }

    private void loosen(TableEntry table) {
        named(table)
                .forEach(key -> count(
                        table.name(),
                        jdbc.update("update \"%s\" set \"%s\" = null where %s and not (%s)"
                                .formatted(table.name(), key.columns().get(0), among(key), own(table)))));
    }

    private void remove(TableEntry table) {
        count(table.name(), jdbc.update("delete from \"%s\" where %s".formatted(table.name(), own(table))));
    }

    /** The rows of a table that belong to the record. */
    private String own(TableEntry table) {
        return isNumbered(table)
                ? "id = any ('{%s}')".formatted(list(without.leftOut(table)))
                : needed(table).stream()
                        .map(this::among)
                        .collect(Collectors.joining(" or ", "(false or ", ")"))
                        .replace("(false or )", "false");
    }

    private void count(String table, int changed) {
        if (changed > 0) {
            taken.merge(table, changed, Integer::sum);
        }
    }

    private List<ForeignKey> needed(TableEntry table) {
        return keys(table, true);
    }

    private List<ForeignKey> named(TableEntry table) {
        return keys(table, false);
    }

    /** The keys that lead to what belongs to the record, and that a row needs or does not. */
    private List<ForeignKey> keys(TableEntry table, boolean needed) {
        return table.foreignKeys().stream()
                .filter(key -> !rows.getOrDefault(key.table(), Set.of()).isEmpty())
                .filter(key -> table.columns().stream()
                        .filter(column -> column.name().equals(key.columns().get(0)))
                        .map(ColumnEntry::mayBeEmpty)
                        .allMatch(mayBeEmpty -> mayBeEmpty != needed))
                .toList();
    }

    private String among(ForeignKey key) {
        return "\"%s\" = any ('{%s}')".formatted(key.columns().get(0), list(rows.getOrDefault(key.table(), Set.of())));
    }

    private static String list(Set<Long> numbers) {
        return numbers.stream().map(String::valueOf).collect(Collectors.joining(","));
    }

    private static boolean isNumbered(TableEntry table) {
        return table.primaryKey().equals(List.of("id"));
    }
}
