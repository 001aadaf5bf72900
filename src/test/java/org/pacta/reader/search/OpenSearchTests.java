package org.pacta.reader.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.hibernate.search.mapper.orm.Search;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.PactaApplication;
import org.pacta.platform.history.Change;
import org.pacta.platform.reading.ListFilter;
import org.pacta.reader.indexing.RebuildCommand;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.test.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The same searches on OpenSearch. Run by {@code mvn verify -Popensearch}. */
@Tag("opensearch")
@SpringBootTest(properties = {"pacta.sample=true", "pacta.search.backend=opensearch"})
@Import(TestDatabase.class)
class OpenSearchTests {

    @TempDir
    private static Path directory;

    private static OpenSearchNode node;

    @Autowired
    EverythingSearch search;

    @Autowired
    ListSearch listSearch;

    @Autowired
    Lists lists;

    @Autowired
    Asked asked;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationContext here;

    @Autowired
    JdbcConnectionDetails database;

    @DynamicPropertySource
    static void startNode(DynamicPropertyRegistry properties) {
        node = OpenSearchNode.start(directory);
        properties.add("pacta.search.addresses", node::address);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = RelevanceTests.TABLE)
    void findsWhatIsMeant(String query, String amongFirstThree, String nowhere) {
        RelevanceTests.assertFinds(search, query, amongFirstThree, nowhere);
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreements", "projects", "organisations", "meetings"})
    void countsWhatSqlCounts(String list) {
        FacetCountTests.assertAgreement(lists, asked, list);
    }

    @Test
    void whatOneInstanceSavesOrBuildsIsFoundByAll() {
        Long id = jdbc.sql("select max(id) from organisation").query(Long.class).single();
        try (ConfigurableApplicationContext beside =
                SpringApplication.run(PactaApplication.class, arguments(node.address()))) {
            EverythingSearch other = beside.getBean(EverythingSearch.class);

            rename(here, id, "Vermilion Systems");
            assertThat(names(search, "vermilion")).containsExactly("Vermilion Systems");
            assertThat(names(other, "vermilion")).containsExactly("Vermilion Systems");

            rename(beside, id, "Cinnabar Systems");
            assertThat(names(search, "cinnabar")).containsExactly("Cinnabar Systems");
            assertThat(names(search, "vermilion")).isEmpty();

            assertThat(listed("sienna")).isZero();
            indexAs(beside, id, "Sienna Systems");
            assertThat(listed("sienna"))
                    .as("what another instance indexes after its revision")
                    .isEqualTo(1);

            jdbc.sql("update organisation set name = 'Madder Systems' where id = :id")
                    .param("id", id)
                    .update();
            RebuildCommand.main(arguments(node.address()));
            for (EverythingSearch each : List.of(other, search)) {
                await().atMost(Duration.ofMinutes(1))
                        .untilAsserted(() -> assertThat(names(each, "madder")).containsExactly("Madder Systems"));
            }
        }
    }

    /** It tries again every minute. */
    @Test
    @SuppressWarnings("try")
    void answersWhenOpenSearchComesBack() throws IOException {
        int port;
        try (ServerSocket free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        try (ConfigurableApplicationContext pacta =
                SpringApplication.run(PactaApplication.class, arguments("127.0.0.1:" + port))) {
            EverythingSearch early = pacta.getBean(EverythingSearch.class);
            assertThat(names(early, "crimsonlogic")).isEmpty();
            assertThat(jdbc.sql("select count(*) from search_note")
                            .query(Long.class)
                            .single())
                    .as("the index others ask stays as it is")
                    .isEqualTo(1);

            try (ServerSocket back = node.alsoAt(port)) {
                await().atMost(Duration.ofSeconds(90))
                        .untilAsserted(
                                () -> assertThat(names(early, "crimsonlogic")).containsExactly("CrimsonLogic Pte Ltd"));
            }
        }
    }

    private static void rename(ApplicationContext instance, Long id, String name) {
        new TransactionTemplate(instance.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            Change.because("Renamed", "lim");
            OrganisationFixtures.rename(
                    SharedEntityManagerCreator.createSharedEntityManager(instance.getBean(EntityManagerFactory.class))
                            .find(Organisation.class, id),
                    name);
        });
    }

    /** As an instance does that is not yet done with a revision. */
    private void indexAs(ApplicationContext instance, Long id, String name) {
        jdbc.sql("update organisation set name = :name where id = :id")
                .param("name", name)
                .param("id", id)
                .update();
        new TransactionTemplate(instance.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            EntityManager entities =
                    SharedEntityManagerCreator.createSharedEntityManager(instance.getBean(EntityManagerFactory.class));
            Search.session(entities).indexingPlan().addOrUpdate(entities.find(Organisation.class, id));
        });
    }

    private long listed(String words) {
        return listSearch
                .page(
                        lists.get("organisations"),
                        new ListFilter(
                                words, null, null, null, null, null, null, null, null, null, null, null, null, null,
                                null))
                .slice()
                .total();
    }

    private static List<String> names(EverythingSearch search, String words) {
        return search.find(Keywords.of(words), "organisation", 1).slice().rows().stream()
                .map(found -> found.name().in(Locale.ENGLISH))
                .toList();
    }

    private String[] arguments(String addresses) {
        return new String[] {
            "--server.port=0",
            "--pacta.search.backend=opensearch",
            "--pacta.search.addresses=" + addresses,
            "--spring.datasource.url=" + database.getJdbcUrl(),
            "--spring.datasource.username=" + database.getUsername(),
            "--spring.datasource.password=" + database.getPassword()
        };
    }
}
