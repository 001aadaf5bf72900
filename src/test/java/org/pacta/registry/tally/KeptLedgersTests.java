package org.pacta.registry.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.registry.council.CouncilCards;
import org.pacta.registry.record.CouncilStates;
import org.pacta.registry.record.CouncilStates.Seen;
import org.pacta.rules.ledger.Measure;
import org.pacta.test.PageTest;
import org.pacta.test.StatementCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A revision of one council's records leaves what is kept of the others alone. Commits what it writes, and deletes it afterwards. */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class KeptLedgersTests {

    private static final String REVISION =
            "insert into revision (id, made_at, made_by, reason) values (%d, now(), 'test', 'Of one council')";

    @Autowired
    private CouncilStates states;

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private CouncilCards cards;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    private long sci;
    private long other;
    private long newest;
    private long first;
    private long second;

    @BeforeEach
    void choose() {
        sci = council("sci");
        other = jdbc.sql(
                        "select min(id) from council where parent_id is null and slug <> 'sci' and withdrawn_on is null")
                .query(Long.class)
                .single();
        newest = next();
        jdbc.sql(REVISION.formatted(newest)).update();
        first = next();
        second = next();
        states.now();
    }

    @AfterEach
    void takeBack() {
        jdbc.sql("""
                delete from council where id = 990001;
                delete from target where id = 990001;
                delete from target_aud where id = 990001;
                delete from target_citation_aud where target_id = 990001;
                delete from figure_citation where figure_id = 990001;
                delete from figure where id = 990001;
                delete from figure_aud where id = 990001;
                delete from figure_aud where rev >= %1$d;
                update figure_aud set revend = null where revend >= %1$d;
                delete from organisation_aud where rev >= %1$d;
                update organisation_aud set revend = null where revend >= %1$d;
                delete from council_aud where rev >= %1$d;
                delete from revision where id >= %1$d;
                """.formatted(newest)).update();
    }

    @Test
    void showsTheCouncilsOfItsLedgersWhereAnotherIsRecordedMeanwhile() {
        ledgers.all(CountingRule.PLAIN);
        jdbc.sql("insert into council (id, slug, name, kind) values (990001, 'meanwhile', 'Meanwhile', 'council')")
                .update();

        assertThat(cards.sorted("name").toString()).contains("slug=sci,").doesNotContain("slug=meanwhile");
    }

    @Test
    void drawsUpTheLedgerThatIsTouchedAndNoOther() {
        Map<Long, CouncilLedger> before = all();

        int statements = ((StatementCounter) database).during(() -> ledgers.all(CountingRule.PLAIN));
        assertThat(statements).as("while nothing changes").isEqualTo(1);
        announce(sci, first);

        Map<Long, CouncilLedger> after = all();
        assertThat(after.keySet()).isEqualTo(before.keySet());
        assertThat(after.get(sci).tally(Measure.MOUS).row(900)).isPresent();
        assertThat(before.get(sci).tally(Measure.MOUS).row(900)).isEmpty();
        assertThat(before).hasSizeGreaterThan(3).allSatisfy((council, ledger) -> {
            boolean isOfFamily =
                    council == sci || Long.valueOf(sci).equals(ledger.council().parentId());
            assertThat(after.get(council) == ledger).as(ledger.council().slug()).isNotEqualTo(isOfFamily);
        });
        assertThat(ledgers.of(other, CountingRule.PLAIN)).containsSame(before.get(other));
        assertThat(ledgers.of(sci, CountingRule.PLAIN)).containsSame(after.get(sci));
    }

    @Test
    void followsTargetsAndWhatTheyAreCitedFrom() {
        assertThat(ledgers.of(sci, CountingRule.PLAIN).orElseThrow().toString()).doesNotContain("999123");
        Seen none = states.now();

        jdbc.sql(REVISION.formatted(first) + ";" + target("", "", "")
                        + target("_aud", ", rev, revtype", ", " + first + ", 0"))
                .update();
        Seen set = states.now();
        CouncilLedger after = ledgers.of(sci, CountingRule.PLAIN).orElseThrow();
        jdbc.sql(REVISION.formatted(second) + """
                ;
                insert into target_citation_aud (id, target_id, source_id, rev, revtype) values (990001, 990001, 1, %d, 0)""".formatted(second)).update();

        assertThat(set.of(List.of(sci))).isGreaterThan(none.of(List.of(sci)));
        assertThat(after.toString()).contains("999123");
        assertThat(states.now().of(List.of(sci))).isGreaterThan(set.of(List.of(sci)));
        assertThat(states.now().of(List.of(other))).isEqualTo(none.of(List.of(other)));
    }

    private String target(String table, String columns, String values) {
        return "insert into target%s (id, council_id, measure, measure_as_printed, comparator, value, due%s) values (990001, %d, 'projects', 'projects', 'exactly', 999123, '2040'%s);"
                .formatted(table, columns, sci, values);
    }

    @Test
    void answersAsIfAllWereDrawnUp() {
        announce(sci, first);

        List<Long> kept = ledgers.all(CountingRule.PLAIN).stream()
                .map(ledger -> ledger.council().id())
                .toList();

        assertThat(kept)
                .isEqualTo(jdbc.sql("select id from council where withdrawn_on is null order by name, id")
                        .query(Long.class)
                        .list());
    }

    @Test
    void followsAChangeThatShowsAfterALaterOne() throws SQLException {
        try (Connection slow = database.getConnection()) {
            slow.setAutoCommit(false);
            slow.createStatement().execute(REVISION.formatted(first));
            slow.createStatement().execute(figure(sci, first));
            jdbc.sql(REVISION.formatted(second)).update();
            Seen before = states.now();
            assertThat(states.now().of(List.of(sci))).isEqualTo(before.of(List.of(sci)));

            slow.commit();

            assertThat(states.now().of(List.of(sci))).isGreaterThan(before.of(List.of(sci)));
            assertThat(states.now().of(List.of(other))).isEqualTo(before.of(List.of(other)));
        }
    }

    @Test
    void takesTheCouncilThatARowHasLeftForTouchedToo() {
        long figure = jdbc.sql("select id from figure where council_id = :sci limit 1")
                .param("sci", sci)
                .query(Long.class)
                .single();
        Seen before = states.now();

        jdbc.sql(REVISION.formatted(first) + """
                ;
                insert into figure_aud (id, council_id, rev, revtype) values (%1$d, %2$d, %3$d, 1);
                update figure_aud set revend = %3$d where id = %1$d and revend is null and rev < %3$d
                """.formatted(figure, other, first))
                .update();

        assertThat(states.now().of(List.of(sci))).isGreaterThan(before.of(List.of(sci)));
        assertThat(states.now().of(List.of(other))).isGreaterThan(before.of(List.of(other)));
        assertThat(states.now().councils()).isEqualTo(before.councils());
    }

    @Test
    void tellsNamesOfOrganisationsAndCouncilsApart() {
        Seen before = states.now();

        jdbc.sql(REVISION.formatted(first) + """
                ;
                insert into organisation_aud (id, name, rev, revtype) values (1, 'Another name', %1$d, 1);
                update organisation_aud set revend = %1$d where id = 1 and revend is null and rev < %1$d
                """.formatted(first)).update();
        Seen renamed = states.now();
        jdbc.sql(REVISION.formatted(second) + """
                ;
                insert into council_aud (id, rev, revtype) values (%d, %d, 1)""".formatted(sci, second)).update();
        Seen councils = states.now();

        assertThat(renamed.organisations()).isGreaterThan(before.organisations());
        assertThat(renamed.all()).isEqualTo(before.all());
        assertThat(councils.of(List.of(other))).isGreaterThan(renamed.of(List.of(other)));
        assertThat(councils.councils()).isGreaterThan(renamed.councils());
    }

    private Map<Long, CouncilLedger> all() {
        return ledgers.all(CountingRule.PLAIN).stream()
                .collect(Collectors.toMap(ledger -> ledger.council().id(), Function.identity()));
    }

    private void announce(long council, long revision) {
        jdbc.sql(REVISION.formatted(revision) + ";" + figure(council, revision)).update();
    }

    private static String figure(long council, long revision) {
        String figure =
                "insert into figure%s (id, council_id, ordinal, series, measure, measure_as_printed, scope, value, comparator, standing%s)"
                        + " values (990001, " + council
                        + ", 900, 'at', 'mous', 'MOUs', 'not_stated', 3, 'exactly', 'reported'%s);";
        return figure.formatted("", "", "") + figure.formatted("_aud", ", rev, revtype", ", " + revision + ", 0");
    }

    /** A number that no revision had before, not even one that was taken back: nobody who follows the history meets that. */
    private long next() {
        return jdbc.sql("select nextval('revision_seq')").query(Long.class).single();
    }

    private long council(String slug) {
        return jdbc.sql("select id from council where slug = :slug")
                .param("slug", slug)
                .query(Long.class)
                .single();
    }
}
