package org.pacta.reader.revision;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.pacta.test.Staff;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class HistoryPageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private long crimsonLogic;

    @BeforeEach
    void renameCrimsonLogicAndGiveItAnAcronym() {
        crimsonLogic = jdbc.sql("select id from organisation where name like 'CrimsonLogic%'")
                .query(Long.class)
                .single();
        jdbc.sql(
                        "insert into revision (id, made_at, made_by, reason) values (9001, '2026-11-19 23:03Z', 'Lim Wei', 'The company dropped its legal form')")
                .update();
        jdbc.sql("update organisation_aud set revend = 9001 where id = :id")
                .param("id", crimsonLogic)
                .update();
        jdbc.sql("""
                        insert into organisation_aud (id, name, local_name, kind, place_id, to_complete, note, rev, revtype)
                        select id, 'CrimsonLogic', local_name, kind, place_id, to_complete, '电子政务服务商', 9001, 1 from organisation where id = :id
                        """).param("id", crimsonLogic).update();
        jdbc.sql("""
                        insert into organisation_name_aud (id, organisation_id, name, kind, rev, revtype)
                        values (900001, :id, 'CLPL', 'acronym', 9001, 0)
                        """).param("id", crimsonLogic).update();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"from=+999999999-12-31", "to=+999999999-12-31", "from=-999999999-01-01", "to=-999999999-01-01"})
    void answersForDaysThatNoCalendarHas(String period) {
        assertThat(mvc.get().uri("/changes").param(period.split("=")[0], period.split("=")[1]))
                .hasStatusOk();
    }

    @Test
    void listsRevisionsWithWhoWhenAndWhy() {
        assertThat(pages.text("/organisations/" + crimsonLogic + "/history"))
                .containsSubsequence(
                        "Revision 9001", "20 November 2026, 07:03", "Lim Wei", "dropped its legal form", "Revision 1");
    }

    @Test
    void tellsEverybodyWhatChangedByDayKindAndCouncil() {
        assertThat(pages.text("/changes"))
                .contains("2 changes")
                .containsSubsequence(
                        "9001",
                        "20 November 2026, 07:03",
                        "Lim Wei",
                        "The company dropped its legal form",
                        "organisation");
        assertThat(pages.text("/changes?from=2026-11-20&to=2026-11-20&kind=organisation"))
                .contains("1 change ", "9001");
        assertThat(pages.text("/changes?to=2026-11-19&kind=organisation")).doesNotContain("9001");
        assertThat(pages.text("/changes?from=2026-11-20&kind=agreement")).doesNotContain("9001");
        assertThat(pages.text("/changes?council=sci"))
                .contains("Singapore-China (Shenzhen) Smart City Initiative")
                .doesNotContain("9001");
        assertThat(pages.text("/changes?council=nowhere")).contains("Nothing changed that fits these choices.");
    }

    @Test
    void namesNoWithdrawnRecordToEverybodyAmongChanges() {
        jdbc.sql("update organisation set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = :id")
                .param("id", crimsonLogic)
                .update();

        assertThat(pages.text("/changes?from=2026-11-20"))
                .contains("9001", "withdrawn since organisation")
                .doesNotContain("CrimsonLogic");
    }

    @ParameterizedTest
    @ValueSource(strings = {"from=yesterday", "kind=spaceship", "page=0", "page=2147483647", "from=%2B999999999-12-31"})
    void refusesChangesOfNonsense(String query) {
        assertThat(mvc.get().uri("/changes?" + query)).hasStatus4xxClientError();
    }

    @Test
    void showsTheRecordAsItStood() {
        assertThat(pages.text("/organisations/" + crimsonLogic + "/history/1"))
                .contains("CrimsonLogic Pte Ltd")
                .doesNotContain("CLPL");
        assertThat(pages.text("/organisations/" + crimsonLogic + "/history/9001"))
                .contains("CrimsonLogic", "Name: CLPL · Kind: acronym")
                .doesNotContain("Pte Ltd company");
    }

    @Test
    void marksTheWordsThatDiffer() {
        assertThat(mvc.get().uri("/organisations/" + crimsonLogic + "/history/1..9001"))
                .bodyText()
                .contains(
                        "CrimsonLogic<del> Pte Ltd</del>",
                        "<ins>Name: CLPL · Kind: acronym</ins>",
                        "<ins>电子政务服务商</ins>");
    }

    @Test
    void comparesTheTwoThatAreChosenInTheirOrder() {
        assertThat(mvc.get().uri("/organisations/" + crimsonLogic + "/history?from=9001&to=1"))
                .hasStatus3xxRedirection()
                .hasRedirectedUrl("/organisations/" + crimsonLogic + "/history/1..9001");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/councils/sci/history",
                "/councils/sci/meetings/4/history/1",
                "/places/shanghai/history/1",
                "/sources/1/history/1",
                "/people/1/history/1",
                "/agreements/1/history/1",
                "/projects/1/history/1",
                "/figures/1/history/1",
                "/indicators/1/history/1",
                "/commitments/1/history"
            })
    void everyKindOfRecordHasAHistory(String address) {
        assertThat(mvc.get().uri(address)).hasStatusOk();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/organisations/99999999/history",
                "/organisations/nonsense/history",
                "/councils/nowhere/history",
                "/councils/sci/meetings/99/history",
                "/sources/1/history/0",
                "/sources/1/history/0..1",
                "/sources/1/history/99999999999999",
                "/sources/1/history/1..99999999999999",
                "/sources/1/history/99999999999999999999",
                "/sources/1/history/1..99999999999999999999",
                "/sources/99999999999999999999/history",
                "/councils/sci/meetings/99999999999/history",
                "/councils/sci/meetings/99999999999/history/1",
                "/councils/sci/meetings/4/history/99999999999999",
                "/councils/sci/meetings/99999999999",
                "/meetings/99999999999999999999",
                "/agreements/99999999999999999999",
                "/projects/99999999999999999999",
                "/organisations/99999999999999999999",
                "/people/99999999999999999999",
                "/sources/99999999999999999999"
            })
    void namesWhatThereIsNotNotFound(String address) {
        assertThat(mvc.get().uri(address)).hasStatus(404);
    }

    @Test
    void keepsTheHistoryOfAWithdrawnRecordForStaff() {
        jdbc.sql("update organisation set withdrawn_on = now(), withdrawal_reason = 'Entered twice' where id = :id")
                .param("id", crimsonLogic)
                .update();
        String address = "/organisations/" + crimsonLogic + "/history";

        assertThat(mvc.get().uri(address)).hasStatus(410);
        assertThat(mvc.get().uri(address).with(Staff.as(Staff.editor(jdbc, "Tan Mei"))))
                .hasStatusOk()
                .bodyText()
                .contains("Entered twice");
    }

    @Test
    void logsAllChangesForStaff() {
        assertThat(mvc.get().uri("/desk/log").with(Staff.as(Staff.editor(jdbc, "Tan Mei"))))
                .hasStatusOk()
                .bodyText()
                .containsSubsequence(
                        "dropped its legal form", "/organisations/" + crimsonLogic + "/history/9001", "and others");
    }
}
