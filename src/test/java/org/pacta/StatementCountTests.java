package org.pacta;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.pacta.test.StatementCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** A page sends as many statements with a hundred more rows as before. */
@PageTest
class StatementCountTests {

    @Autowired
    MockMvcTester mvc;

    @Autowired
    DataSource database;

    @Autowired
    JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "/, 9",
        "/councils, 6",
        "/dashboard, 6",
        "/dashboard/coverage, 9",
        "/councils/sci/rows, 8",
        "/councils/sci/brief, 16",
        "/councils/sci/ledger.csv?measure=mous, 6",
        "/councils/sci, 24",
        "/councils/sci/meetings/4, 17",
        "/agreements?from=1007, 2",
        "/projects?from=1007, 2",
        "/organisations?kind=-zone, 2",
        "/meetings?from=1007, 2",
        "/sources, 4",
        "/people, 4",
        "/places, 2",
        "/places/singapore, 10",
        "/agreements/{agreement}, 10",
        "/projects/{project}, 10",
        "/organisations/1, 8",
        "/people/1, 6",
        "/sources/{source}, 4",
        "/search?q=crimson, 2",
        "/data, 1",
    })
    void sendsAsManyStatementsHoweverManyRowsThereAre(String page, int atMost) {
        String path = page.replace("{agreement}", id("agreement"))
                .replace("{project}", id("project"))
                .replace("{source}", id("source"));
        // What lists keep for ten seconds is not asked for again: no other test asks for these views, so it was learnt
        // just now.
        statementsOf(path);
        // A transaction that has written reads everything afresh, before and after.
        jdbc.sql("select pg_current_xact_id()").query().listOfRows();
        int before = statementsOf(path);

        addAHundredOutcomes();

        assertThat(statementsOf(path)).isEqualTo(before).isLessThanOrEqualTo(atMost);
    }

    private int statementsOf(String path) {
        return ((StatementCounter) database)
                .during(() -> assertThat(mvc.get().uri(path)).hasStatusOk());
    }

    private String id(String table) {
        return jdbc.sql("select min(id)::text from " + table)
                .query(String.class)
                .single();
    }

    /** A hundred agreements and projects of the 4th SCI meeting, all with the first organisation, a commitment and a citation. */
    private void addAHundredOutcomes() {
        jdbc.sql("""
                insert into agreement (id, kind, title, council_id, meeting_id, signed_on, status, counting, parties)
                select 900000 + n, 'mou', 'Agreement ' || n, meeting.council_id, meeting.id, '2023-12', 'signed', 'in_count', 'all_published'
                from generate_series(1, 100) n, meeting join council on council.id = council_id
                where slug = 'sci' and ordinal = 4""").update();
        jdbc.sql("""
                insert into signatory (id, agreement_id, organisation_id, role, position)
                select id, id, 1, 'signs', 1 from agreement where id > 900000""").update();
        jdbc.sql("""
                insert into agreement_citation (id, agreement_id, source_id)
                select id, id, (select min(id) from source) from agreement where id > 900000""").update();
        jdbc.sql("""
                insert into project (id, title, council_id, meeting_id, launched_on, status, counting, parties)
                select id, title, council_id, meeting_id, signed_on, 'launched', counting, parties from agreement where id > 900000""").update();
        jdbc.sql("""
                insert into participant (id, project_id, organisation_id, as_printed, position)
                select id, id, 1, 'CrimsonLogic', 1 from project where id > 900000""").update();
        jdbc.sql("""
                insert into commitment (id, statement, council_id, meeting_id, outcome)
                select id, title, council_id, meeting_id, 'not_published' from project where id > 900000""").update();
        jdbc.sql("""
                insert into meeting_role (id, meeting_id, role, person_id, position)
                select id, meeting_id, 'speaker', 1, 1 from project where id > 900000""").update();
    }
}
