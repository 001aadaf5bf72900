package org.pacta.exchange.backup;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.apache.commons.codec.digest.DigestUtils;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.storage.FileStore;
import org.pacta.platform.storage.StoreFailure;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyManager;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import tools.jackson.databind.json.JsonMapper;

/** Brings a backup back into an empty database of the same schema: everything, or nothing. */
final class Restore {

    private static final JsonMapper json = JsonMapper.shared();

    private final Connection connection;
    private final FileStore store;
    private final @Nullable CheckingKey key;

    /**
     * @param store that is to keep the files of documents
     * @param key refuses what the other half of it has not signed; null to take any backup that is whole
     */
    Restore(Connection connection, FileStore store, @Nullable CheckingKey key) {
        this.connection = connection;
        this.store = store;
        this.key = key;
    }

    /** Reads a backup; refuses with {@link UnusableBackupException}, before anything is changed, one that is damaged or does not fit. */
    Manifest read(Path file) throws IOException, SQLException {
        if (!Files.isRegularFile(file)) {
            throw new UnusableBackupException("There is no file %s.".formatted(file));
        }
        if (!Seal.isWhole(file)) {
            throw new UnusableBackupException(
                    "%s is no backup, or it is damaged: its checksum does not fit. Nothing was changed."
                            .formatted(file));
        }
        if (key != null && !Seal.isSigned(file, key)) {
            throw new UnusableBackupException(
                    "%s was not signed by the key that pacta.backups.public-key names. Nothing was changed."
                            .formatted(file));
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Manifest manifest = manifest(zip);
            connection.setAutoCommit(false);
            try {
                refuseUnlessItFits(manifest);
                load(manifest, zip);
                for (String sha256 : manifest.files()) {
                    keep(sha256, zip);
                }
                connection.commit();
            } finally {
                connection.rollback();
            }
            return manifest;
        }
    }

    /** What is kept and then not needed, since something else fails, does no harm. */
    private void keep(String sha256, ZipFile zip) throws IOException {
        try (InputStream content = zip.getInputStream(Objects.requireNonNull(zip.getEntry(Manifest.file(sha256))))) {
            if (!store.keep(content).sha256().equals(sha256)) {
                throw new UnusableBackupException(
                        "The file %s is not the one that was backed up. Nothing was changed.".formatted(sha256));
            }
        } catch (StoreFailure full) {
            throw new UnusableBackupException(
                    "The files of documents cannot be kept: %s. Nothing was changed.".formatted(full.getMessage()));
        }
    }

    private static Manifest manifest(ZipFile zip) throws IOException {
        try (InputStream in = zip.getInputStream(Objects.requireNonNull(zip.getEntry(Manifest.NAME)))) {
            return json.readValue(in, Manifest.class);
        }
    }

    private void refuseUnlessItFits(Manifest manifest) {
        Schema schema = new Schema(JdbcClient.create(new SingleConnectionDataSource(connection, true)));
        if (!schema.version().equals(manifest.schema())) {
            throw new UnusableBackupException(
                    "The backup was made by Pacta %s with a database of version %s, and this Pacta's is of version %s. Restore it with the Pacta that made it, and start the newer one on the result."
                            .formatted(manifest.pacta(), manifest.schema(), schema.version()));
        }
        Map<String, List<String>> tables = schema.tables();
        boolean isAlike = manifest.tables().size() == tables.size()
                && manifest.tables().stream().allMatch(part -> part.columns().equals(tables.get(part.name())));
        if (!isAlike) {
            throw new UnusableBackupException("The backup has other tables than this Pacta. Nothing was changed.");
        }
        if (!schema.isEmpty()) {
            throw new UnusableBackupException(
                    "The database is not empty. Restore into a new one, with pacta.data-dir or SPRING_DATASOURCE_URL; nothing was changed.");
        }
    }

    /** Rows are counted by triggers, which would count them once more; the counts are in the backup. */
    private void load(Manifest manifest, ZipFile zip) throws IOException, SQLException {
        CopyManager copies = connection.unwrap(PGConnection.class).getCopyAPI();
        try (Statement statement = connection.createStatement()) {
            for (Manifest.Part part : manifest.tables()) {
                statement.execute("alter table \"%s\" disable trigger user".formatted(part.name()));
            }
            statement.execute("truncate "
                    + Backup.list(
                            manifest.tables().stream().map(Manifest.Part::name).toList()));
            for (Manifest.Part part : manifest.tables()) {
                load(part, zip, copies);
            }
            for (Map.Entry<String, Long> sequence : manifest.sequences().entrySet()) {
                statement.execute("select setval('\"%s\"', %d)".formatted(sequence.getKey(), sequence.getValue()));
            }
            statement.execute("set constraints all immediate");
            for (Manifest.Part part : manifest.tables()) {
                statement.execute("alter table \"%s\" enable trigger user".formatted(part.name()));
            }
        }
    }

    private static void load(Manifest.Part part, ZipFile zip, CopyManager copies) throws IOException, SQLException {
        MessageDigest digest = DigestUtils.getSha256Digest();
        try (InputStream in =
                new DigestInputStream(zip.getInputStream(Objects.requireNonNull(zip.getEntry(part.entry()))), digest)) {
            long rows = copies.copyIn(
                    "copy \"%s\" (%s) from stdin".formatted(part.name(), Backup.list(part.columns())), in);
            if (rows != part.rows()
                    || !HexFormat.of().formatHex(digest.digest()).equals(part.sha256())) {
                throw new UnusableBackupException(
                        "The rows of %s are not those that were backed up. Nothing was changed."
                                .formatted(part.name()));
            }
        }
    }
}
