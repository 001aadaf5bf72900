package org.pacta.registry.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.CountingRule.Extra;
import org.pacta.registry.tally.CountingRule.State;
import org.pacta.registry.tally.RecordedRows.Behind;
import org.pacta.registry.tally.RecordedRows.Choice;
import org.pacta.rules.ledger.Measure;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The rows that a page lists behind a number are those that the ledger has counted, whatever is on record and whatever the rule. */
@DatabaseTest
class RecordedRowsTests {

    private static final int ROUNDS = 40;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Ledgers ledgers;

    @Autowired
    private RecordedRows recorded;

    @Test
    void areThoseThatTheLedgerCounts() {
        long seed = ThreadLocalRandom.current().nextLong();
        Random random = new Random(seed);
        enter(random.nextInt(1000));

        for (int round = 0; round < ROUNDS; round++) {
            CountingRule rule = rule(random);
            Measure measure = Measure.values()[random.nextInt(3)];
            Tally tally = ledgers.of(-1, rule).orElseThrow().tally(measure);

            Behind behind = recorded.behind(-1, new Choice(measure, null, null, null, null), rule);

            assertThat(behind.groups().stream()
                            .mapToLong(group -> group.counted(rule))
                            .sum())
                    .as("seed %d, %s by %s", seed, measure, rule)
                    .isEqualTo(tally.held().counted(rule));
            for (Tally.Row row : tally.rows()) {
                assertThat(inCount(
                                recorded.behind(-1, new Choice(measure, row.ordinal(), null, null, null), rule), rule))
                        .as("seed %d, %s at %d by %s", seed, measure, row.ordinal(), rule)
                        .isEqualTo(row.held().inCount());
            }
        }
    }

    @Test
    void areListedAHundredAtATimeAndByStanding() {
        enter(0);
        jdbc.sql("""
                insert into project (id, title, council_id, meeting_id, status, counting, parties, launched_on)
                select -1000 - n, 'Project ' || n, -1, -11, 'launched', 'in_count', 'not_published', '2020' from generate_series(1, 130) n
                """).update();

        Behind second =
                recorded.behind(-1, new Choice(Measure.PROJECTS, 1, null, Standing.IN_COUNT, 2), CountingRule.PLAIN);
        long inCount = second.groups().stream()
                .filter(group -> group.standing() == Standing.IN_COUNT)
                .mapToLong(RecordedRows.Group::rows)
                .sum();

        assertThat(second.rows().total()).isEqualTo(inCount).isGreaterThanOrEqualTo(130);
        assertThat(second.rows().rows()).hasSize((int) inCount - 100);
        assertThat(second.rows().rows()).extracting(RecordedRows.Row::standing).containsOnly(Standing.IN_COUNT);
    }

    private static long inCount(Behind behind, CountingRule rule) {
        return behind.groups().stream()
                .filter(group -> group.standing() == Standing.IN_COUNT)
                .mapToLong(group -> rule.isActive() ? group.active() : group.rows())
                .sum();
    }

    private static CountingRule rule(Random random) {
        EnumSet<Extra> with = EnumSet.noneOf(Extra.class);
        for (Extra extra : Extra.values()) {
            if (random.nextBoolean()) {
                with.add(extra);
            }
        }
        return new CountingRule(
                with,
                State.values()[random.nextInt(2)],
                random.nextBoolean() ? LocalDate.of(2019 + random.nextInt(6), 6, 30) : null,
                null);
    }

    /** A council with a body that counts towards it, one that does not, and one below that again; rows of every sort in each. */
    private void enter(int salt) {
        jdbc.sql("""
                insert into council (id, slug, name, kind, parent_id, counts_towards_parent)
                values (-1, 'parent', 'Parent', 'council', null, false), (-2, 'part', 'Part', 'committee', -1, true),
                    (-3, 'apart', 'Apart', 'zone', -1, false), (-4, 'below', 'Below', 'work_group', -3, true);
                insert into meeting (id, council_id, kind, ordinal, status, held_on)
                values (-11, -1, 'session', 1, 'held', '2020-06-17'), (-12, -1, 'session', 2, 'held', '2022'), (-21, -2, 'session', 1, 'held', '2021');
                insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties, signed_on, founds_council_id)
                select -n, (array['mou', 'agreement', 'protocol'])[(n + %1$d) %% 3 + 1], 'Agreement ' || n, -(n * n + %1$d) %% 4 - 1,
                    (array[-11, -12, -21, null])[(n * 7 + %1$d) %% 4 + 1],
                    (array['signed', 'planned', 'in_force', 'expired', 'terminated'])[(n * 3 + %1$d) %% 5 + 1],
                    (array['in_count', 'outside', 'not_stated'])[(n * n + n) %% 3 + 1], 'not_published',
                    (array['2019', '2020-06', '2022-11-25', '[..2023-12-15]', null])[(n + %1$d) %% 5 + 1],
                    case when n %% 13 = 0 then -1 - n %% 4 end
                from generate_series(1, 120) n;
                update agreement set valid_until = (array['2019', '2021-06-30', '2035', null])[(-id + %1$d) %% 4 + 1],
                    renewal = (array['automatic', 'none', null])[-id %% 3 + 1] where id < 0 and id %% 2 = 0;
                insert into agreement_statement (id, agreement_id, position, status, day)
                select id, id, 1, 'in_force', (array['2020', '2022-07', null])[-id %% 3 + 1] from agreement
                where id < 0 and status not in ('planned', 'signed') and id %% 5 <> 0
                union all
                select id - 1000, id, 2, status, (array['2023', null, '2024-02-01'])[-id %% 3 + 1] from agreement
                where id < 0 and status in ('expired', 'terminated') and id %% 5 <> 0;
                insert into project (id, title, council_id, meeting_id, status, counting, parties, launched_on)
                select -n, 'Project ' || n, -(n + %1$d) %% 4 - 1, (array[-11, -12, null])[(n * n + %1$d) %% 3 + 1],
                    (array['planned', 'launched', 'completed', 'stopped'])[(n * 5 + %1$d) %% 4 + 1],
                    (array['in_count', 'outside', 'not_stated'])[n %% 3 + 1], 'not_published', (array['2021', '2024-08', null])[(n + %1$d) %% 3 + 1]
                from generate_series(1, 80) n;
                """.formatted(salt)).update();
    }
}
