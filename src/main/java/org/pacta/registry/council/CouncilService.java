package org.pacta.registry.council;

import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.reference.topic.FocusArea;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws councils. */
@Service
class CouncilService extends RecordService<Council, CouncilForm> {

    private final Councils councils;

    CouncilService(Councils councils, Records records) {
        super(
                Council.class,
                form -> new Council(form.slug(), form.name(), form.kind(), List.of()),
                CouncilForm::of,
                records);
        this.councils = councils;
    }

    @EventListener
    void on(OrganisationMerged merged) {
        councils.findWithRole(merged.from()).forEach(council -> {
            records.touch(council);
            council.replace(merged.from(), merged.into());
        });
    }

    @Override
    protected void write(Council council, CouncilForm form) {
        council.rename(form.name(), form.localName());
        council.translate(form.translated());
        council.goBy(form.slug(), form.acronym());
        council.classify(form.kind(), form.note());
        council.belongTo(records.find(Council.class, form.parent()), form.countsTowardsParent());
        council.founded(form.foundedOn());
        council.summarise(new Name(form.summary(), form.localSummary()), form.summaryTranslated());
        council.countAsOne(oneSeries(form.oneSeries()));
        council.alsoKnownAs(form.otherNames().stream()
                .map(other -> new CouncilName(council, other.name(), other.kind()))
                .toList());
        council.standBetween(form.sides().stream()
                .map(place -> new CouncilSide(
                        council, records.get(Place.class, place), form.sides().indexOf(place) + 1))
                .toList());
        council.restOn(form.pillars().stream()
                .map(row -> pillar(council, row, form.pillars().indexOf(row) + 1))
                .toList());
        council.appoint(form.roles().stream()
                .map(row -> role(council, row, form.roles().indexOf(row) + 1))
                .toList());
        council.citedBy(form.citations().stream()
                .map(each -> new CouncilCitation(council, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    private static Council.@Nullable OneSeries oneSeries(CouncilForm.@Nullable OneSeries series) {
        return series == null
                ? null
                : new Council.OneSeries(
                        Objects.requireNonNull(series.word()),
                        Objects.requireNonNull(series.measure()),
                        Objects.requireNonNull(series.reason()));
    }

    private Pillar pillar(Council council, CouncilForm.Pillar row, int position) {
        Pillar pillar = new Pillar(council, row.name(), row.localName(), position);
        pillar.focusOn(records.all(FocusArea.class, row.focusAreas()));
        return pillar;
    }

    private CouncilRole role(Council council, CouncilForm.Role row, int position) {
        Organisation organisation = records.find(Organisation.class, row.organisation());
        CouncilRole role = new CouncilRole(
                council,
                row.role(),
                records.find(Person.class, row.person()),
                organisation == null ? null : organisation.survivor(),
                position);
        role.serve(row.office(), records.find(Place.class, row.side()), row.term());
        return role;
    }
}
