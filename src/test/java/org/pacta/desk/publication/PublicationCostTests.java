package org.pacta.desk.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import jakarta.persistence.EntityManager;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import javax.sql.DataSource;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.desk.draft.DraftQueries;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StatementCounter;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What publishing asks of the database follows what is published, and not how many organisations are on record. */
@PageTest
class PublicationCostTests {

    private static final int STATEMENTS = 61;
    private static final int ROWS = 60;

    /** Rows of which an index says all may still be fetched, until they were vacuumed, to see whether they are there. */
    private static final long FETCHED_TO_SEE = 3;

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private EntityManager entities;

    @Autowired
    private DataSource database;

    @Autowired
    private Doubts doubts;

    @Autowired
    private DraftQueries drafts;

    private SignedIn editor;
    private SignedIn reviewer;

    @BeforeEach
    void hire() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Chen Jing");
    }

    @Test
    void readsAsMuchHoweverManyOrganisationsThereAre() {
        addOrganisations(1, 2_000);
        publish("5");
        Cost few = publish("6");

        addOrganisations(2_001, 10_000);
        Cost many = publish("7");

        assertThat(many.statements()).isEqualTo(few.statements()).isLessThanOrEqualTo(STATEMENTS);
        assertThat(many.rows()).isCloseTo(few.rows(), within(FETCHED_TO_SEE)).isLessThanOrEqualTo(ROWS);
    }

    private void addOrganisations(int first, int last) {
        jdbc.sql("""
                insert into organisation (id, name, local_name, kind)
                select 900000 + n, 'Made-up Holdings ' || n, '编造控股' || n, 'company' from generate_series(%1$d, %2$d) n;
                insert into organisation_name (id, organisation_id, name, kind)
                select 900000 + n, 900000 + n, 'MUH ' || n, 'acronym' from generate_series(%1$d, %2$d) n;
                analyze organisation;
                analyze organisation_name;
                """.formatted(first, last)).update();
    }

    /**
     * What one publication took.
     *
     * @param rows of organisations and their names that were read
     */
    private record Cost(int statements, long rows) {}

    private Cost publish(String ordinal) {
        String draft = URI.create(send("/desk/drafts", editor, Map.of("council", "sci"))
                        .getResponse()
                        .getRedirectedUrl())
                .getPath();
        String basics = jdbc.sql("select id::text from draft_line where section = 'basics' order by id desc limit 1")
                .query(String.class)
                .single();
        send(
                draft + "/lines",
                editor,
                Map.of(
                        basics + ".version",
                        "0",
                        basics + ".ordinal",
                        ordinal,
                        basics + ".heldOn",
                        "2025-03-14",
                        "source-a.title",
                        "Meeting " + ordinal,
                        "source-a.url",
                        "https://example.org/" + ordinal,
                        "agreement-a.title",
                        "Exchange of made-up trade data " + ordinal,
                        "agreement-a.signatories",
                        "CrimsonLogic; Enterprise Singapore; Ruijin Hospital"));
        send(draft + "/submission", editor, Map.of());
        var request = mvc.post()
                .uri(draft + "/publication")
                .with(Staff.form())
                .with(Staff.as(reviewer))
                .param("rest", "It is so");
        doubts.of(drafts.get(Long.parseLong(draft.replaceAll("\\D", ""))))
                .forEach(doubt -> request.param("warning", doubt.mark()).param("reason", ""));
        AtomicReference<MvcTestResult> answer = new AtomicReference<>();
        long before = read();
        int statements = ((StatementCounter) database).during(() -> {
            answer.set(request.exchange());
            entities.flush();
        });
        assertThat(answer.get()).hasStatus(302).hasRedirectedUrl("/councils/sci/meetings/" + ordinal);
        entities.clear();
        return new Cost(statements, read() - before);
    }

    private long read() {
        return jdbc.sql("""
                select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) from pg_stat_xact_user_tables
                where relname in ('organisation', 'organisation_name')""").query(Long.class).single();
    }

    private MvcTestResult send(String path, SignedIn person, Map<String, String> parameters) {
        var request = mvc.post().uri(path).with(Staff.form()).with(Staff.as(person));
        parameters.forEach(request::param);
        MvcTestResult answer = request.exchange();
        entities.flush();
        entities.clear();
        return answer;
    }
}
