package org.pacta.exchange.datapackage;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.security.DigestOutputStream;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.dictionary.ColumnEntry;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.exchange.dictionary.RowsWithout;
import org.pacta.exchange.dictionary.TableEntry;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/**
 * Writes the whole registry as a data package in a zip file, from one snapshot, row by row as the database hands them out. The descriptor
 * comes last, since it gives the size and hash of each file. The same state gives the same bytes.
 */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class PackageWriter {

    private static final int BUFFER = 1 << 16;

    private static final JsonMapper JSON = JsonMapper.shared();

    private final Snapshots snapshots;
    private final JdbcTemplate connections;
    private final JdbcClient database;
    private final Dictionary dictionary;
    private final PackagedFiles documentFiles;

    PackageWriter(
            Snapshots snapshots,
            JdbcTemplate connections,
            JdbcClient database,
            Dictionary dictionary,
            PackagedFiles documentFiles) {
        this.snapshots = snapshots;
        this.connections = connections;
        this.database = database;
        this.dictionary = dictionary;
        this.documentFiles = documentFiles;
    }

    /** For whom a package is. */
    enum Readers {
        /** Of what was withdrawn they get number, day and reason. */
        EVERYBODY(false, false),
        EVERYBODY_WITH_FILES(false, true),
        STAFF(true, false),
        STAFF_WITH_FILES(true, true);

        private final boolean isStaff;
        private final boolean hasFiles;

        Readers(boolean isStaff, boolean hasFiles) {
            this.isStaff = isStaff;
            this.hasFiles = hasFiles;
        }

        /** The documents of which these readers get the files. */
        String documents() {
            return isStaff ? "document" : "document_line";
        }
    }

    /** Writes the package for these readers and leaves the stream open; answers which state of the registry it holds. */
    Snapshot write(Readers readers, OutputStream out) throws IOException {
        Snapshot snapshot = snapshots.now();
        List<TableEntry> tables = DataPackage.tables(dictionary);
        RowsWithout shown = readers.isStaff ? null : new RowsWithout(database, tables, table -> RowsWithout.WITHDRAWN);
        ZipOutputStream zip = new ZipOutputStream(out);
        List<PackageDescription.File> files = new ArrayList<>();
        for (TableEntry table : tables) {
            files.add(write(table, rows(table, shown), snapshot, zip));
        }
        List<String> documents = readers.hasFiles
                ? documentFiles.write(readers.documents(), zip, name -> entry(name, snapshot))
                : List.of();
        zip.putNextEntry(entry(DataPackage.FILE, snapshot));
        zip.write(PackageDescription.json(snapshot, dictionary.version(), files, documents));
        zip.closeEntry();
        zip.finish();
        return snapshot;
    }

    private PackageDescription.File write(TableEntry table, String from, Snapshot snapshot, ZipOutputStream zip)
            throws IOException {
        ZipEntry entry = entry(table.name() + ".csv", snapshot);
        zip.putNextEntry(entry);
        DigestOutputStream content = new DigestOutputStream(zip, DigestUtils.getSha256Digest());
        OutputStream buffer = new BufferedOutputStream(content, BUFFER);
        long rows = copy(table, from, buffer);
        buffer.flush();
        zip.closeEntry();
        String hash =
                "sha256:" + HexFormat.of().formatHex(content.getMessageDigest().digest());
        return new PackageDescription.File(table, entry.getSize(), hash, rows);
    }

    /** What to select the rows of a table from. Those left out stand beside the records whose content went before. */
    private String rows(TableEntry table, @Nullable RowsWithout shown) {
        if (shown == null || !table.name().equals(DataPackage.WITHDRAWN)) {
            return shown == null ? '"' + table.name() + '"' : shown.of(table);
        }
        ConnectionCallback<String> quoting = connection ->
                connection.unwrap(PGConnection.class).escapeLiteral(JSON.writeValueAsString(shown.withdrawn()));
        return """
                (select * from withdrawn union all select kind, "recordId", "withdrawnOn", reason from jsonb_to_recordset('%s')
                    as gone(kind text, "recordId" bigint, "withdrawnOn" timestamptz, reason text)) named""".formatted(connections.execute(quoting));
    }

    private long copy(TableEntry table, String from, OutputStream out) {
        String sql = "copy (select %s from %s order by %s) to stdout with (format csv, header, encoding 'UTF8')"
                .formatted(
                        table.carried().stream().map(PackageWriter::selected).collect(Collectors.joining(", ")),
                        from,
                        table.primaryKey().stream().map(key -> '"' + key + '"').collect(Collectors.joining(", ")));
        ConnectionCallback<Long> copying = connection -> {
            try {
                return connection.unwrap(PGConnection.class).getCopyAPI().copyOut(sql, out);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        };
        Long rows = connections.execute(copying);
        return rows == null ? 0 : rows;
    }

    /** Truth and moments as the Table Schema writes them. */
    private static String selected(ColumnEntry column) {
        String form =
                switch (column.type()) {
                    case BOOLEAN -> "\"%1$s\"::text as \"%1$s\"";
                    case MOMENT ->
                        "to_char(\"%1$s\" at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"') as \"%1$s\"";
                    default -> "\"%1$s\"";
                };
        return form.formatted(column.name());
    }

    private static ZipEntry entry(String name, Snapshot snapshot) {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(LocalDateTime.ofInstant(snapshot.madeAt(), ZoneOffset.UTC));
        return entry;
    }
}
