package org.pacta.registry.commitment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pacta.platform.form.RecordService.Standing;
import org.pacta.platform.shared.GoneException;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.organisation.OrganisationFixtures;
import org.pacta.reference.organisation.OrganisationService;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.source.SourceFixtures;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;
import org.pacta.registry.project.ProjectFixtures;
import org.pacta.test.Checked;
import org.pacta.test.DatabaseTest;
import org.pacta.test.Json;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.OptimisticLockingFailureException;

@DatabaseTest
class CommitmentServiceTests {

    @Autowired
    private CommitmentService commitments;

    @Autowired
    private OrganisationService organisations;

    @Autowired
    private EntityManager entities;

    private Long company;
    private CommitmentForm pilot;
    private CommitmentForm brief;

    @BeforeEach
    void enterWhatItRefersTo() {
        Project project = ProjectFixtures.tradeDataPilot(entities);
        Meeting meeting = project.meeting();
        company = project.participants().get(0).organisation().getId();
        pilot = new CommitmentForm(
                "The pilot is to serve 50 SMEs by the second half of 2025",
                "试点将服务50家中小企业",
                meeting.council().getId(),
                meeting.getId(),
                project.agreements().iterator().next().getId(),
                project.getId(),
                company,
                new BigDecimal("50"),
                "SMEs",
                QuantityComparator.UP_TO,
                PartialDate.parse("2025-41"),
                Commitment.Outcome.KEPT_LATE,
                "Reported in 2026",
                List.of(new CitationForm(
                        SourceFixtures.releaseOfTheFifthShanghaiMeeting(entities)
                                .getId(),
                        "due",
                        "2025",
                        "The later release",
                        null,
                        null,
                        null,
                        null)));
        brief = Json.read("""
                {"statement": "Goes live in July", "meeting": %d, "outcome": "not_published"}""".formatted(meeting.getId()), CommitmentForm.class);
    }

    @Test
    void isRecordedAsEntered() {
        Long id = commitments.record(pilot);

        assertThat(reread(id)).isEqualTo(new Standing<>(id, 0, pilot));
    }

    @Test
    void isRevisedByWhoReadItLast() {
        Long id = commitments.record(pilot);
        int version = reread(id).version();

        commitments.revise(id, version, brief);

        assertThat(reread(id).form())
                .extracting(CommitmentForm::statement, CommitmentForm::council, CommitmentForm::quantity)
                .containsExactly("Goes live in July", pilot.council(), null);
        assertThatExceptionOfType(OptimisticLockingFailureException.class)
                .isThrownBy(() -> commitments.revise(id, version, pilot));
    }

    @Test
    void keepsItsVersionWhenNothingDiffers() {
        Long id = commitments.record(pilot);

        commitments.revise(id, 0, reread(id).form());

        assertThat(reread(id).version()).isZero();
    }

    @Test
    void isWithdrawnOnce() {
        Long id = commitments.record(pilot);

        commitments.withdraw(id, 0, "Entered twice");

        int version = reread(id).version();
        assertThatExceptionOfType(GoneException.class).isThrownBy(() -> commitments.revise(id, version, pilot));
    }

    @Test
    void refersToWhatIsThere() {
        CommitmentForm nowhere = Json.read("""
                {"statement": "Goes live in July", "project": -7, "outcome": "not_published"}""", CommitmentForm.class);

        assertThatExceptionOfType(NotFoundException.class)
                .isThrownBy(() -> commitments.record(nowhere))
                .withMessage("No Project -7");
    }

    @Test
    void isMadeByTheSurvivorOfAMerger() {
        Long survivor = OrganisationFixtures.shanghaiDataGroup(entities).getId();
        Long id = commitments.record(pilot);
        reread(id);

        organisations.merge(company, survivor);

        assertThat(reread(id).form().organisation()).isEqualTo(survivor);
    }

    @Test
    void survivesBeingKeptInADraft() {
        assertThat(Json.thereAndBack(pilot)).isEqualTo(pilot);
        assertThat(Json.read("{}", CommitmentForm.class).citations()).isEmpty();
    }

    @Test
    void saysWhatIsWrong() {
        CommitmentForm wrong = Json.read("{\"quantity\": 50}", CommitmentForm.class);

        assertThat(Checked.errors(wrong, wrong::check))
                .containsExactly(
                        "statement: Say what was promised, in English or in the local language.",
                        "meeting: Say what the commitment is about: a council, a meeting, an agreement or a project.",
                        "quantity: An amount takes a number, its unit, and whether it is exact.");
    }

    private Standing<CommitmentForm> reread(Long id) {
        entities.flush();
        entities.clear();
        return commitments.standing(id);
    }
}
