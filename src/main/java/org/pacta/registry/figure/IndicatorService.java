package org.pacta.registry.figure;

import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws indicators. */
@Service
class IndicatorService extends RecordService<Indicator, IndicatorForm> {

    private final Indicators indicators;

    IndicatorService(Indicators indicators, Records records) {
        super(
                Indicator.class,
                form -> new Indicator(
                        new Name(form.name(), form.localName()),
                        form.nature(),
                        form.comparator(),
                        form.value(),
                        form.unit()),
                IndicatorForm::of,
                records);
        this.indicators = indicators;
    }

    @EventListener
    void on(OrganisationMerged merged) {
        indicators.findByOrganisation(merged.from()).forEach(indicator -> indicator.describe(merged.into()));
    }

    @Override
    protected void write(Indicator indicator, IndicatorForm form) {
        Organisation organisation = records.find(Organisation.class, form.organisation());
        indicator.rename(new Name(form.name(), form.localName()));
        indicator.state(form.nature(), form.comparator(), form.value(), form.unit());
        indicator.convert(form.secondValue(), form.secondUnit());
        indicator.cover(form.period(), form.note());
        indicator.describe(records.find(Place.class, form.place()), records.find(Place.class, form.otherPlace()));
        indicator.describe(organisation == null ? null : organisation.survivor());
        indicator.describe(
                records.find(Council.class, form.council()),
                records.find(Meeting.class, form.meeting()),
                records.find(Agreement.class, form.agreement()),
                records.find(Project.class, form.project()));
        indicator.citedBy(form.citations().stream()
                .map(each -> new IndicatorCitation(indicator, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }
}
