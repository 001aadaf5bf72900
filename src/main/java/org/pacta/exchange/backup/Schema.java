package org.pacta.exchange.backup;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The tables of a database, those that others refer to first, and its sequences. */
final class Schema {

    private static final String LEFT_OUT = "('flyway_schema_history', 'spring_session', 'spring_session_attributes')";

    private final JdbcClient jdbc;

    Schema(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Version of the last migration. */
    String version() {
        return jdbc.sql(
                        "select version from flyway_schema_history where success and version is not null order by installed_rank desc limit 1")
                .query(String.class)
                .single();
    }

    /** The columns of each table that are stored and not generated, in an order in which rows can be loaded. */
    Map<String, List<String>> tables() {
        Map<String, List<String>> columns = new TreeMap<>();
        jdbc.sql("""
                        select relname, attname from pg_class join pg_attribute on attrelid = pg_class.oid
                        where relkind = 'r' and relnamespace = current_schema()::regnamespace and relname not in %s
                            and attnum > 0 and not attisdropped and attgenerated = '' order by relname, attnum
                        """.formatted(LEFT_OUT)).query(row -> {
            columns.computeIfAbsent(row.getString("relname"), name -> new ArrayList<>())
                    .add(row.getString("attname"));
        });
        Map<String, Set<String>> referred = new TreeMap<>();
        jdbc.sql("""
                        select distinct conrelid::regclass::text as referring, confrelid::regclass::text as referred
                        from pg_constraint where contype = 'f' and conrelid <> confrelid and connamespace = current_schema()::regnamespace
                        """).query(row -> {
            referred.computeIfAbsent(row.getString("referring"), name -> new LinkedHashSet<>())
                    .add(row.getString("referred"));
        });
        Map<String, List<String>> ordered = new LinkedHashMap<>();
        columns.keySet().forEach(table -> place(table, referred, columns, ordered, new LinkedHashSet<>()));
        return ordered;
    }

    private static void place(
            String table,
            Map<String, Set<String>> referred,
            Map<String, List<String>> columns,
            Map<String, List<String>> ordered,
            Set<String> waiting) {
        if (ordered.containsKey(table) || !columns.containsKey(table)) {
            return;
        }
        if (!waiting.add(table)) {
            throw new IllegalStateException("Tables refer to one another in a circle: " + waiting);
        }
        referred.getOrDefault(table, Set.of()).forEach(other -> place(other, referred, columns, ordered, waiting));
        ordered.put(table, columns.get(table));
    }

    /** The last value of each sequence that was used. */
    Map<String, Long> sequences() {
        Map<String, Long> values = new TreeMap<>();
        jdbc.sql(
                        "select sequencename, last_value from pg_sequences where schemaname = current_schema() and last_value is not null")
                .query(row -> {
                    values.put(row.getString("sequencename"), row.getLong("last_value"));
                });
        return values;
    }

    /** Whether nobody has kept anything here yet. */
    boolean isEmpty() {
        return jdbc.sql("select not exists (select from revision) and not exists (select from account)")
                .query(Boolean.class)
                .single();
    }
}
