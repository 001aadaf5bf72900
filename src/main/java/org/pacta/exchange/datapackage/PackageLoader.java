package org.pacta.exchange.datapackage;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;
import org.postgresql.util.PSQLException;
import org.postgresql.util.ServerErrorMessage;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Fills an empty registry from a data package. */
@Service
@Transactional
class PackageLoader {

    private static final Pattern LINE =
            Pattern.compile("^COPY \\w+, line (\\d+)(?:, column (\\w+))?", Pattern.MULTILINE);

    private final JdbcClient database;
    private final JdbcTemplate connections;

    PackageLoader(JdbcClient database, JdbcTemplate connections) {
        this.database = database;
        this.connections = connections;
    }

    record Loaded(String title, int tables, long records) {}

    /**
     * Loads a package with the ids it brings, as the first revision of each of its records.
     *
     * @param descriptor datapackage.json, with the files of the package beside it
     * @return nothing when the registry already holds something
     */
    Optional<Loaded> loadIntoEmptyRegistry(Resource descriptor) {
        // Of several instances that start on one empty database, the first loads and the others wait for its end.
        database.sql("select pg_advisory_xact_lock(hashtext('org.pacta.exchange.datapackage'))")
                .query()
                .listOfRows();
        if (!isEmpty()) {
            return Optional.empty();
        }
        DataPackage data = DataPackage.read(descriptor);
        RegistryTables registry = RegistryTables.of(database);
        List<Table> tables = new PackageCheck(data, registry).tables();
        long records = 0;
        for (Table table : tables) {
            records += copy(data, table);
        }
        long revision = writeRevision(data);
        for (Table table : tables) {
            writeHistory(table, registry.columns().get(table.name()), revision);
            moveSequence(table);
        }
        return Optional.of(new Loaded(data.title(), tables.size(), records));
    }

    private boolean isEmpty() {
        return database.sql("select not exists (select from source) and not exists (select from council)"
                        + " and not exists (select from revision)")
                .query(Boolean.class)
                .single();
    }

    private long copy(DataPackage data, Table table) {
        String columns = quoted(table.columns());
        String sql = "copy \"%s\" (%s) from stdin with (format csv, header, encoding 'UTF8', force_null (%s))"
                .formatted(table.name(), columns, columns);
        ConnectionCallback<Long> copying = connection -> {
            try (InputStream csv = data.file(table).getInputStream()) {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyIn(sql, csv);
            } catch (PSQLException e) {
                throw refused(data, table, e);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Long copied = connections.execute(copying);
        return copied == null ? 0 : copied;
    }

    /** The rules that only the database knows speak in its words; it counts lines, not rows. */
    private static RuntimeException refused(DataPackage data, Table table, PSQLException e) throws SQLException {
        ServerErrorMessage answer = e.getServerErrorMessage();
        if (answer == null
                || answer.getSQLState() == null
                || !answer.getSQLState().matches("2[23].*")) {
            throw e;
        }
        return new MalformedPackageException(
                data.location(), table.path() + place(answer.getWhere()) + ": " + answer.getMessage());
    }

    private static String place(@Nullable String context) {
        Matcher line = LINE.matcher(context == null ? "" : context);
        if (!line.find()) {
            return "";
        }
        return ", line " + line.group(1) + (line.group(2) == null ? "" : ", column " + line.group(2));
    }

    private long writeRevision(DataPackage data) {
        return database.sql("""
                        insert into revision (id, made_at, made_by, reason)
                        values (nextval('revision_seq'), now(), 'Pacta', :reason)
                        returning id
                        """)
                .param("reason", "Loaded the data package " + data.title())
                .query(Long.class)
                .single();
    }

    private void writeHistory(Table table, Collection<String> columns, long revision) {
        database.sql("insert into \"%1$s_aud\" (%2$s, rev, revtype) select %2$s, :revision, 0 from \"%1$s\""
                        .formatted(table.name(), quoted(columns)))
                .param("revision", revision)
                .update();
    }

    /** The next value ends the next block of ids that Hibernate hands out, so all of that block lies past the ids in use. */
    private void moveSequence(Table table) {
        if (table.columns().contains("id")) {
            database.sql("""
                            select setval('"%1$s_seq"', greatest(highest, (select last_value from "%1$s_seq")))
                            from (select max(id) as highest from "%1$s") used
                            where highest is not null
                            """.formatted(table.name())).query(Long.class).optional();
        }
    }

    private static String quoted(Collection<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }
}
