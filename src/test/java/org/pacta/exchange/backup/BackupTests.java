package org.pacta.exchange.backup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.platform.storage.FileStore;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The sample registry and an account are backed up over another connection, and restored into databases of their own. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
@ExtendWith(OutputCaptureExtension.class)
class BackupTests {

    private static final String AREA =
            "insert into focus_area (id, slug, name, local_name) values (:id, :slug, 'Made up', '虚构')";
    private static final String AREA_HISTORY =
            "insert into focus_area_aud (id, slug, name, local_name, rev, revtype) values (:id, :slug, 'Made up', '虚构', 1, 0)";

    @Autowired
    JdbcConnectionDetails sample;

    @Autowired
    JdbcClient database;

    @TempDir
    Path folder;

    private Path file;

    @BeforeEach
    void hire() {
        Staff.admin(database, "Goh Li");
        file = folder.resolve("pacta.backup");
    }

    @AfterEach
    void leave() {
        Staff.leave(database);
        database.sql("delete from focus_area where id < 0").update();
        database.sql("delete from document_file").update();
        database.sql("delete from focus_area_aud where id < 0").update();
    }

    @Test
    void bringsBackEveryRowOfEveryTable(CapturedOutput output) throws Exception {
        JdbcConnectionDetails target = TestDatabase.create();

        assertThat(run("backup", sample)).isZero();
        assertThat(run("restore", target)).isZero();

        Map<String, List<String>> before = rows(sample);
        assertThat(before.get("account")).anyMatch(row -> row.contains("Goh Li"));
        assertThat(before.get("agreement_aud")).isNotEmpty();
        assertThat(rows(target)).isEqualTo(before);
        assertThat(schema(target).sequences()).isEqualTo(schema(sample).sequences());
        assertThat(output).contains("Backed up ", "Restored ");
        assertThat(run("restore", target)).isOne();
        assertThat(output).contains("The database is not empty");
    }

    @Test
    void bringsBackTheFilesOfDocuments(CapturedOutput output) throws Exception {
        String kept = keep("Kingfisher harbour");
        String lost = keep("Heron harbour");
        String changed = keep("Egret harbour");
        FileStore.in(folder.resolve("backup")).remove(lost);
        Files.writeString(path("backup", changed), "Egret pond");

        assertThat(run("backup", sample)).isZero();
        assertThat(output).contains(" 1 files of documents", "has not got them as they were kept", lost, changed);
        assertThat(run("restore", TestDatabase.create())).isZero();

        assertThat(path("restore", kept)).hasContent("Kingfisher harbour");
        assertThat(path("restore", changed)).doesNotExist();
    }

    @Test
    void restoresNothingWhereFilesCannotBeKept(CapturedOutput output) throws Exception {
        keep("Kingfisher harbour");
        Files.writeString(folder.resolve("restore"), "no directory");
        JdbcConnectionDetails target = TestDatabase.create();

        assertThat(run("backup", sample)).isZero();
        assertThat(run("restore", target)).isOne();

        assertThat(output).contains("The files of documents cannot be kept");
        Files.delete(folder.resolve("restore"));
        assertThat(run("restore", target)).isZero();
    }

