package org.pacta.exchange.datapackage;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.flywaydb.core.api.MigrationVersion;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The tables a package may fill, with their columns: those whose history is kept, so neither accounts nor sessions.
 *
 * @param version the newest migration of the database
 */
record RegistryTables(MigrationVersion version, Map<String, Set<String>> columns) {

    private record Column(String table, String name) {}

    static RegistryTables of(JdbcClient database) {
        MigrationVersion version = database
                .sql("select version from flyway_schema_history where success and version is not null")
                .query(String.class)
                .list()
                .stream()
                .map(MigrationVersion::fromVersion)
                .max(Comparator.naturalOrder())
                .orElse(MigrationVersion.EMPTY);
        List<Column> columns = database.sql("""
                        select table_name as "table", column_name as name
                        from information_schema.columns audited
                        where table_schema = current_schema() and is_generated = 'NEVER' and column_name <> 'version'
                          and exists (
                              select from information_schema.tables twin
                              where twin.table_schema = audited.table_schema and twin.table_name = audited.table_name || '_aud')
                        """).query(Column.class).list();
        return new RegistryTables(
                version,
                columns.stream()
                        .collect(Collectors.groupingBy(
                                Column::table, Collectors.mapping(Column::name, Collectors.toSet()))));
    }
}
