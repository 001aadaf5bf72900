package org.pacta.registry.figure;

import java.time.Instant;
import java.util.Optional;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.Standing;
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
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws indicators. */
@Service
@Transactional
class IndicatorService implements RecordService<IndicatorForm> {

    private final Indicators indicators;
    private final Records records;

    IndicatorService(Indicators indicators, Records records) {
        this.indicators = indicators;
        this.records = records;
    }

    @Override
    public Long record(IndicatorForm form) {
        Indicator indicator = new Indicator(
                new Name(form.name(), form.localName()), form.nature(), form.comparator(), form.value(), form.unit());
        write(indicator, form);
        return indicators.save(indicator).getId();
    }

    @Override
    public void revise(Long id, int version, IndicatorForm form) {
        Indicator indicator = take(id, version);
        if (!form.equals(IndicatorForm.of(indicator))) {
            records.touch(indicator);
            write(indicator, form);
        }
    }

    @Override
    public void withdraw(Long id, int version, String reason) {
        take(id, version).withdraw(reason, Instant.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Standing<IndicatorForm> standing(Long id) {
        Indicator indicator = records.get(Indicator.class, id);
        return new Standing<>(id, records.version(indicator), IndicatorForm.of(indicator));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<IndicatorForm> asOf(Long id, long revision) {
        return records.asOf(Indicator.class, id, revision).map(IndicatorForm::of);
    }

    @EventListener
    void on(OrganisationMerged merged) {
        indicators.findByOrganisation(merged.from()).forEach(indicator -> indicator.describe(merged.into()));
    }

    private Indicator take(Long id, int version) {
        return records.take(Indicator.class, id, version, Indicator::withdrawal);
    }

    private void write(Indicator indicator, IndicatorForm form) {
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