    private String keep(String content) throws IOException {
        String sha256 = FileStore.in(folder.resolve("backup"))
                .keep(new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))
                .sha256();
        database.sql("insert into document_file (sha256, size, media_type) values (:sha256, 1, 'application/pdf')")
                .param("sha256", sha256)
                .update();
        return sha256;
    }

    private Path path(String store, String sha256) {
        return folder.resolve(store).resolve(sha256.substring(0, 2)).resolve(sha256);
    }

    @Test
    void showsOneMomentWhileOthersWrite() throws Exception {
        AtomicBoolean isOver = new AtomicBoolean();
        AtomicLong written = new AtomicLong();
        Thread writer = new Thread(() -> {
            while (!isOver.get()) {
                long id = -written.incrementAndGet();
                for (String table : List.of("focus_area", "focus_area_aud")) {
                    database.sql(table.equals("focus_area") ? AREA : AREA_HISTORY)
                            .param("id", id)
                            .param("slug", "made-up" + id)
                            .update();
                }
            }
        });
        writer.start();
        try {
            while (written.get() < 5 && writer.isAlive()) {
                Thread.onSpinWait();
            }
            backup();
        } finally {
            isOver.set(true);
            writer.join();
        }

        JdbcConnectionDetails target = migrated();
        restore(target);
        long kept = rows(target).get("focus_area").stream()
                .filter(row -> row.contains("made-up-"))
                .count();
        long history = rows(target).get("focus_area_aud").stream()
                .filter(row -> row.contains("made-up-"))
                .count();
        assertThat(kept).isPositive().isBetween(history, history + 1);
    }

    @Test
    void noticesAnyByteThatIsNotWhatItWas() throws Exception {
        backup();
        long seed = System.nanoTime();
        Random random = new Random(seed);
        byte[] whole = Files.readAllBytes(file);
        JdbcConnectionDetails target = migrated();

        for (int i = 0; i < 60; i++) {
            int place = i == 0 ? whole.length - 1 : random.nextInt(whole.length);
            flip(place);
            assertThatExceptionOfType(UnusableBackupException.class)
                    .as("byte %d, seed %d", place, seed)
                    .isThrownBy(() -> restore(target))
                    .withMessageContaining("damaged");
            flip(place);
        }
        assertThat(schema(target).isEmpty()).isTrue();
        restore(target);
    }

    @Test
    void noticesAFileThatEndsTooEarly() throws Exception {
        backup();
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.setLength(bytes.length() * 2 / 3);
        }

        assertThatExceptionOfType(UnusableBackupException.class).isThrownBy(() -> restore(migrated()));
    }

    @Test
    void takesNoOtherFileForABackup(CapturedOutput output) throws Exception {
        Files.writeString(file, "PK and then nothing of use, but long enough to be more than the seal is. ".repeat(3));

        assertThat(run("restore", TestDatabase.create())).isOne();
        assertThat(output).contains("is no backup, or it is damaged");
    }

    @Test
    void takesOnlyWhatTheKeyHasSigned(CapturedOutput output) throws Exception {
        Path key = folder.resolve("backups.pem");
        Path ours = Keys.pair(key);
        Path others = Keys.pair(folder.resolve("others.pem"));
        JdbcConnectionDetails target = migrated();

        backup("");
        assertThatExceptionOfType(UnusableBackupException.class)
                .isThrownBy(() -> restore(target, ours.toString()))
                .withMessageContaining("was not signed by the key");

        Files.delete(file);
        assertThat(run("backup", sample, "--pacta.backups.key=" + key)).isZero();
        assertThat(run("restore", target, "--pacta.backups.public-key=" + others))
                .isOne();
        assertThat(output).contains("was not signed by the key");
        assertThatExceptionOfType(UnusableBackupException.class)
                .isThrownBy(() -> restore(target, key.toString()))
                .withMessageContaining("is no PUBLIC KEY of Ed25519");
        restore(target, ours.toString());
        restore(migrated());
    }

    @Test
    void noticesASealThatWasMadeAnewOverChangedRows() throws Exception {
        Path key = folder.resolve("backups.pem");
        CheckingKey ours = CheckingKey.in(Keys.pair(key).toString());
        backup(key.toString());
        assertThat(Seal.isSigned(file, ours)).isTrue();

        flip(1_000);
        Seal.set(file, null);
        assertThat(Seal.isWhole(file)).isTrue();
        assertThat(Seal.isSigned(file, ours)).isFalse();
    }

    @Test
    void writesOverNothing(CapturedOutput output) throws Exception {
        Files.writeString(file, "mine");

        assertThat(run("backup", sample)).isOne();
        assertThat(output).contains("There is a file");
        assertThat(file).hasContent("mine");
        assertThat(folder).isDirectoryContaining("glob:**/pacta.backup");
    }

    @Test
    void refusesADatabaseOfAnotherVersion() throws Exception {
        backup();
        JdbcConnectionDetails target = migrated();
        JdbcClient.create(source(target))
                .sql(
                        "update flyway_schema_history set version = '9999' where installed_rank = (select max(installed_rank) from flyway_schema_history where version is not null)")
                .update();

        assertThatExceptionOfType(UnusableBackupException.class)
                .isThrownBy(() -> restore(target))
                .withMessageContaining("9999");
    }

    private int run(String command, JdbcConnectionDetails connection, String... more) {
        return BackupCommand.run(Stream.concat(
                        Stream.of(
                                "--pacta." + command + "=" + file,
                                "--pacta.documents-dir=" + folder.resolve(command),
                                "--spring.datasource.url=" + connection.getJdbcUrl(),
                                "--spring.datasource.username=" + connection.getUsername(),
                                "--spring.datasource.password=" + connection.getPassword()),
                        Stream.of(more))
                .toArray(String[]::new));
    }

    private void backup() throws IOException, SQLException {
        backup("");
    }

    private void backup(String key) throws IOException, SQLException {
        try (Connection connection = open(sample)) {
            new Backup(connection, "test", FileStore.in(folder.resolve("backup")), SigningKey.in(key)).write(file);
        }
    }

    private void restore(JdbcConnectionDetails target) throws IOException, SQLException {
        restore(target, "");
    }

    private void restore(JdbcConnectionDetails target, String key) throws IOException, SQLException {
        try (Connection connection = open(target)) {
            new Restore(connection, FileStore.in(folder.resolve("restore")), CheckingKey.in(key)).read(file);
        }
    }

    private void flip(int place) throws IOException {
        try (RandomAccessFile bytes = new RandomAccessFile(file.toFile(), "rw")) {
            bytes.seek(place);
            int before = bytes.read();
            bytes.seek(place);
            bytes.write(before ^ 0x10);
        }
    }

    private static JdbcConnectionDetails migrated() {
        JdbcConnectionDetails target = TestDatabase.create();
        Flyway.configure().dataSource(source(target)).load().migrate();
        return target;
    }

    private static Map<String, List<String>> rows(JdbcConnectionDetails connection) {
        JdbcClient client = JdbcClient.create(source(connection));
        Map<String, List<String>> rows = new TreeMap<>();
        schema(connection)
                .tables()
                .keySet()
                .forEach(table -> rows.put(
                        table,
                        client.sql("select to_jsonb(t)::text from \"%s\" t order by 1".formatted(table))
                                .query(String.class)
                                .list()));
        return rows;
    }

    private static Schema schema(JdbcConnectionDetails connection) {
        return new Schema(JdbcClient.create(source(connection)));
    }

    private static DriverManagerDataSource source(JdbcConnectionDetails details) {
        return new DriverManagerDataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }

    private static Connection open(JdbcConnectionDetails details) throws SQLException {
        return DriverManager.getConnection(details.getJdbcUrl(), details.getUsername(), details.getPassword());
    }
}
