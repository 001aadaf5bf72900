package org.pacta.exchange.backup;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.DigestInputStream;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.storage.FileStore;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.core.io.Resource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Writes a backup while people go on working: what it holds is what stood at one moment. */
final class Backup {

    private static final JsonMapper json = JsonMapper.shared();

    private final Connection connection;
    private final String pacta;
    private final FileStore store;
    private final @Nullable SigningKey key;

    /**
     * @param connection to the database; a backup ends the transaction it is in
     * @param pacta version of the application
     * @param store of the files that the database names
     * @param key signs the file; null for a checksum alone
     */
    Backup(Connection connection, String pacta, FileStore store, @Nullable SigningKey key) {
        this.connection = connection;
        this.pacta = pacta;
        this.store = store;
        this.key = key;
    }

    /** Writes a file that is whole or not there; refuses with {@link UnusableBackupException} to write over another. */
    Manifest write(Path file) throws IOException, SQLException {
        if (Files.exists(file)) {
            throw new UnusableBackupException("There is a file %s already. Name another.".formatted(file));
        }
        Path folder = file.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder) || !Files.isWritable(folder)) {
            throw new UnusableBackupException("Nothing can be written into the folder %s.".formatted(folder));
        }
        Path unfinished = Files.createTempFile(folder, file.getFileName() + ".", ".unfinished");
        try {
            Manifest manifest = copy(unfinished);
            Seal.set(unfinished, key);
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return manifest;
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }

    private Manifest copy(Path file) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(file))) {
            zip.setComment(Seal.blank(key));
            JdbcClient jdbc = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            Schema schema = new Schema(jdbc);
            String version = schema.version();
            List<Manifest.Part> parts = new ArrayList<>();
            for (Map.Entry<String, List<String>> table : schema.tables().entrySet()) {
                parts.add(copy(table.getKey(), table.getValue(), zip));
            }
            List<String> files = new ArrayList<>();
            List<String> missing = new ArrayList<>();
            for (String sha256 : named(jdbc)) {
                (copy(sha256, zip) ? files : missing).add(sha256);
            }
            Manifest manifest = new Manifest(
                    pacta,
                    Instant.now().truncatedTo(ChronoUnit.SECONDS),
                    version,
                    parts,
                    schema.sequences(),
                    files,
                    missing);
            zip.putNextEntry(new ZipEntry(Manifest.NAME));
            zip.write(json.writerWithDefaultPrettyPrinter().writeValueAsBytes(manifest));
            zip.closeEntry();
            return manifest;
        } finally {
            connection.rollback();
        }
    }

    private static List<String> named(JdbcClient jdbc) {
        return jdbc.sql("select sha256 from document_file union select sha256 from document order by 1")
                .query(String.class)
                .list();
    }

    /** Copies a file; answers whether the store has it with just the bytes it is named by. */
    private boolean copy(String sha256, ZipOutputStream zip) throws IOException {
        Resource file = store.find(sha256);
        if (!file.exists()) {
            return false;
        }
        MessageDigest digest = DigestUtils.getSha256Digest();
        zip.putNextEntry(new ZipEntry(Manifest.file(sha256)));
        try (InputStream content = new DigestInputStream(file.getInputStream(), digest)) {
            content.transferTo(zip);
        }
        zip.closeEntry();
        return HexFormat.of().formatHex(digest.digest()).equals(sha256);
    }

    private Manifest.Part copy(String table, List<String> columns, ZipOutputStream zip)
            throws IOException, SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        MessageDigest digest = DigestUtils.getSha256Digest();
        zip.putNextEntry(new ZipEntry(new Manifest.Part(table, columns, 0, "").entry()));
        OutputStream out = new DigestOutputStream(new Open(zip), digest);
        long rows = copies.copyOut("copy \"%s\" (%s) to stdout".formatted(table, list(columns)), out);
        zip.closeEntry();
        return new Manifest.Part(table, columns, rows, HexFormat.of().formatHex(digest.digest()));
    }

    static String list(List<String> columns) {
        return "\"" + String.join("\", \"", columns) + "\"";
    }

    /** The zip file goes on after an entry. */
    private static final class Open extends FilterOutputStream {

        Open(OutputStream zip) {
            super(zip);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            out.write(bytes, from, count);
        }

        @Override
        public void close() {
            // Closing an entry is not closing the file.
        }
    }
}
