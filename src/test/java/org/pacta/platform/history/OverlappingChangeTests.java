package org.pacta.platform.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.pacta.test.PageTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Of two transactions at once the one with the higher revision is committed first, somebody reads, and the other follows: it shows to
 * whoever reads again. Commits what it writes, and deletes it afterwards.
 */
@PageTest
@Transactional(propagation = Propagation.NEVER)
class OverlappingChangeTests {

    private static final String REVISION =
            "insert into revision (id, made_at, made_by, reason) values (%d, now(), 'test', 'Overlapping')";

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private DataSource database;

    @Autowired
    private Snapshots snapshots;

    private Connection slow;
    private long newest;

    @BeforeEach
    void writeTheLowerAndCommitTheHigher() throws SQLException {
        newest = jdbc.sql("select max(id) from revision").query(Long.class).single();
        slow = database.getConnection();
        slow.setAutoCommit(false);
        write(REVISION.formatted(newest + 1));
        write("insert into place (id, slug, name, kind) values (990001, 'overlapping', 'Overlapping', 'city')");
        write(
                "insert into place_aud (id, slug, name, kind, rev, revtype) values (990001, 'overlapping', 'Overlapping', 'city', %d, 0)"
                        .formatted(newest + 1));
        write("update agreement set title = title || ' overlapping' where id = (select min(id) from agreement)");
        jdbc.sql(REVISION.formatted(newest + 2)).update();
    }

    @AfterEach
    void takeBack() throws SQLException {
        slow.close();
        jdbc.sql("delete from place where id = 990001").update();
        jdbc.sql("delete from place_aud where id = 990001").update();
        jdbc.sql("update agreement set title = replace(title, ' overlapping', '') where title like '% overlapping'")
                .update();
        jdbc.sql("delete from revision where reason = 'Overlapping'").update();
    }

    @Test
    void eachStateHasANameOfItsOwn() throws SQLException {
        Snapshot before = snapshots.now();

        slow.commit();

        assertThat(before.revision()).isEqualTo(newest + 2);
        assertThat(snapshots.now().revision()).isEqualTo(newest + 2);
        assertThat(snapshots.now().name()).isNotEqualTo(before.name());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1/places",
                "/api/v1/agreements",
                "/api/v1/agreements?q=memorandum",
                "/changes.atom",
                "/agreements.atom",
                "/meetings.ics",
                "/data/pacta.zip"
            })
    void aTagFromBetweenIsNotTakenForTheStateAfter(String address) throws SQLException {
        String tag = answer(address).getHeader(HttpHeaders.ETAG);
        assertThat(mvc.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                .hasStatus(HttpStatus.NOT_MODIFIED);

        slow.commit();

        assertThat(mvc.get().uri(address).header(HttpHeaders.IF_NONE_MATCH, tag))
                .hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/changes.atom", "/meetings.ics"})
    void noDateIsGivenWhileAnEarlierChangeMayFollow(String address) {
        assertThat(answer(address).getHeader(HttpHeaders.LAST_MODIFIED)).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/agreements", "/agreements.csv", "/api/v1/agreements", "/places", "/data/pacta.zip"})
    void whatIsKeptIsNotShownAnyLonger(String address) throws Exception {
        byte[] before = answer(address).getContentAsByteArray();

        slow.commit();

        byte[] after = answer(address).getContentAsByteArray();
        assertThat(after).isNotEqualTo(before);
        if (!address.endsWith(".zip")) {
            assertThat(new String(before, StandardCharsets.UTF_8)).doesNotContainIgnoringCase("overlapping");
            assertThat(new String(after, StandardCharsets.UTF_8)).containsIgnoringCase("overlapping");
        }
    }

    @Test
    void theRowsAreCountedAgain() throws Exception {
        String before = text("/data");

        slow.commit();

        assertThat(text("/data")).isNotEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dashboard/cite.bib", "/dashboard/coverage/cite.bib", "/agreements.metadata.json"})
    void whatIsCitedOrTakenAwaySaysOfWhichStateItIs(String address) throws Exception {
        assertThat(text(address)).contains(said(address));

        slow.commit();

        assertThat(text(address)).contains(said(address));
    }

    /** The name of the state, as a citation or a file says it. */
    private String said(String address) {
        String name = snapshots.now().name();
        return address.endsWith(".bib") ? "-r" + name + "," : '"' + name + '"';
    }

    private String text(String address) throws Exception {
        return answer(address).getContentAsString(StandardCharsets.UTF_8);
    }

    private MockHttpServletResponse answer(String address) {
        MockHttpServletResponse answer = mvc.get().uri(address).exchange().getResponse();
        assertThat(answer.getStatus()).isEqualTo(200);
        return answer;
    }

    private void write(String sql) throws SQLException {
        try (PreparedStatement statement = slow.prepareStatement(sql)) {
            statement.executeUpdate();
        }
    }
}
