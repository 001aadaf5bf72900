package org.pacta.reference.organisation;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.MovedException;
import org.pacta.platform.shared.Name;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises, merges and withdraws organisations, and remembers their names. */
@Service
@Transactional
public class OrganisationService extends RecordService<Organisation, OrganisationForm> {

    private final Organisations organisations;
    private final ApplicationEventPublisher events;

    OrganisationService(Organisations organisations, Records records, ApplicationEventPublisher events) {
        super(
                Organisation.class,
                form -> new Organisation(form.kind(), new Name(form.name(), form.localName())),
                OrganisationForm::of,
                records);
        this.organisations = organisations;
        this.events = events;
    }

    /** Remembers a name as printed, unless the organisation is known by a spelling of it already. */
    public void addName(Long id, String name) {
        Organisation organisation = records.get(Organisation.class, id).survivor();
        if (!organisation.isKnownAs(name)) {
            records.touch(organisation);
            organisation.remember(name, OrganisationName.Kind.AS_PRINTED);
        }
    }

    /** Has the second organisation, or what it was merged into, stand for the first and be known by its names. */
    public void merge(Long from, Long into) {
        Organisation merged = records.get(Organisation.class, from);
        Organisation survivor = records.get(Organisation.class, into).survivor();
        if (survivor == merged) {
            throw new BrokenRuleException("organisation_merged_into_ck");
        }
        records.touch(merged);
        records.touch(survivor);
        merged.mergeInto(survivor);
        organisations.findByParent(merged).forEach(child -> child.settle(child.place(), survivor));
        events.publishEvent(new OrganisationMerged(merged, survivor));
    }

    /** Has an organisation stand for itself again; what named it before the merge still names the other. */
    public void part(Long from, Long into) {
        Organisation merged = records.get(Organisation.class, from);
        if (merged.mergedInto() != records.get(Organisation.class, into)) {
            throw new BrokenRuleException("organisation_not_merged");
        }
        records.touch(merged);
        merged.part();
    }

    @Override
    protected Organisation take(Long id, int version) {
        Organisation organisation = super.take(id, version);
        if (organisation.mergedInto() != null) {
            throw new MovedException("/organisations/" + organisation.survivor().getId());
        }
        return organisation;
    }

    @Override
    protected void write(Organisation organisation, OrganisationForm form) {
        organisation.rename(new Name(form.name(), form.localName()));
        organisation.translate(form.translated());
        organisation.classify(form.kind());
        organisation.settle(records.find(Place.class, form.place()), parent(form));
        organisation.remark(form.note(), form.toComplete());
        organisation.alsoKnownAs(form.otherNames().stream()
                .map(other -> new OrganisationName(organisation, other.name(), other.kind()))
                .toList());
        organisation.identify(form.identifiers().stream()
                .map(each -> new OrganisationIdentifier(organisation, each.scheme(), each.value()))
                .toList());
        organisation.citedBy(form.citations().stream()
                .map(each -> new OrganisationCitation(
                        organisation, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    private @Nullable Organisation parent(OrganisationForm form) {
        Organisation parent = records.find(Organisation.class, form.parent());
        return parent == null ? null : parent.survivor();
    }
}
