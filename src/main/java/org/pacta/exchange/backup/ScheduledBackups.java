package org.pacta.exchange.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.storage.FileStore;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Makes backups by the clock into a directory of one's choice, and keeps the newest of those it made itself. Of instances that are due at once
 * one makes it. Without a directory it makes none.
 */
@Component("scheduledBackupsHealthIndicator")
class ScheduledBackups implements HealthIndicator {

    private static final Logger log = LoggerFactory.getLogger(ScheduledBackups.class);

    private static final DateTimeFormatter NAME =
            DateTimeFormatter.ofPattern("'pacta-'yyyyMMdd'T'HHmmss'Z.zip'").withZone(ZoneOffset.UTC);
    private static final String MADE = "pacta-\\d{8}T\\d{6}Z\\.zip";
    private static final String UNFINISHED = MADE + "\\.\\d+\\.unfinished";

    private final DataSource database;
    private final FileStore store;
    private final String pacta;
    private final String directory;
    private final int keep;
    private final String key;
    private volatile @Nullable String problem;

    /**
     * @param directory empty for no backups
     * @param keep how many backups stay, at least one
     * @param key file of the key that signs them; empty for a checksum alone
     */
    ScheduledBackups(
            DataSource database,
            FileStore store,
            @Value("${spring.application.version}") String pacta,
            @Value("${pacta.backups.dir}") String directory,
            @Value("${pacta.backups.keep}") int keep,
            @Value("${pacta.backups.key}") String key) {
        this.database = database;
        this.store = store;
        this.pacta = pacta;
        this.directory = directory.strip();
        this.keep = Math.max(1, keep);
        this.key = key;
    }

    @Scheduled(cron = "${pacta.backups.at}", zone = "${pacta.zone}")
    void make() {
        if (directory.isEmpty()) {
            return;
        }
        try (Connection connection = database.getConnection()) {
            if (isOurTurn(connection)) {
                try {
                    make(connection);
                } finally {
                    leave(connection);
                }
            }
        } catch (UnusableBackupException | DataAccessException | IOException | SQLException failed) {
            problem = failed.getMessage();
            log.error("No backup was made into {}: {}", directory, failed.getMessage());
        }
    }

    private void make(Connection connection) throws IOException, SQLException {
        Path file = Path.of(directory, NAME.format(Instant.now()));
        Manifest manifest = new Backup(connection, pacta, store, SigningKey.in(key)).write(file);
        log.info(
                "Backed up {} rows and {} files of documents into {}",
                manifest.rows(),
                manifest.files().size(),
                file);
        problem = manifest.missing().isEmpty()
                ? null
                : "the store of documents has not got %d files as they were kept"
                        .formatted(manifest.missing().size());
        for (Path left : made(UNFINISHED)) {
            Files.deleteIfExists(left);
        }
        List<Path> all = made(MADE);
        for (Path old : all.subList(0, Math.max(0, all.size() - keep))) {
            Files.deleteIfExists(old);
        }
    }

    @Override
    public Health health() {
        if (directory.isEmpty()) {
            return Health.up()
                    .withDetail("backups", "none are made by the clock")
                    .build();
        }
        Health.Builder health = Health.up();
        try {
            List<Path> all = made(MADE);
            health.withDetail("kept", all.size());
            if (!all.isEmpty()) {
                health.withDetail(
                        "newest", all.get(all.size() - 1).getFileName().toString());
            }
        } catch (IOException away) {
            health.withDetail("directory", "away, nothing can be kept in it");
        }
        String said = problem;
        return (said == null ? health : health.withDetail("problem", said)).build();
    }

    /** Files of the directory by name, which is by age. */
    private List<Path> made(String name) throws IOException {
        try (Stream<Path> files = Files.list(Path.of(directory))) {
            return files.filter(file -> file.getFileName().toString().matches(name))
                    .sorted(Comparator.comparing(Path::getFileName))
                    .toList();
        }
    }

    private static boolean isOurTurn(Connection connection) throws SQLException {
        return isTrue(connection, "select pg_try_advisory_lock(hashtext('org.pacta.exchange.backup'), 0)");
    }

    private static void leave(Connection connection) throws SQLException {
        connection.setAutoCommit(true);
        isTrue(connection, "select pg_advisory_unlock(hashtext('org.pacta.exchange.backup'), 0)");
    }

    private static boolean isTrue(Connection connection, String question) throws SQLException {
        try (PreparedStatement asked = connection.prepareStatement(question);
                ResultSet answer = asked.executeQuery()) {
            return answer.next() && answer.getBoolean(1);
        }
    }
}
