package org.pacta.exchange.datapackage;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.exchange.dictionary.TableEntry;
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
    private final Dictionary dictionary;
    private final PackagedFiles files;

    PackageLoader(JdbcClient database, JdbcTemplate connections, Dictionary dictionary, PackagedFiles files) {
        this.database = database;
        this.connections = connections;
        this.dictionary = dictionary;
        this.files = files;
    }

    record Loaded(String title, int tables, long records) {}

    /**
     * Loads a package with the ids it brings, as the first revision of each of its records.
     *
     * @param place the descriptor, with the files beside it, or the directory or zip file that holds them all
     * @return nothing when the registry already holds something
     */
    Optional<Loaded> loadIntoEmptyRegistry(Resource place) {
        // Of several instances that start on one empty database, the first loads and the others wait for its end.
        database.sql("select pg_advisory_xact_lock(hashtext('org.pacta.exchange.datapackage'))")
                .query()
                .listOfRows();
        if (!isEmpty()) {
            return Optional.empty();
        }
        DataPackage data = DataPackage.read(place);
        List<Table> tables = new PackageCheck(data, dictionary).tables();
        long records = 0;
        for (Table table : tables) {
            records += copy(data, table);
        }
        long revision = writeRevision(data);
        for (Table table : tables) {
            moveSequence(table);
        }
        Set<String> loaded = tables.stream().map(Table::name).collect(Collectors.toSet());
        if (loaded.contains(DataPackage.WITHDRAWN)) {
            keepNumbers(data);
        }
        dictionary.registry().stream()
                .filter(table -> loaded.contains(table.name()))
                .forEach(table -> writeHistory(table, revision));
        try {
            files.load(data);
        } catch (IOException unreadable) {
            throw new MalformedPackageException(
                    place, "a file of a document cannot be read (%s)".formatted(unreadable.getMessage()));
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

    /** The rules that only the database knows speak in its words. It counts lines, and names a column in the name of the rule. */
    private static RuntimeException refused(DataPackage data, Table table, PSQLException e) throws SQLException {
        ServerErrorMessage answer = e.getServerErrorMessage();
        if (answer == null
                || answer.getSQLState() == null
                || !answer.getSQLState().matches("2[23].*")) {
            throw e;
        }
        Matcher line = LINE.matcher(Objects.requireNonNullElse(answer.getWhere(), ""));
        boolean found = line.find();
        String row = found ? ", row " + row(data, table, Long.parseLong(line.group(1))) : "";
        String column = found && line.group(2) != null ? line.group(2) : column(table, answer);
        return new MalformedPackageException(
                data.location(),
                table.path() + row + (column == null ? "" : ", column " + column) + ": " + answer.getMessage());
    }

    private static long row(DataPackage data, Table table, long line) {
        try (CsvReader<CsvRecord> records = CsvReader.builder()
                .skipEmptyLines(false)
                .ofCsvRecord(new InputStreamReader(data.file(table).getInputStream(), StandardCharsets.UTF_8))) {
            return records.stream()
                    .takeWhile(csv -> csv.getStartingLineNumber() <= line)
                    .count();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable String column(Table table, ServerErrorMessage answer) {
        if (answer.getColumn() != null) {
            return answer.getColumn();
        }
        String rule = Objects.requireNonNullElse(answer.getConstraint(), "");
        return table.columns().stream()
                .filter(column -> rule.matches("%s_%s_[a-z]+".formatted(table.name(), column)))
                .findFirst()
                .orElse(null);
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

    private void writeHistory(TableEntry table, long revision) {
        List<String> columns = table.carried().stream().map(ColumnEntry::name).toList();
        database.sql("insert into \"%1$s_aud\" (%2$s, rev, revtype) select %2$s, :revision, 0 from \"%1$s\""
                        .formatted(table.name(), quoted(columns)))
                .param("revision", revision)
                .update();
    }

    /** The next value ends the next block of ids that Hibernate hands out, so all of that block lies past the ids in use. */
    private void moveSequence(Table table) {
        if (table.columns().contains("id")) {
            database.sql("select max(id) from \"%s\" having max(id) is not null".formatted(table.name()))
                    .query(Long.class)
                    .optional()
                    .ifPresent(highest -> moveSequence(table.name(), highest));
        }
    }

    private void moveSequence(String table, long highest) {
        database.sql("select setval('\"%1$s_seq\"', greatest(:highest, (select last_value from \"%1$s_seq\")))"
                        .formatted(table))
                .param("highest", highest)
                .query(Long.class)
                .single();
    }

    /** What was withdrawn has its number for good, and that of no record which stands. */
    private void keepNumbers(DataPackage data) {
        database.sql("select kind || ' ' || id from subject group by kind, id having count(*) > 1 limit 1")
                .query(String.class)
                .optional()
                .ifPresent(twice -> {
                    throw new MalformedPackageException(
                            data.location(),
                            "%s.csv: there is a row of %s too".formatted(DataPackage.WITHDRAWN, twice));
                });
        database.sql("select kind, max(record_id) as highest from withdrawn group by kind")
                .query(row -> {
                    moveSequence(row.getString("kind"), row.getLong("highest"));
                });
    }

    private static String quoted(Collection<String> columns) {
        return columns.stream().map(column -> '"' + column + '"').collect(Collectors.joining(", "));
    }
}
