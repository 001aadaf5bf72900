package org.pacta.desk.changing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pacta.test.StaffPages.location;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pacta.platform.security.SignedIn;
import org.pacta.test.PageTest;
import org.pacta.test.Staff;
import org.pacta.test.StaffPages;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

@PageTest
class ListChangePageTests {

    private static final String SCI = "/desk/changes/projects?council=sci";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    StaffPages pages;

    @Autowired
    JdbcClient jdbc;

    private SignedIn editor;
    private SignedIn reviewer;

    @BeforeEach
    void hireStaff() {
        editor = Staff.editor(jdbc, "Lim Wei");
        reviewer = Staff.reviewer(jdbc, "Tan Mei");
    }

    @Test
    void isOfferedToStaffWithTheListAsItIsNarrowed() {
        assertThat(pages.get("/projects?council=sci", editor))
                .bodyText()
                .contains("/desk/changes/projects?council=sci");
        assertThat(mvc.get().uri("/projects?council=sci")).bodyText().doesNotContain("/desk/changes");
    }

    @ParameterizedTest
    @ValueSource(strings = {"agreements", "projects", "organisations", "meetings"})
    void offersTheFieldsThatManyRecordsShare(String noun) {
        assertThat(pages.get("/desk/changes/" + noun + "?council=sci", editor))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "See the list",
                        "<option value=\"kind\"".replace("kind", noun.equals("projects") ? "council" : "kind"))
                .doesNotContain("<option value=\"title\"");
    }

    @Test
    void changesAFieldOfTheWholeListAsOneCorrectionThatAReviewerPublishes() {
        List<String> before = statuses();
        assertThat(before).hasSizeGreaterThan(10).contains("launched");

        String correction = location(post(
                SCI,
                Map.of("change.field", "status", "change.value", "completed", "change.reason", "The report says so")));

        assertThat(statuses()).isEqualTo(before);
        assertThat(pages.get(correction, editor))
                .bodyText()
                .contains(before.stream().filter("launched"::equals).count() + " records change", "The report says so");
        assertThat(post(correction + "/publication", Map.of())).hasStatus(403);
        post(correction + "/submission", Map.of());
        assertThat(pages.post(correction + "/publication", reviewer, Map.of())).hasStatus3xxRedirection();
        assertThat(statuses()).containsOnly("completed");

        assertThat(pages.get(correction, editor)).bodyText().contains("Take this correction back");
    }

    @Test
    void addsToWhatStandsThereWhereNothingElseIsSaid() {
        assertThat(pages.get(SCI + "&change.field=focusAreas", editor))
                .bodyText()
                .containsPattern("value=\"add\" checked")
                .contains("Several go with semicolons between them.");
    }

    @Test
    void addsAndTakesOutTopics() {
        String topic = jdbc.sql("select name from focus_area order by id limit 1")
                .query(String.class)
                .single();
        long with = jdbc.sql("select count(*) from project_line where council_slug = 'sci'")
                .query(Long.class)
                .single();

        publish(location(post(
                SCI,
                Map.of(
                        "change.field",
                        "focusAreas",
                        "change.how",
                        "add",
                        "change.value",
                        topic,
                        "change.reason",
                        "All are of it"))));

        assertThat(ofTopic(topic)).isEqualTo(with);
        publish(location(post(
                SCI,
                Map.of(
                        "change.field",
                        "focusAreas",
                        "change.how",
                        "remove",
                        "change.value",
                        topic,
                        "change.reason",
                        "None is of it"))));
        assertThat(ofTopic(topic)).isZero();
    }

    @Test
    void saysWhatIsWrongAndKeepsWhatWasTyped() {
        assertThat(post(SCI, Map.of("change.field", "launchedOn", "change.value", "soon", "change.reason", "So it is")))
                .hasStatus(422)
                .bodyText()
                .contains("Write a date as", "value=\"soon\"", "value=\"So it is\"");
        assertThat(post(SCI, Map.of("change.field", "status", "change.value", "completed")))
                .hasStatus(422)
                .bodyText()
                .contains("Say why.");
        assertThat(post(
                        SCI,
                        Map.of(
                                "change.field",
                                "council",
                                "change.value",
                                "Nowhere at all",
                                "change.reason",
                                "So it is")))
                .hasStatus(422)
                .bodyText()
                .contains("Nothing is on record by this name");
        assertThat(post(SCI, Map.of("change.field", "title", "change.value", "A", "change.reason", "So it is")))
                .hasStatus(400);
        assertThat(post(
                        "/desk/changes/projects?council=sci&status=launched",
                        Map.of("change.field", "status", "change.value", "launched", "change.reason", "So it is")))
                .hasStatus(422)
                .bodyText()
                .contains("Everything in the list says so already");
    }

    private List<String> statuses() {
        return jdbc.sql("select status from project_line where council_slug = 'sci' order by id")
                .query(String.class)
                .list();
    }

    private long ofTopic(String topic) {
        return jdbc.sql("""
                        select count(*) from project_focus_area join focus_area on focus_area.id = focus_area_id
                        join project_line line on line.id = project_id where council_slug = 'sci' and focus_area.name = :topic
                        """).param("topic", topic).query(Long.class).single();
    }

    private void publish(String correction) {
        post(correction + "/submission", Map.of());
        assertThat(pages.post(correction + "/publication", reviewer, Map.of())).hasStatus3xxRedirection();
    }

    private MvcTestResult post(String address, Map<String, String> parameters) {
        return pages.post(address, editor, parameters);
    }
}
