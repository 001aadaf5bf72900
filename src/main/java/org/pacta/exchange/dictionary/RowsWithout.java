package org.pacta.exchange.dictionary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.dictionary.TableEntry.ForeignKey;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The rows of the registry without some records that were withdrawn. What cannot be without those is left out too: their own rows, and rows that
 * need them to say anything. What else names them keeps all but the name. The rows that are left name no other, so that they are a registry of
 * their own.
 */
public class RowsWithout {

    /** The condition of all records that were withdrawn. */
    public static final String WITHDRAWN = "withdrawn_on is not null";

    /** What belongs to another though it need not. */
    private static final Set<String> BELONGING = Set.of("merged_into_id");

    private final JdbcClient database;
    private final Function<TableEntry, String> gone;
    private final Map<String, List<Check>> checks;
    private final Map<String, Map<Long, Withdrawal>> leftOut = new HashMap<>();
    private final List<Named> withdrawn = new ArrayList<>();

    /**
     * Reads what is left out.
     *
     * @param tables of the registry, each after those it refers to
     * @param gone condition of what is left out first, among the withdrawn records of a table of them
     */
    public RowsWithout(JdbcClient database, List<TableEntry> tables, Function<TableEntry, String> gone) {
        this.database = database;
        this.gone = gone;
        this.checks = checks();
        tables.forEach(this::read);
    }

    /** A record that was withdrawn, or that went with one. */
    public record Named(String kind, long recordId, String withdrawnOn, String reason) {}

    private record Withdrawal(Timestamp on, String reason) {}

    private record Check(String table, List<String> columns, String condition) {}

    /** Those that were withdrawn and those that went with them, without their content. */
    public List<Named> withdrawn() {
        return List.copyOf(withdrawn);
    }

    /** The numbers of the rows of a table that are left out; none of a table without numbers. */
    public Set<Long> leftOut(TableEntry table) {
        return Set.copyOf(leftOut.getOrDefault(table.name(), Map.of()).keySet());
    }

    /** The rows of a table that are left, as something to select from. */
    public String of(TableEntry table) {
        return "(select * from %s where not (%s)) shown".formatted(rows(table), hidden(table, keys(table)));
    }

    private void read(TableEntry table) {
        if (!table.primaryKey().equals(List.of("id"))) {
            return;
        }
        Map<Long, Withdrawal> found = new TreeMap<>();
        leftOut.put(table.name(), found);
        // What belongs to another of its own table may belong to one that is found only now.
        int before;
        do {
            before = found.size();
            String hidden = hidden(table, keys(table));
            if (hidden.equals("false")) {
                return;
            }
            database.sql("select * from \"%s\" where id in (select id from %s where %s)"
                            .formatted(table.name(), rows(table), hidden))
                    .query((row, n) -> found.putIfAbsent(row.getLong("id"), withdrawal(table, row)))
                    .list();
        } while (found.size() > before && keys(table).stream().anyMatch(key -> isOwn(table, key)));
        if (isWithdrawable(table)) {
            found.forEach((id, withdrawal) -> withdrawn.add(
                    new Named(table.name(), id, withdrawal.on.toInstant().toString(), withdrawal.reason)));
        }
    }

    /** When and why a row went: itself, or what it cannot be without. */
    private Withdrawal withdrawal(TableEntry table, ResultSet row) throws SQLException {
        Timestamp on = isWithdrawable(table) ? row.getTimestamp("withdrawn_on") : null;
        if (on != null) {
            return new Withdrawal(on, row.getString("withdrawal_reason"));
        }
        @Nullable Withdrawal another = null;
        for (ForeignKey key : keys(table)) {
            Withdrawal of = Objects.requireNonNull(leftOut.get(key.table()))
                    .get(row.getLong(key.columns().get(0)));
            if (of != null && (another == null || needs(table, key))) {
                another = of;
            }
        }
        return Objects.requireNonNull(another);
    }

    /** The rows of a table with nothing where they name what is left out. */
    private String rows(TableEntry table) {
        Map<String, ForeignKey> emptied = keys(table).stream()
                .filter(key -> !needs(table, key))
                .collect(Collectors.toMap(key -> key.columns().get(0), key -> key));
        return table.columns().stream()
                .map(ColumnEntry::name)
                .map(column -> {
                    ForeignKey key = emptied.get(column);
                    return key == null
                            ? '"' + column + '"'
                            : "case when %s then null else \"%s\" end as \"%2$s\"".formatted(isLeftOut(key), column);
                })
                .collect(Collectors.joining(", ", "(select ", " from \"%s\") named".formatted(table.name())));
    }

    private String hidden(TableEntry table, List<ForeignKey> keys) {
        List<String> reasons = new ArrayList<>();
        if (isWithdrawable(table)) {
            reasons.add(gone.apply(table));
        }
        keys.stream().filter(key -> needs(table, key)).map(this::isLeftOut).forEach(reasons::add);
        Set<String> emptied = keys.stream()
                .filter(key -> !needs(table, key))
                .map(key -> key.columns().get(0))
                .collect(Collectors.toSet());
        checks.getOrDefault(table.name(), List.of()).stream()
                .filter(check -> check.columns.stream().anyMatch(emptied::contains))
                .map(check -> "(%s) is false".formatted(check.condition))
                .forEach(reasons::add);
        reasons.remove("false");
        return reasons.isEmpty() ? "false" : String.join(" or ", reasons);
    }

    /** The keys that lead to something that is left out. */
    private List<ForeignKey> keys(TableEntry table) {
        return table.foreignKeys().stream()
                .filter(key -> !leftOut.getOrDefault(key.table(), Map.of()).isEmpty())
                .toList();
    }

    private String isLeftOut(ForeignKey key) {
        return "coalesce(\"%s\" = any ('{%s}'::bigint[]), false)"
                .formatted(
                        key.columns().get(0),
                        Objects.requireNonNull(leftOut.get(key.table())).keySet().stream()
                                .map(String::valueOf)
                                .collect(Collectors.joining(",")));
    }

    private static boolean needs(TableEntry table, ForeignKey key) {
        String column = key.columns().get(0);
        return BELONGING.contains(column)
                || table.columns().stream().anyMatch(each -> each.name().equals(column) && !each.mayBeEmpty());
    }

    private static boolean isOwn(TableEntry table, ForeignKey key) {
        return key.table().equals(table.name());
    }

    private static boolean isWithdrawable(TableEntry table) {
        return table.columns().stream().anyMatch(column -> column.name().equals("withdrawn_on"));
    }

    private Map<String, List<Check>> checks() {
        return database
                .sql("""
                        select relname::text as "table", pg_get_expr(conbin, conrelid) as condition,
                            array(select attname::text from pg_attribute where attrelid = conrelid and attnum = any (conkey)) as columns
                        from pg_constraint join pg_class on pg_class.oid = conrelid
                        where contype = 'c' and connamespace = current_schema()::regnamespace
                        """)
                .query((row, n) -> new Check(
                        row.getString("table"),
                        Arrays.asList((String[]) row.getArray("columns").getArray()),
                        row.getString("condition")))
                .list()
                .stream()
                .collect(Collectors.groupingBy(Check::table));
    }
}
