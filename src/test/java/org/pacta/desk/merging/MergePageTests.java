package org.pacta.desk.merging;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.persistence.EntityManager;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** CrimsonLogic (1), which the sample names in agreements and projects of several councils, and made-up twins of it. */
@PageTest
class MergePageTests {

    private static final String ROWS = """
            select string_agg(row::text, ' ' order by row::text) from (
                select agreement_id, organisation_id, as_printed from signatory
                union all select project_id, organisation_id, as_printed from participant
                union all select meeting_id, organisation_id, null from meeting_organisation
                union all select id, organisation_id, null from commitment
                union all select id, organisation_id, null from indicator
                union all select id, parent_id, null from organisation
                union all select organisation_id, null, name from organisation_name
                union all select organisation_id, null, value from organisation_identifier) row""";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    private SignedIn editor;
    private SignedIn admin;
    private long twin;

    @BeforeEach
    void hire() {
        editor = Staff.editor(jdbc, "Lim Wei");
        admin = Staff.admin(jdbc, "Chen Jing");
        twin = organisation("Crimson Logic (Asia) Ltd");
        jdbc.sql(
                        "update participant set organisation_id = :twin where id = (select min(id) from participant where organisation_id = 1)")
                .param("twin", twin)
                .update();
        jdbc.sql(
                        "update organisation set parent_id = :twin where id = (select max(id) from organisation where id <> :twin and parent_id is null)")
                .param("twin", twin)
                .update();
        jdbc.sql(
                        "insert into organisation_identifier (id, organisation_id, scheme, value) values (nextval('organisation_identifier_seq'), :twin, 'uen', '199999999A')")
                .param("twin", twin)
                .update();
    }

    @Test
    void listsOrganisationsThatLookLikeOne() {
        assertThat(text("/desk/organisations", editor))
                .contains("Crimson Logic (Asia) Ltd", "the same but for what stands in brackets", "90%")
                .contains("To complete", "The check digit does not fit", "199999999A")
                .doesNotContain("/desk/merges/preview");
        assertThat(text("/desk/organisations", admin)).contains("/desk/merges/preview?one=1&amp;other=" + twin);
    }

    @Test
    void remembersWhichAreNotTheSame() {
        send("/desk/organisations/distinct", editor, Map.of("one", twin + "", "other", "1"));

        String pairs = text("/desk/organisations", editor);
        assertThat(pairs.substring(0, pairs.indexOf("id=\"stubs\""))).doesNotContain("Crimson Logic (Asia) Ltd");
    }

    @Test
    void showsWhatMoves() {
        assertThat(text("/desk/merges/preview?one=1&other=" + twin, admin))
                .contains("1 project<", "1 organisation under it", "Which one stays?");
    }

    @Test
    void leavesMergingToAdmins() {
        assertThat(send("/desk/merges", editor, merge())).hasStatus(403);
        assertThat(mvc.get().uri("/desk/merges/preview?one=1&other=" + twin).with(Staff.as(editor)))
                .hasStatus(403);
    }

    @Test
    void mergesAndMovesBackExactlyWhatMoved() {
        String before = one(ROWS);

        assertThat(send("/desk/merges", admin, merge())).hasRedirectedUrl("/organisations/1");
        assertThat(mvc.get().uri("/organisations/" + twin)).hasStatus(301).hasRedirectedUrl("/organisations/1");
        assertThat(text("/organisations/1", editor)).contains("Crimson Logic (Asia) Ltd", "199999999A");
        assertThat(one("select count(*)::text from participant where organisation_id = " + twin))
                .isEqualTo("0");
        assertThat(one(ROWS)).isNotEqualTo(before);

        assertThat(send(reversal(), admin, Map.of("reason", "They are two"))).hasStatus(302);
        assertThat(one(ROWS)).isEqualTo(before);
        assertThat(mvc.get().uri("/organisations/" + twin)).hasStatus(200);
        assertThat(text("/desk/organisations", editor)).contains("taken back on", "They are two");
    }

    @Test
    void leavesWhatOthersHaveChangedSince() {
        String moved = one("select project_id::text from participant where organisation_id = " + twin);
        send("/desk/merges", admin, merge());
        jdbc.sql("update project set note = 'Noted since', version = version + 1 where id = " + moved)
                .update();
        jdbc.sql(
                        "insert into organisation_name (id, organisation_id, name, kind) values (nextval('organisation_name_seq'), 1, 'CLogic', 'alias')")
                .update();
        entities.clear();

        assertThat(send(reversal(), admin, Map.of("reason", "They are two"))).hasStatus(302);

        assertThat(one("select note from project where id = " + moved)).isEqualTo("Noted since");
        assertThat(one("select organisation_id::text from participant where project_id = " + moved
                        + " and organisation_id = " + twin))
                .isEqualTo(String.valueOf(twin));
        assertThat(one("select string_agg(name, ' ' order by id) from organisation_name where organisation_id = 1"))
                .isEqualTo("CrimsonLogic Crimson Logic CLogic");
    }

    @Test
    void refusesToPartWhereBothTouchedTheSame() {
        String moved = one("select project_id::text from participant where organisation_id = " + twin);
        send("/desk/merges", admin, merge());
        jdbc.sql("update participant set as_printed = 'CL' where organisation_id = 1 and project_id = " + moved)
                .update();
        entities.clear();

        assertThat(send(reversal(), admin, Map.of("reason", "They are two")))
                .hasStatus(409)
                .bodyText()
                .contains("Nothing was changed", "/projects/" + moved);
    }

    private Map<String, String> merge() {
        return Map.of("one", "1", "other", twin + "", "into", "1", "reason", "The same company");
    }

    private String reversal() {
        return "/desk/merges/" + one("select max(id)::text from organisation_merge") + "/reversal";
    }

    private long organisation(String name) {
        return jdbc.sql(
                        "insert into organisation (id, name, kind, to_complete) values (nextval('organisation_seq'), :name, 'company', true) returning id")
                .param("name", name)
                .query(Long.class)
                .single();
    }

    private MvcTestResult send(String path, SignedIn person, Map<String, String> parameters) {
        var request = mvc.post().uri(path).with(Staff.form()).with(Staff.as(person));
        parameters.forEach(request::param);
        MvcTestResult answer = request.exchange();
        if (answer.getResponse().getStatus() < 400) {
            entities.flush();
        }
        entities.clear();
        return answer;
    }

    private String text(String path, SignedIn person) {
        return new String(
                mvc.get()
                        .uri(path)
                        .with(Staff.as(person))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }

    private String one(String sql) {
        return jdbc.sql(sql).query(String.class).single();
    }
}
