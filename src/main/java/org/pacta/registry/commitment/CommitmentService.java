package org.pacta.registry.commitment;

import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.meeting.Occasion;
import org.pacta.registry.project.Project;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws commitments. */
@Service
class CommitmentService extends RecordService<Commitment, CommitmentForm> {

    private final Commitments commitments;

    CommitmentService(Commitments commitments, Records records) {
        super(
                Commitment.class,
                form -> new Commitment(new Name(form.statement(), form.localStatement())),
                CommitmentForm::of,
                records);
        this.commitments = commitments;
    }

    @EventListener
    void on(OrganisationMerged merged) {
        commitments.findByOrganisation(merged.from()).forEach(commitment -> commitment.madeBy(merged.into()));
    }

    @Override
    protected void write(Commitment commitment, CommitmentForm form) {
        Organisation organisation = records.find(Organisation.class, form.organisation());
        commitment.state(new Name(form.statement(), form.localStatement()));
        commitment.madeBy(organisation == null ? null : organisation.survivor());
        commitment.concern(
                Occasion.of(records, form.council(), form.meeting()).agreed("commitment_council"),
                records.find(Agreement.class, form.agreement()),
                records.find(Project.class, form.project()));
        commitment.amountTo(form.comparator(), form.quantity(), form.unit());
        commitment.fallDue(form.due());
        commitment.end(form.outcome(), form.evidence());
        commitment.citedBy(form.citations().stream()
                .map(each ->
                        new CommitmentCitation(commitment, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }
}
