package org.pacta.reader.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** From an agreement to a project to an outcome, of a council whose every number is known by hand. */
@PageTest
class OutcomesPageTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private PageText pages;

    @Autowired
    private JdbcClient jdbc;

    @BeforeEach
    void agree() {
        jdbc.sql("""
                insert into council (id, slug, name, kind) values (-1, 'test-council', 'Test council', 'council');
                insert into meeting (id, council_id, kind, ordinal, status, held_on) values (-1, -1, 'session', 1, 'held', '2021-03-01');
                insert into agreement (id, kind, title, council_id, meeting_id, status, counting, parties, signed_on)
                values (-1, 'mou', 'Led on', -1, -1, 'signed', 'in_count', 'not_published', '2021-03-01'),
                    (-2, 'mou', 'Led nowhere', -1, -1, 'signed', 'outside', 'not_published', '2021-03-01'),
                    (-3, 'mou', 'Without a day', -1, null, 'signed', 'in_count', 'not_published', null),
                    (-4, 'mou', 'To come', -1, null, 'planned', 'in_count', 'not_published', '2022');
                insert into project (id, title, council_id, meeting_id, status, counting, parties, launched_on)
                values (-1, 'Completed', -1, null, 'completed', 'in_count', 'not_published', '2022-05'),
                    (-2, 'Kept its word', -1, null, 'launched', 'in_count', 'not_published', '2022-05'),
                    (-3, 'Still open', -1, null, 'launched', 'in_count', 'not_published', '2022-05');
                insert into commitment (id, statement, council_id, meeting_id, project_id, due, outcome)
                values (-1, 'Was kept', null, null, -2, '2022', 'kept_late'), (-2, 'Was not', -1, -1, null, '2022', 'not_kept'),
                    (-3, 'Is past its day', -1, -1, null, '2022', 'not_published'), (-4, 'Is to come', -1, -1, null, '2999', 'not_published'),
                    (-5, 'Has no day', -1, -1, null, null, 'not_published')
                """).update();
    }

    private void link() {
        jdbc.sql("insert into project_agreement (project_id, agreement_id) values (-1, -1), (-2, -1)")
                .update();
    }

    @Test
    void saysThatAllIsToldAsItStandsNow() {
        assertThat(pages.text("/dashboard/outcomes?asOf=2001-01-01")).contains("All are told as they stand now.");
        assertThat(pages.inChinese("/dashboard/outcomes?asOf=2001-01-01")).contains("均为目前状况。");
    }

    @Test
    void countsEachRecordOnceByCouncilAndByYear() {
        link();

        assertThat(pages.section("/dashboard/outcomes?council=test-council", "years"))
                .contains("By year: Test council")
                .contains("2022 0 0 3 2 67 % 1 1 100 % 0 0 0 0")
                .contains("2021 2 1 50 % 0 0 4 0 1 25 % 1 25 % 1 25 % 1 25 %")
                .contains("undated 1 0 0 0 0 0 0 0 0 0")
                .contains("In all 3 1 33 % 3 2 67 % 5 1 20 % 1 20 % 1 20 % 1 20 % 1 20 %");
        assertThat(pages.section("/dashboard/outcomes", "councils"))
                .contains("Test council 3 1 33 % 3 2 67 % 5 1 20 % 1 20 % 1 20 % 1 20 % 1 20 %");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            agreements   |      | 3 records | Led nowhere
            with_project |      | 1 record  | Led on
            with_outcome |      | 2 records | Kept its word
            with_outcome | 2022 | 2 records | Completed
            kept         |      | 1 record  | Was kept
            not_kept     | 2021 | 1 record  | Was not
            overdue      | 2021 | 1 record  | Is past its day
            due          | 2021 | 1 record  | Is to come
            silent       | 2021 | 1 record  | Has no day
            agreements   | 0    | 1 record  | Without a day
            """)
    void opensTheRowsBehindANumber(String stage, Integer year, String records, String title) {
        link();
        String address = "?stage=" + stage + "&council=test-council" + (year == null ? "" : "&year=" + year);

        assertThat(pages.text("/dashboard/outcomes/rows" + address)).contains(records, title);
        assertThat(file("/dashboard/outcomes/rows.csv" + address))
                .contains(title)
                .contains(",test-council,");
    }

    @Test
    void saysSoWhereNothingIsLinkedAndLeadsToTheWork() {
        assertThat(pages.text("/dashboard/outcomes?council=test-council"))
                .contains("No project here is linked to an agreement")
                .contains("Look through the projects");
        assertThat(file("/dashboard/outcomes?council=test-council"))
                .contains("href=\"/projects?council=test-council\"");

        link();

        assertThat(pages.text("/dashboard/outcomes?council=test-council"))
                .doesNotContain("No project here is linked to an agreement");
    }

    @Test
    void isThereAsAFileAndInChinese() {
        link();

        assertThat(file("/dashboard/outcomes.csv"))
                .contains(
                        "council,name,year,agreements,with_project,projects,with_outcome,commitments,kept,not_kept,overdue,due,silent")
                .contains("test-council,Test council,2021,2,1,0,0,4,0,1,1,1,1,")
                .contains("test-council,Test council,,1,0,0,0,0,0,0,0,0,0,");
        assertThat(file("/dashboard/outcomes.json")).contains("\"with_project\" : 1");
        assertThat(mvc.get().uri("/dashboard/outcomes.xlsx")).hasStatusOk();
        assertThat(pages.inChinese("/dashboard/outcomes")).contains("从协议到项目再到成果", "未有下文");
    }

    @Test
    void refusesWhatIsNotThere() {
        assertThat(mvc.get().uri("/dashboard/outcomes?council=nowhere")).hasStatus(400);
        assertThat(mvc.get().uri("/dashboard/outcomes/rows?stage=nothing")).hasStatus(400);
        assertThat(mvc.get().uri("/dashboard/outcomes/rows")).hasStatus(400);
        assertThat(mvc.get().uri("/dashboard/outcomes/rows?stage=kept&page=99")).hasStatus(404);
        assertThat(mvc.get().uri("/dashboard/outcomes/rows?stage=kept&page=-1")).hasStatus(404);
    }

    private String file(String address) {
        return new String(
                Objects.requireNonNull(mvc.get().uri(address).exchange().getResponse())
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}
