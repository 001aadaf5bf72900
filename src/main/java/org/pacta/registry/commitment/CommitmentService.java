package org.pacta.registry.commitment;

import java.time.Instant;
import java.util.Optional;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.Occasion;
import org.pacta.registry.project.Project;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws commitments. */
@Service
@Transactional
class CommitmentService implements RecordService<CommitmentForm> {

    private final Commitments commitments;
    private final Records records;

    CommitmentService(Commitments commitments, Records records) {
        this.commitments = commitments;
        this.records = records;
    }

    @Override
    public Long record(CommitmentForm form) {
        Commitment commitment = new Commitment(new Name(form.statement(), form.localStatement()));
        write(commitment, form);
        return commitments.save(commitment).getId();
    }

    @Override
    public void revise(Long id, int version, CommitmentForm form) {
        Commitment commitment = take(id, version);
        if (!form.equals(CommitmentForm.of(commitment))) {
            records.touch(commitment);
            write(commitment, form);
        }
    }

    @Override
    public void withdraw(Long id, int version, String reason) {
        take(id, version).withdraw(reason, Instant.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Standing<CommitmentForm> standing(Long id) {
        Commitment commitment = records.get(Commitment.class, id);
        return new Standing<>(id, records.version(commitment), CommitmentForm.of(commitment));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<CommitmentForm> asOf(Long id, long revision) {
        return records.asOf(Commitment.class, id, revision).map(CommitmentForm::of);
    }

    @EventListener
    void on(OrganisationMerged merged) {
        commitments.findByOrganisation(merged.from()).forEach(commitment -> commitment.madeBy(merged.into()));
    }

    private Commitment take(Long id, int version) {
        return records.take(Commitment.class, id, version, Commitment::withdrawal);
    }

    private void write(Commitment commitment, CommitmentForm form) {
        Organisation organisation = records.find(Organisation.class, form.organisation());
        commitment.state(new Name(form.statement(), form.localStatement()));
        commitment.madeBy(organisation == null ? null : organisation.survivor());
        commitment.concern(
                occasion(form),
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

    private Occasion occasion(CommitmentForm form) {
        Occasion occasion =
                new Occasion(records.find(Council.class, form.council()), records.find(Meeting.class, form.meeting()));
        if (!occasion.agrees()) {
            throw new BrokenRuleException("commitment_council");
        }
        return occasion;
    }
}
