package org.pacta.registry.meeting;

import java.util.Objects;
import java.util.Optional;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.platform.shared.Name;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.organisation.OrganisationMerged;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.registry.council.Council;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws meetings. */
@Service
@Transactional
public class MeetingService extends RecordService<Meeting, MeetingForm> {

    private final Meetings meetings;
    private final ApplicationEventPublisher events;

    MeetingService(Meetings meetings, Records records, ApplicationEventPublisher events) {
        super(
                Meeting.class,
                form -> new Meeting(records.get(Council.class, form.council()), form.kind(), form.ordinal()),
                MeetingForm::of,
                records);
        this.meetings = meetings;
        this.events = events;
    }

    @Override
    public Long record(MeetingForm form) {
        Long id = super.record(form);
        events.publishEvent(new MeetingRecorded(records.get(Meeting.class, id)));
        return id;
    }

    @Override
    public void revise(Long id, int version, MeetingForm form) {
        MeetingForm before = standing(id).form();
        super.revise(id, version, form);
        if (!Objects.equals(form.ordinal(), before.ordinal()) || !form.council().equals(before.council())) {
            events.publishEvent(new MeetingRecorded(records.get(Meeting.class, id)));
        }
    }

    /** The meeting a council held, or is to hold, under an ordinal. */
    @Transactional(readOnly = true)
    public Optional<Meeting> find(Council council, int ordinal) {
        return meetings.findByCouncilAndOrdinal(council, ordinal).filter(meeting -> meeting.withdrawal() == null);
    }

    @EventListener
    void on(OrganisationMerged merged) {
        meetings.findWithOrganisation(merged.from()).forEach(meeting -> {
            records.touch(meeting);
            meeting.replace(merged.from(), merged.into());
        });
    }

    @Override
    protected void write(Meeting meeting, MeetingForm form) {
        meeting.belongTo(records.get(Council.class, form.council()), form.kind(), form.ordinal());
        meeting.schedule(form.status(), form.heldOn(), form.heldOnInferred());
        meeting.meetAt(records.find(Place.class, form.place()), form.venue(), form.mode());
        meeting.hostedBy(records.find(Place.class, form.host()));
        meeting.summarise(new Name(form.summary(), form.localSummary()), form.summaryTranslated());
        meeting.remark(form.note(), form.outcomesCount());
        writeRoles(meeting, form);
        writeOrganisations(meeting, form);
        meeting.citedBy(form.citations().stream()
                .map(each -> new MeetingCitation(meeting, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    private void writeRoles(Meeting meeting, MeetingForm form) {
        meeting.named(form.roles().stream()
                .map(row -> {
                    MeetingRole role = new MeetingRole(
                            meeting,
                            row.role(),
                            records.find(Person.class, row.person()),
                            row.asPrinted(),
                            form.roles().indexOf(row) + 1);
                    role.hold(row.office(), row.localOffice(), records.find(Place.class, row.side()));
                    role.remark(row.note());
                    return role;
                })
                .toList());
    }

    private void writeOrganisations(Meeting meeting, MeetingForm form) {
        meeting.tookPart(form.organisations().stream()
                .map(row -> new MeetingOrganisation(
                        meeting,
                        records.get(Organisation.class, row.organisation()).survivor(),
                        records.find(Place.class, row.side()),
                        row.asPrinted(),
                        form.organisations().indexOf(row) + 1))
                .toList());
    }
}
