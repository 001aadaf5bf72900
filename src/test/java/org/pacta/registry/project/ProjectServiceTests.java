package org.pacta.registry.project;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.place.PlaceFixtures;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.reference.topic.FocusAreaFixtures;
import org.pacta.registry.agreement.AgreementFixtures;
import org.pacta.registry.agreement.Parties;
import org.pacta.registry.council.Council.Counting;
import org.pacta.registry.council.CouncilFixtures;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.jdbc.core.simple.JdbcClient;

@DatabaseTest
class ProjectServiceTests {

    @Autowired
    private ProjectService projects;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private EntityManager entities;

    @Autowired
    private Records records;

    @Autowired
    private JdbcClient jdbc;

    private Meeting meeting;
    private ProjectForm.Participant crimsonLogic;
    private ProjectForm.Participant dataGroup;
    private ProjectForm pilot;

    @BeforeEach
    void enterWhatItRefersTo() {
        meeting = MeetingFixtures.fifthInShanghai(entities);
        crimsonLogic = new ProjectForm.Participant(
                OrganisationFixtures.crimsonLogic(entities).getId(),
                "Crimson Logic",
                List.of(PlaceFixtures.singapore(entities).getId()));
        dataGroup = new ProjectForm.Participant(
                OrganisationFixtures.shanghaiDataGroup(entities).getId(), "Data Group", List.of());
        pilot = new ProjectForm(
                "Trade data pilot",
                "贸易数据试点",
                null,
                "Tries it out.",
                "先行先试。",
                Translated.LOCAL,
                meeting.council().getId(),
                meeting.getId(),
                7,
                PartialDate.parse("2024-41"),
                PartialDate.Inferred.DATE,
                ProjectStatus.LAUNCHED,
                Counting.IN_COUNT,
                "One of fourteen",
                Parties.ALL_PUBLISHED,
                "Named in the annex",
                List.of(crimsonLogic, dataGroup),
                List.of(),
                List.of(AgreementFixtures.earlier(entities).getId()),
                List.of(FocusAreaFixtures.digitalEconomy(entities).getId()),
                List.of(new CitationForm(
                        SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                                .getId(),
                        null,
                        null,
                        null,
                        null,
                        null,
                        "Annex B",
                        null)));
    }

    @Test
    void isRecordedAsEntered() {
        Long id = projects.record(pilot);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, pilot));
    }

    @Test
    void changesItsRowsInPlace() {
        Long id = projects.record(pilot);
        int version = reread(id).version();
        List<Long> before = participants(id);
        ProjectForm wanted = copy(null, meeting.getId(), 7, List.of(dataGroup, crimsonLogic));

        projects.revise(id, version, wanted);

        assertThat(reread(id).form())
                .isEqualTo(copy(meeting.council().getId(), meeting.getId(), 7, wanted.participants()));
        assertThat(participants(id)).containsExactly(before.get(1), before.get(0));
        checkTheConstraintsThatWaitForTheCommit();
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> projects.revise(id, version, pilot));
    }

    @Test
    void givesUpItsFirstPlaceToANewcomer() {
        Long id = projects.record(copy(null, meeting.getId(), 1, List.of(crimsonLogic)));
        int version = reread(id).version();

        projects.revise(id, version, copy(null, meeting.getId(), 1, List.of(dataGroup, crimsonLogic)));

        assertThat(reread(id).form().participants()).containsExactly(dataGroup, crimsonLogic);
        checkTheConstraintsThatWaitForTheCommit();
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = projects.record(pilot);

        projects.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void takesTheNextNumberOfItsMeetingAndKeepsToHavingNone() {
        projects.record(pilot);
        Long eighth = projects.record(copy(null, meeting.getId(), null, List.of()));
        Long homeless = projects.record(copy(null, null, null, List.of()));

        assertThat(reread(eighth).form().position()).isEqualTo(8);
        assertThat(reread(homeless).form().position()).isNull();

        projects.revise(eighth, reread(eighth).version(), copy(null, meeting.getId(), null, List.of(dataGroup)));
        assertThat(reread(eighth).form().position()).isNull();
    }

    @Test
    void belongsToTheCouncilOfItsMeeting() {
        Long other = CouncilFixtures.shanghai(entities, "other").getId();

        assertThatExceptionOfType(BrokenRuleException.class)
                .isThrownBy(() -> projects.record(copy(other, meeting.getId(), 1, List.of())))
                .extracting(BrokenRuleException::rule)
                .isEqualTo("project_council");
    }

    @Test
    void isWithdrawnOnce() {
        Long id = projects.record(pilot);

        projects.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> projects.revise(id, version, pilot));
    }

    @Test
    void refersToWhatIsThere() {
        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> projects.record(copy(null, -7L, 1, List.of())))
                .withMessage("No Meeting -7");
    }

    @Test
    void isJoinedByTheSurvivorOfAMerger() {
        Long both = projects.record(pilot);
        Long one = projects.record(copy(null, null, null, List.of(crimsonLogic)));
        reread(both);

        organisations.merge(crimsonLogic.organisation(), dataGroup.organisation());

        assertThat(reread(both).form().participants())
                .containsExactly(
                        new ProjectForm.Participant(dataGroup.organisation(), "Data Group", crimsonLogic.sides()));
        assertThat(reread(one).form().participants())
                .containsExactly(
                        new ProjectForm.Participant(dataGroup.organisation(), "Crimson Logic", crimsonLogic.sides()));
    }

    @Test
    void hasEachOrganisationOnce() {
        projects.record(copy(
                null,
                null,
                null,
                List.of(crimsonLogic, new ProjectForm.Participant(crimsonLogic.organisation(), "CL", List.of()))));

        assertThatExceptionOfType(DataIntegrityViolationException.class)
                .isThrownBy(records::flush)
                .withMessageContaining("participant_uk");
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(pilot)).isEqualTo(pilot);
        assertThat(Json.read("{}", ProjectForm.class).agreements()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        ProjectForm wrong = Json.read("""
                {"participants": [{"organisation": 1, "asPrinted": "A"}, {"organisation": 1, "asPrinted": "B"}]}""", ProjectForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "title: Say what the project is about, in English or in the local language.",
                        "participants[1].organisation: This organisation is named twice.");
    }

    private Standing<ProjectForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return projects.standing(id);
    }

    private List<Long> participants(Long project) {
        return jdbc.sql("select id from participant where project_id = :id order by position")
                .param("id", project)
                .query(Long.class)
                .list();
    }

    private void checkTheConstraintsThatWaitForTheCommit() {
        jdbc.sql("set constraints all immediate").update();
    }

    private ProjectForm copy(
            @Nullable Long council,
            @Nullable Long meeting,
            @Nullable Integer position,
            List<ProjectForm.Participant> participants) {
        return new ProjectForm(
                pilot.title(),
                null,
                null,
                pilot.summary(),
                null,
                null,
                council,
                meeting,
                position,
                pilot.launchedOn(),
                null,
                ProjectStatus.PLANNED,
                Counting.OUTSIDE,
                null,
                Parties.SOME_PUBLISHED,
                null,
                participants,
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }
}
