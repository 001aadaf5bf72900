package org.pacta.exchange.dictionary;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.dictionary.ColumnEntry.Type;
import org.pacta.exchange.dictionary.TableEntry.ForeignKey;
import org.pacta.exchange.dictionary.TableEntry.Kind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/** The tables of the database and what they hold, in the order they were made. Read once: the schema does not change while Pacta runs. */
@Component
public class Dictionary {

    private static final Set<String> HISTORY_ALONE = Set.of("rev", "revtype", "revend");

    private final JdbcClient database;
    private final SingletonSupplier<List<TableEntry>> tables = SingletonSupplier.of(this::read);

    public Dictionary(JdbcClient database) {
        this.database = database;
    }

    private record Column(
            String table,
            String name,
            String type,
            boolean mayBeEmpty,
            boolean generated,
            @Nullable String tableMeaning,
            @Nullable String meaning) {}

    private record Constraint(
            String table,
            String kind,
            List<String> columns,
            @Nullable String target,
            List<String> targetColumns,
            String definition) {}

    public List<TableEntry> tables() {
        return tables.obtain();
    }

    /** The tables that hold the records of the registry, and nothing of its history. */
    public List<TableEntry> registry() {
        return of(Kind.REGISTRY);
    }

    /** The newest migration of the database, such as "014". */
    public String version() {
        return database.sql("""
                        select version from flyway_schema_history
                        where success and version is not null order by installed_rank desc limit 1
                        """).query(String.class).single();
    }

    List<TableEntry> of(Kind kind) {
        return tables().stream().filter(table -> table.kind() == kind).toList();
    }

    /** The columns that the history of a table has beside those of the table. */
    List<ColumnEntry> historyAlone() {
        return of(Kind.HISTORY).get(0).columns().stream()
                .filter(column -> HISTORY_ALONE.contains(column.name()))
                .toList();
    }

    private List<TableEntry> read() {
        List<Column> columns = columns();
        Map<String, List<Constraint>> constraints =
                constraints().stream().collect(Collectors.groupingBy(Constraint::table));
        Map<String, List<Column>> byTable = columns.stream().collect(Collectors.groupingBy(Column::table));
        return columns.stream()
                .map(Column::table)
                .distinct()
                .map(table -> entry(byTable, table, constraints.getOrDefault(table, List.of())))
                .toList();
    }

    private static TableEntry entry(Map<String, List<Column>> tables, String table, List<Constraint> constraints) {
        List<Column> columns = Objects.requireNonNull(tables.get(table));
        CheckConstraints checks = new CheckConstraints(
                of("c", constraints).map(Constraint::definition).toList());
        List<ForeignKey> foreignKeys = of("f", constraints)
                .map(key -> new ForeignKey(key.columns, Objects.requireNonNull(key.target), key.targetColumns))
                .toList();
        return new TableEntry(
                table,
                kind(table, tables.keySet()),
                Meanings.of(table, columns.get(0).tableMeaning),
                columns.stream()
                        .map(column -> entry(column, checks, foreignKeys))
                        .toList(),
                of("p", constraints).map(Constraint::columns).findFirst().orElse(List.of()),
                of("u", constraints).map(Constraint::columns).toList(),
                foreignKeys);
    }

    private static ColumnEntry entry(Column column, CheckConstraints checks, List<ForeignKey> foreignKeys) {
        return new ColumnEntry(
                column.name,
                checks.isPartialDate(column.name) ? Type.PARTIAL_DATE : type(column.type),
                column.mayBeEmpty,
                column.generated,
                Meanings.of(column.table, column.name, column.meaning),
                foreignKeys.stream()
                        .filter(key -> key.columns().equals(List.of(column.name)))
                        .map(ForeignKey::table)
                        .findFirst()
                        .orElse(null),
                checks.rule(column.name));
    }

    private static Stream<Constraint> of(String kind, List<Constraint> constraints) {
        return constraints.stream().filter(constraint -> constraint.kind.equals(kind));
    }

    private static Kind kind(String table, Set<String> tables) {
        if (tables.contains(table + "_aud")) {
            return Kind.REGISTRY;
        }
        return table.endsWith("_aud") ? Kind.HISTORY : Kind.BESIDE;
    }

    private static Type type(String sql) {
        return switch (sql) {
            case "bigint", "integer", "smallint" -> Type.INTEGER;
            case "numeric" -> Type.NUMBER;
            case "boolean" -> Type.BOOLEAN;
            case "date" -> Type.DAY;
            case "timestamp with time zone", "timestamp without time zone" -> Type.MOMENT;
            default -> Type.TEXT;
        };
    }

    private List<Column> columns() {
        return database.sql("""
                        select relname::text as "table", attname::text as name, format_type(atttypid, null) as type,
                            not attnotnull as may_be_empty, attgenerated <> '' as generated,
                            obj_description(pg_class.oid, 'pg_class') as table_meaning, col_description(pg_class.oid, attnum) as meaning
                        from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0 and not attisdropped
                        where relkind = 'r' and relnamespace = current_schema()::regnamespace
                        order by pg_class.oid, attnum
                        """).query(Column.class).list();
    }

    private List<Constraint> constraints() {
        return database.sql("""
                        select owner.relname::text as "table", contype::text as kind, target.relname::text as target,
                            pg_get_constraintdef(pg_constraint.oid) as definition,
                            array(select attname::text from unnest(conkey) with ordinality key (number, n)
                                join pg_attribute on attrelid = conrelid and attnum = number order by n) as columns,
                            array(select attname::text from unnest(confkey) with ordinality key (number, n)
                                join pg_attribute on attrelid = confrelid and attnum = number order by n) as target_columns
                        from pg_constraint
                        join pg_class owner on owner.oid = conrelid
                        left join pg_class target on target.oid = confrelid
                        where connamespace = current_schema()::regnamespace and contype in ('p', 'u', 'f', 'c')
                        order by pg_constraint.oid
                        """)
                .query((row, n) -> new Constraint(
                        row.getString("table"),
                        row.getString("kind"),
                        Arrays.asList((String[]) row.getArray("columns").getArray()),
                        row.getString("target"),
                        Arrays.asList((String[]) row.getArray("target_columns").getArray()),
                        row.getString("definition")))
                .list();
    }
}
