package org.pacta.reference.organisation;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@PageTest
class OrganisationPageTests {

    @Autowired
    PageText pages;

    @Autowired
    MockMvcTester mvc;

    @Autowired
    JdbcClient jdbc;

    private long crimsonLogic;

    @BeforeEach
    void findCrimsonLogic() {
        crimsonLogic = jdbc.sql("select id from organisation where name like 'CrimsonLogic%'")
                .query(Long.class)
                .single();
    }

    @Test
    void showsEachAppearanceWithItsRoleAndTheNameAsPrinted() {
        assertThat(pages.text("/organisations/" + crimsonLogic))
                .contains("4 appearances in 4 councils")
                .containsSubsequence("SSCCC", "signs CrimsonLogic Pte Ltd")
                .containsSubsequence("SCI", "takes part Crimson Logic")
                .containsSubsequence("SZETC", "signs CrimsonLogic")
                .containsSubsequence("SLETC", "takes part 劲升逻辑");
    }

    @Test
    void countsNoWithdrawnRecordInTheList() {
        jdbc.sql("""
                update agreement set withdrawn_on = now(), withdrawal_reason = 'recorded twice' where id in (
                    select agreement_id from signatory where organisation_id = :id)
                """).param("id", crimsonLogic).update();

        assertThat(jdbc.sql(
                                "select agreements || ' ' || projects || ' ' || councils from organisation_line where id = :id")
                        .param("id", crimsonLogic)
                        .query(String.class)
                        .single())
                .isEqualTo("0 2 2");
    }

    @Test
    void redirectsFromAMergedOrganisationToItsSurvivor() {
        jdbc.sql(
                        "insert into organisation (id, name, kind, merged_into_id) values (900001, 'Crimson', 'company', :survivor)")
                .param("survivor", crimsonLogic)
                .update();

        assertThat(mvc.get().uri("/organisations/900001"))
                .hasStatus(301)
                .headers()
                .hasValue("Location", "/organisations/" + crimsonLogic);
    }

    @Test
    void isListedByKindAndPlace() {
        assertThat(pages.text("/organisations?place=singapore&kind=university"))
                .contains("Nanyang Technological University");
        assertThat(pages.text("/organisations?place=singapore&kind=company"))
                .doesNotContain("Nanyang Technological University");
    }

    @Test
    void namesAnUnknownOneNotFound() {
        assertThat(mvc.get().uri("/organisations/99999999")).hasStatus(404);
    }
}
