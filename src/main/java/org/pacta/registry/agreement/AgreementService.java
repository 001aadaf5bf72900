package org.pacta.registry.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.reference.topic.FocusArea;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws agreements. */
@Service
class AgreementService extends RecordService<Agreement, AgreementForm> {

    private final Agreements agreements;

    AgreementService(Agreements agreements, Records records) {
        super(
                Agreement.class,
                form -> new Agreement(
                        form.kind(),
                        new Name(form.title(), form.localTitle()),
                        form.status(),
                        form.counting(),
                        form.parties()),
                AgreementForm::of,
                records);
        this.agreements = agreements;
    }

    @EventListener
    void on(OrganisationMerged merged) {
        agreements.findWithSignatory(merged.from()).forEach(agreement -> {
            records.touch(agreement);
            agreement.replace(merged.from(), merged.into());
        });
    }

    @Override
    protected void write(Agreement agreement, AgreementForm form) {
        agreement.found(records.find(Council.class, form.foundsCouncil()));
        writeOccasion(agreement, form);
        agreement.rename(new Name(form.title(), form.localTitle()));
        agreement.describe(form);
        agreement.signedOn(form.signedOn(), form.signedOnInferred());
        agreement.run(form);
        writeStatements(agreement, form);
        writeSignatories(agreement, form);
        writeRelations(agreement, form);
        agreement.focusOn(records.all(FocusArea.class, form.focusAreas()));
        agreement.citedBy(form.citations().stream()
                .map(each -> new AgreementCitation(agreement, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    /** Of two agreements one came first, so that neither does to the other what the other does to it. */
    private void writeRelations(Agreement agreement, AgreementForm form) {
        agreement.relate(form.relations().stream()
                .map(row -> new AgreementRelation(agreement, row.kind(), records.get(Agreement.class, row.related())))
                .toList());
        if (agreement.relations().stream()
                .anyMatch(own -> own.related().relations().stream()
                        .anyMatch(other -> other.related() == agreement && other.kind() == own.kind()))) {
            throw new BrokenRuleException("agreement_relation_mutual");
        }
    }

    private void writeOccasion(Agreement agreement, AgreementForm form) {
        Occasion occasion = Occasion.of(records, form.council(), form.meeting());
        if (!occasion.agrees() && occasion.council() != agreement.foundsCouncil()) {
            throw new BrokenRuleException("agreement_council");
        }
        agreement.signedAt(occasion, position(agreement, occasion, form));
    }

    private @Nullable Integer position(Agreement agreement, Occasion occasion, AgreementForm form) {
        return form.position() != null || occasion.isAt(agreement.meeting()) || occasion.meeting() == null
                ? form.position()
                : Integer.valueOf(agreements.nextPosition(occasion.meeting()));
    }

    private void writeSignatories(Agreement agreement, AgreementForm form) {
        agreement.signedBy(
                form.parties(),
                form.signatories().stream()
                        .map(row -> {
                            Organisation organisation = records.find(Organisation.class, row.organisation());
                            Signatory signatory = new Signatory(
                                    agreement,
                                    row.role(),
                                    organisation == null ? null : organisation.survivor(),
                                    records.find(Person.class, row.person()),
                                    form.signatories().indexOf(row) + 1);
                            signatory.appear(row.asPrinted(), row.office());
                            signatory.standFor(records.all(Place.class, row.sides()));
                            return signatory;
                        })
                        .toList());
    }

    private void writeStatements(Agreement agreement, AgreementForm form) {
        List<AgreementForm.Statement> told = form.told(agreement.status());
        agreement.become(
                form.status(),
                told.stream()
                        .map(row -> new AgreementStatement(
                                agreement,
                                told.indexOf(row) + 1,
                                row.status(),
                                row.day(),
                                records.find(Source.class, row.source()),
                                row.reason()))
                        .toList());
    }
}
