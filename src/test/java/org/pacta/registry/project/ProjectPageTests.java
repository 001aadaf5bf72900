package org.pacta.registry.project;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pacta.test.PageTest;
import org.pacta.test.PageText;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@PageTest
class ProjectPageTests {

    @Autowired
    PageText pages;

    @Autowired
    JdbcClient jdbc;

    @Test
    void mayHaveOneParticipant() {
        assertThat(participants("Rajah & Tann%")).isEqualTo(1);
    }

    @Test
    void keepsAnOrganisationWithCommasInItsNameWhole() {
        assertThat(
                        participants(
                                "Guangdong Provincial Public Service Intelligent Computing Laboratory, Shenzhen Graduate School, Peking University"))
                .isEqualTo(2);
    }

    @Test
    void letsAnInstituteBelongToBothSides() {
        assertThat(pages.text(projectOf("China-Singapore International Joint Research Institute")))
                .contains("China-Singapore International Joint Research Institute Singapore + Shenzhen");
    }

    @Test
    void showsThreeParticipantsOfTheMedicalInnovationCentre() {
        assertThat(participants("National University Medical Group")).isEqualTo(3);
    }

    @Test
    void isFoundByFocusAreaAndOrganisation() {
        long organisation = jdbc.sql("select id from organisation where name like 'CrimsonLogic%'")
                .query(Long.class)
                .single();

        assertThat(pages.text("/projects?council=sci&organisation=" + organisation))
                .contains("1 project", "Cross-border trade logistics");
    }

    private int participants(String organisation) {
        String id = projectOf(organisation).replaceAll("\\D", "");
        return jdbc.sql("select count(*) from participant where project_id = :id::bigint")
                .param("id", id)
                .query(Integer.class)
                .single();
    }

    private String projectOf(String organisation) {
        return jdbc.sql("""
                        select '/projects/' || min(project_id) from participant join organisation on organisation.id = organisation_id
                        where name like :name""").param("name", organisation).query(String.class).single();
    }
}
