package org.pacta.registry.figure;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.Source;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingRecorded;
import org.pacta.registry.meeting.MeetingService;
import org.pacta.registry.meeting.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws figures, and attaches them to meetings that are recorded later. */
@Service
class FigureService extends RecordService<Figure, FigureForm> {

    private final Figures figures;
    private final MeetingService meetings;

    FigureService(Figures figures, MeetingService meetings, Records records) {
        super(
                Figure.class,
                form -> new Figure(
                        Objects.requireNonNull(Occasion.of(records, form.council(), form.meeting())
                                .council()),
                        form.series(),
                        form.measure(),
                        form.measureAsPrinted(),
                        form.scope()),
                FigureForm::of,
                records);
        this.figures = figures;
        this.meetings = meetings;
    }

    @EventListener
    void on(MeetingRecorded recorded) {
        Meeting meeting = recorded.meeting();
        if (meeting.ordinal() != null) {
            figures.findByCouncilAndOrdinalAndThroughOrdinalIsNull(meeting.council(), meeting.ordinal())
                    .forEach(figure -> {
                        records.touch(figure);
                        figure.attach(meeting);
                    });
        }
    }

    @Override
    protected void write(Figure figure, FigureForm form) {
        figure.count(form.series(), form.measure(), form.measureAsPrinted(), form.scope());
        figure.standAt(
                Occasion.of(records, form.council(), form.meeting()).agreed("figure_council"),
                form.ordinal(),
                form.throughOrdinal(),
                form.asOf());
        Meeting recorded = recorded(figure);
        if (recorded != null) {
            figure.attach(recorded);
        }
        if (form.value() != null) {
            figure.state(form.comparator(), form.value());
        } else if (form.valueAsPrinted() != null) {
            figure.stateAsPrinted(form.comparator(), form.valueAsPrinted());
        } else {
            figure.relate(
                    form.comparator(),
                    Objects.requireNonNull(form.relationFactor()),
                    Objects.requireNonNull(form.relationOrdinal()));
        }
        figure.report(form.standing(), records.find(Figure.class, form.partOf()));
        figure.countFor(side(figure.council(), form.side()));
        figure.prefer(form.preferenceReason());
        figure.setAside(form.setAsideReason());
        figure.remark(form.note());
        figure.citedBy(form.citations().stream()
                .map(each -> new FigureCitation(figure, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    private @Nullable Place side(Council council, @Nullable Long id) {
        if (id != null
                && council.places().stream().noneMatch(place -> place.getId().equals(id))) {
            throw new BrokenRuleException("figure_side");
        }
        return records.find(Place.class, id);
    }

    private @Nullable Meeting recorded(Figure figure) {
        return figure.ordinal() == null || figure.throughOrdinal() != null
                ? null
                : meetings.find(figure.council(), figure.ordinal()).orElse(null);
    }
}
