package org.pacta.registry.figure;

import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.form.Standing;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.reference.source.Source;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.meeting.MeetingRecorded;
import org.pacta.registry.meeting.MeetingService;
import org.pacta.registry.meeting.Occasion;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Records, revises and withdraws figures, and attaches them to meetings that are recorded later. */
@Service
@Transactional
class FigureService implements RecordService<FigureForm> {

    private final Figures figures;
    private final MeetingService meetings;
    private final Records records;

    FigureService(Figures figures, MeetingService meetings, Records records) {
        this.figures = figures;
        this.meetings = meetings;
        this.records = records;
    }

    @Override
    public Long record(FigureForm form) {
        Figure figure = new Figure(
                Objects.requireNonNull(occasion(form).council()),
                form.series(),
                form.measure(),
                form.measureAsPrinted(),
                form.scope());
        write(figure, form);
        return figures.save(figure).getId();
    }

    @Override
    public void revise(Long id, int version, FigureForm form) {
        Figure figure = take(id, version);
        if (!form.equals(FigureForm.of(figure))) {
            records.touch(figure);
            write(figure, form);
        }
    }

    @Override
    public void withdraw(Long id, int version, String reason) {
        take(id, version).withdraw(reason, Instant.now());
    }

    @Override
    @Transactional(readOnly = true)
    public Standing<FigureForm> standing(Long id) {
        Figure figure = records.get(Figure.class, id);
        return new Standing<>(id, records.version(figure), FigureForm.of(figure));
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<FigureForm> asOf(Long id, long revision) {
        return records.asOf(Figure.class, id, revision).map(FigureForm::of);
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

    private Figure take(Long id, int version) {
        return records.take(Figure.class, id, version, Figure::withdrawal);
    }

    private void write(Figure figure, FigureForm form) {
        figure.count(form.series(), form.measure(), form.measureAsPrinted(), form.scope());
        figure.standAt(occasion(form), form.ordinal(), form.throughOrdinal(), form.asOf());
        Meeting recorded = recorded(figure);
        if (recorded != null) {
            figure.attach(recorded);
        }
        if (form.value() != null) {
            figure.state(form.comparator(), form.value());
        } else {
            figure.relate(
                    form.comparator(),
                    Objects.requireNonNull(form.relationFactor()),
                    Objects.requireNonNull(form.relationOrdinal()));
        }
        figure.report(form.standing(), records.find(Figure.class, form.partOf()));
        figure.prefer(form.preferenceReason());
        figure.remark(form.note());
        figure.citedBy(form.citations().stream()
                .map(each -> new FigureCitation(figure, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }

    private Occasion occasion(FigureForm form) {
        Occasion occasion =
                new Occasion(records.find(Council.class, form.council()), records.find(Meeting.class, form.meeting()));
        if (!occasion.agrees()) {
            throw new BrokenRuleException("figure_council");
        }
        return occasion;
    }

    private @Nullable Meeting recorded(Figure figure) {
        return figure.ordinal() == null || figure.throughOrdinal() != null
                ? null
                : meetings.find(figure.council(), figure.ordinal()).orElse(null);
    }
}
