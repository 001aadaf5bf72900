package org.pacta.reader.indexing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.store.FSDirectory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.pacta.PactaApplication;
import org.pacta.test.TestDatabase;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.util.FileSystemUtils;
import org.springframework.web.client.RestClient;

/**
 * What becomes of the index over several lives of the application. In the first it dies between the commit of an agreement and the index,
 * in the second all is well; each test goes on from there, with a data directory of its own.
 */
@ExtendWith(OutputCaptureExtension.class)
class SearchStartTests {

    /** So many that the application starts before they are indexed. */
    private static final int MANY = 30_000;

    @TempDir
    private static Path crashed;

    @TempDir
    private static Path settled;

    /** An index knows its database, so that all lives share one. */
    private static final JdbcConnectionDetails database = TestDatabase.create();

    @TempDir
    private Path data;

    @BeforeAll
    static void liveTwice() throws IOException, InterruptedException {
        DyingApplication.run(arguments(crashed));
        FileSystemUtils.copyRecursively(crashed, settled);
        start(settled).close();
    }

    @BeforeEach
    void goOn() throws IOException {
        run("delete from person where name like 'Person %'");
        run("update agreement set title = 'Cross-border trade data'");
        FileSystemUtils.copyRecursively(settled, data);
    }

    @Test
    void whatWasCommittedBeforeACrashIsFoundAfterTheNextStart(@TempDir Path copy) throws IOException {
        FileSystemUtils.copyRecursively(crashed, copy);

        try (ConfigurableApplicationContext pacta = start(copy)) {
            assertThat(page(pacta, "/agreements?q=cross-border")).contains("<mark>Cross");
        }
    }

    @Test
    void aCrashInTheMiddleOfANewIndexLeavesOneThatIsWhole(CapturedOutput printed) throws Exception {
        List<String> dying = new ArrayList<>(arguments(data));
        dying.add(DyingApplication.WHILE_RENEWING);
        DyingApplication.run(dying);

        try (ConfigurableApplicationContext pacta = start(data)) {
            assertThat(page(pacta, "/agreements?q=cross-border")).contains("<mark>Cross");
            assertThat(printed).doesNotContain("Built the search index");
        }
    }

    @Test
    void anIndexOfOtherCodeIsBuiltAnewWhilePagesAnswer() throws IOException {
        run(
                "insert into person (id, name, version) select nextval('person_seq'), 'Person ' || n, 0 from generate_series(1, %d) n"
                        .formatted(MANY));
        Path note = data.resolve("search/note.properties");
        Files.writeString(note, Files.readString(note).replaceAll("mapping=.*", "mapping=another"));

        try (ConfigurableApplicationContext pacta = start(data)) {
            assertThat(page(pacta, "/actuator/health/search")).contains("building", "\"total\":30");
            assertThat(page(pacta, "/agreements")).contains("Cross-border trade data");
            assertThat(page(pacta, "/agreements?q=cross-border")).contains("Search is being prepared");
            assertThat(page(pacta, "/search?q=cross-border")).contains("Search is being prepared");

            await().atMost(Duration.ofMinutes(2))
                    .until(() -> page(pacta, "/actuator/health/search").contains("ready"));
            assertThat(page(pacta, "/agreements?q=cross-border")).contains("<mark>Cross");
        }
    }

    @Test
    void aDamagedIndexIsBuiltAnewAndAnyOtherOnRequestByOneInstanceAlone(CapturedOutput printed, @TempDir Path otherData)
            throws IOException {
        try (Stream<Path> files = Files.list(data.resolve("search/agreement"))) {
            for (Path segments : files.filter(
                            file -> file.getFileName().toString().startsWith("segments"))
                    .toList()) {
                Files.write(segments, new byte[] {1, 2, 3});
            }
        }

        try (ConfigurableApplicationContext pacta = start(data)) {
            assertThat(page(pacta, "/agreements?q=cross-border")).contains("<mark>Cross");
            assertThat(printed).contains("The search index cannot be read");

            run("update agreement set title = 'Written past the history'");
            RebuildCommand.main(arguments(data).toArray(String[]::new));

            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(
                            () -> assertThat(page(pacta, "/agreements?q=past")).contains("<mark>past"));
            assertThatExceptionOfType(RuntimeException.class)
                    .isThrownBy(() -> start(otherData).close())
                    .withRootCauseInstanceOf(SingleWriter.TakenException.class);
            assertThat(printed)
                    .contains("Another Pacta already keeps a search index", "set pacta.search.backend to opensearch");
        }
    }

    @Test
    void anIndexAheadOfADatabaseThatWasBroughtBackIsBuiltAnew() throws IOException {
        Path note = data.resolve("search/note.properties");
        Files.writeString(note, Files.readString(note).replaceAll("revision=.*", "revision=1000000"));
        run("update agreement set title = 'Brought back from a backup'");

        try (ConfigurableApplicationContext pacta = start(data)) {
            assertThat(page(pacta, "/agreements?q=backup")).contains("<mark>backup");
        }
    }

    @Test
    void anIndexThatHasLostRecordsIsBuiltAnew(CapturedOutput printed) throws IOException {
        try (FSDirectory directory = FSDirectory.open(data.resolve("search/agreement"));
                IndexWriter writer = new IndexWriter(directory, new IndexWriterConfig())) {
            writer.deleteAll();
            writer.commit();
        }

        try (ConfigurableApplicationContext pacta = start(data)) {
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(printed).contains("does not hold as many records"));
            await().atMost(Duration.ofMinutes(1))
                    .untilAsserted(() -> assertThat(page(pacta, "/agreements?q=cross-border"))
                            .contains("<mark>Cross"));
        }
    }

    @Test
    void pagesAnswerWhileOpenSearchIsAway() {
        List<String> away = new ArrayList<>(arguments(data));
        away.remove("--pacta.search.backend=lucene");
        away.addAll(List.of("--pacta.search.backend=opensearch", "--pacta.search.addresses=127.0.0.1:9"));

        try (ConfigurableApplicationContext pacta = start(away)) {
            assertThat(page(pacta, "/actuator/health/search")).contains("failed");
            assertThat(page(pacta, "/agreements")).contains("Cross-border trade data");
            assertThat(page(pacta, "/agreements?q=cross-border")).contains("Search is being prepared");
        }
    }

    private static void run(String statement) {
        JdbcClient.create(new DriverManagerDataSource(
                        database.getJdbcUrl(), database.getUsername(), database.getPassword()))
                .sql(statement)
                .update();
    }

    private static ConfigurableApplicationContext start(Path directory) {
        return start(arguments(directory));
    }

    private static ConfigurableApplicationContext start(List<String> arguments) {
        return SpringApplication.run(PactaApplication.class, arguments.toArray(String[]::new));
    }

    private static List<String> arguments(Path directory) {
        return List.of(
                "--server.port=0",
                "--pacta.data-dir=" + directory,
                "--pacta.search.backend=lucene",
                "--spring.datasource.url=" + database.getJdbcUrl(),
                "--spring.datasource.username=" + database.getUsername(),
                "--spring.datasource.password=" + database.getPassword());
    }

    private static String page(ConfigurableApplicationContext pacta, String path) {
        String port = pacta.getEnvironment().getRequiredProperty("local.server.port");
        return String.valueOf(RestClient.create("http://127.0.0.1:" + port)
                .get()
                .uri(path)
                .header("Accept-Language", "en")
                .retrieve()
                .body(String.class));
    }
}
