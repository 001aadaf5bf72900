package org.pacta.registry.figure;

import java.util.Objects;
import org.pacta.platform.form.RecordService;
import org.pacta.platform.history.Records;
import org.pacta.reference.source.Source;
import org.pacta.registry.meeting.Occasion;
import org.springframework.stereotype.Service;

/** Records, revises and withdraws targets. */
@Service
class TargetService extends RecordService<Target, TargetForm> {

    TargetService(Records records) {
        super(
                Target.class,
                form -> new Target(
                        Objects.requireNonNull(Occasion.of(records, form.council(), form.meeting())
                                .council()),
                        form.measureAsPrinted(),
                        form.comparator(),
                        form.value(),
                        form.due()),
                TargetForm::of,
                records);
    }

    @Override
    protected void write(Target target, TargetForm form) {
        target.setAt(Occasion.of(records, form.council(), form.meeting()).agreed("figure_council"), form.setOn());
        target.count(form.measure(), form.measureAsPrinted(), form.countedFrom());
        target.aimAt(form.comparator(), form.value(), form.due());
        target.remark(form.note());
        target.citedBy(form.citations().stream()
                .map(each -> new TargetCitation(target, records.get(Source.class, each.source()), each.passage()))
                .toList());
    }
}
