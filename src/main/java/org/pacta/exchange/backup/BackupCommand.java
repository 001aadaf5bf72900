package org.pacta.exchange.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.pacta.platform.storage.FileStore;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * The commands {@code --pacta.backup=FILE}, which may run beside the application or while that is stopped, and {@code --pacta.restore=FILE},
 * which needs the data directory for itself.
 */
@ImportAutoConfiguration
public final class BackupCommand {

    private static final String BACKUP = "pacta.backup";
    private static final String RESTORE = "pacta.restore";

    private BackupCommand() {}

    /** Whether the application was started for one of the two alone. */
    public static boolean isAskedFor(String... arguments) {
        return isAskedFor(BACKUP, arguments) || isAskedFor(RESTORE, arguments);
    }

    private static boolean isAskedFor(String name, String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--" + name + "="));
    }

    /**
     * Does what was asked for and says what came of it.
     *
     * @return exit code of the process
     */
    public static int run(String... arguments) {
        boolean isBackup = isAskedFor(BACKUP, arguments);
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(BackupCommand.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "pacta.beside-another=" + isBackup,
                                "spring.flyway.enabled=" + !isBackup,
                                "logging.level.root=warn")
                        .run(arguments);
                Connection connection = context.getBean(DataSource.class).getConnection()) {
            String file = context.getEnvironment().getRequiredProperty(isBackup ? BACKUP : RESTORE);
            String version = context.getEnvironment().getProperty("spring.application.version", "");
            FileStore store =
                    FileStore.in(Path.of(context.getEnvironment().getRequiredProperty("pacta.documents-dir")));
            String key = context.getEnvironment().getProperty("pacta.backups." + (isBackup ? "key" : "public-key"), "");
            System.out.println(
                    isBackup
                            ? backup(new Backup(connection, version, store, SigningKey.in(key)), Path.of(file))
                            : restore(new Restore(connection, store, CheckingKey.in(key)), Path.of(file)));
            return 0;
        } catch (UnusableBackupException refused) {
            System.out.println(refused.getMessage());
        } catch (IOException | SQLException failed) {
            System.out.println("It did not work: %s. Nothing was changed.".formatted(failed.getMessage()));
        }
        return 1;
    }

    private static String backup(Backup backup, Path file) throws IOException, SQLException {
        Manifest manifest = backup.write(file);
        String missing = manifest.missing().isEmpty()
                ? ""
                : " Not in it, since the store of documents has not got them as they were kept: %s."
                        .formatted(String.join(", ", manifest.missing()));
        return "Backed up %,d rows of %d tables and %,d files of documents into %s (%,d bytes).%s"
                .formatted(
                        manifest.rows(),
                        manifest.tables().size(),
                        manifest.files().size(),
                        file,
                        Files.size(file),
                        missing);
    }

    private static String restore(Restore restore, Path file) throws IOException, SQLException {
        Manifest manifest = restore.read(file);
        return "Restored %,d rows of %d tables and %,d files of documents as they stood at %s. Start Pacta; it builds the search index anew."
                .formatted(
                        manifest.rows(),
                        manifest.tables().size(),
                        manifest.files().size(),
                        manifest.madeAt());
    }
}
