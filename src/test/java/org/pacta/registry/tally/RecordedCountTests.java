package org.pacta.registry.tally;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class RecordedCountTests {

    private static final List<String> EDITS = List.of(
            """
            insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties, signed_on, founds_council_id)
            select nextval('agreement_seq'), (array['mou', 'agreement', 'protocol'])[%1$d %% 3 + 1], 'Made up', nullif(-(%1$d %% 3), 0), nullif(-(%1$d %% 4), 0),
                'signed', (array['in_count', 'outside', 'not_stated'])[(%1$d + n) %% 3 + 1], 'not_published', '2024-0' || (%1$d %% 9 + 1),
                case when %1$d %% 11 = 0 then -1 end
            from generate_series(1, %1$d %% 5 + 1) n
            """,
            """
            insert into project (id, title, council_id, meeting_id, status, counting, parties, launched_on)
            values (nextval('project_seq'), 'Made up', nullif(-(%1$d %% 3), 0), -1, 'launched', 'in_count', 'not_published',
                case when %1$d %% 2 = 0 then '2023' end)
            """,
            "update agreement set counting = 'outside', note = 'Moved' where id %% 5 = %1$d %% 5",
            "update agreement set note = 'Changes no count' where id %% 2 = %1$d %% 2",
            "update agreement set meeting_id = -2, signed_on = '2022' where id %% 7 = %1$d %% 7",
            "update agreement set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id %% 6 = %1$d %% 6",
            "update agreement set withdrawn_on = null, withdrawal_reason = null where id %% 4 = %1$d %% 4",
            "update project set status = 'completed', council_id = -2 where id %% 3 = %1$d %% 3",
            "delete from project where id %% 8 = %1$d %% 8",
            "delete from agreement where id %% 9 = %1$d %% 9",
            "delete from agreement where id = -1");

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void enterTwoCouncils() {
        jdbc.sql("""
                insert into council (id, slug, name, kind) values (-1, 'first', 'First', 'council'), (-2, 'second', 'Second', 'council');
                insert into meeting (id, council_id, kind, ordinal, status)
                values (-1, -1, 'session', 1, 'held'), (-2, -1, 'session', 2, 'held'), (-3, -2, 'session', 1, 'held');
                """).update();
    }

    @Test
    void equalsAFreshCountAfterRandomEdits() {
        long seed = ThreadLocalRandom.current().nextLong();
        Random random = new Random(seed);
        for (int round = 0; round < 150; round++) {
            String edit = EDITS.get(random.nextInt(EDITS.size())).formatted(random.nextInt(1000));

            jdbc.sql(edit).update();

            assertThat(kept())
                    .as("seed %d, round %d, after %s", seed, round, edit)
                    .isEqualTo(counted());
        }
        assertThat(kept()).isNotEmpty();
    }

    @Test
    void holdsNothingTwice() {
        jdbc.sql(EDITS.get(0).formatted(3)).update();
        jdbc.sql(EDITS.get(0).formatted(3)).update();

        assertThat(jdbc.sql("select count(*) from recorded_count where rows > 0")
                        .query(Long.class)
                        .single())
                .isEqualTo(3);
    }

    private List<Map<String, Object>> kept() {
        return jdbc.sql("""
                        select council_id, meeting_id, record, kind, status, counting, founding, day, rows::text from recorded_count
                        where rows <> 0 order by 1, 2, 3, 4, 5, 6, 7, 8
                        """).query().listOfRows();
    }

    private List<Map<String, Object>> counted() {
        return jdbc.sql("""
                        select council_id, meeting_id, 'agreement' as record, kind, status, counting, founds_council_id is not null as founding,
                            signed_sort as day, count(*)::text as rows
                        from agreement where withdrawn_on is null group by 1, 2, 3, 4, 5, 6, 7, 8
                        union all
                        select council_id, meeting_id, 'project', null, status, counting, false, launched_sort, count(*)::text
                        from project where withdrawn_on is null group by 1, 2, 3, 4, 5, 6, 7, 8
                        order by 1, 2, 3, 4, 5, 6, 7, 8
                        """).query().listOfRows();
    }
}
