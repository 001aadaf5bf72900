package org.pacta.registry.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PositiveOrZero;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Usual;
import org.pacta.platform.form.Worded;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.springframework.validation.Errors;

/**
 * What is entered of a target.
 *
 * @param council may be left out where the meeting is given
 * @param setOn the day it was set, where that is not the day of its meeting
 * @param measure where the source counts what a ledger counts
 * @param countedFrom the day from which what is new is counted, where it is not all that there ever was
 * @param due the day or time by which the number is to be reached
 */
public record TargetForm(
        @Refers(Council.class) @Nullable Long council,
        @Refers(Meeting.class) @Nullable Long meeting,
        @Nullable PartialDate setOn,
        Council.@Nullable Measure measure,
        @NotBlank(message = "{rule.required}") String measureAsPrinted,

        @NotNull(message = "{rule.required}") @Worded("comparison.*") @Usual("exactly")
        QuantityComparator comparator,

        @NotNull(message = "{rule.required}") @PositiveOrZero(message = "{rule.target_value_ck}")
        Integer value,

        @Nullable PartialDate countedFrom,
        @NotNull(message = "{rule.required}") PartialDate due,
        @Prose @Nullable String note,
        @KeptIn("target_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public TargetForm {
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static TargetForm of(Target target) {
        return new TargetForm(
                target.council().getId(),
                target.meeting() == null ? null : target.meeting().getId(),
                target.setOn(),
                target.measure(),
                target.measureAsPrinted(),
                target.comparator(),
                target.value(),
                target.countedFrom(),
                target.due(),
                target.note(),
                CitationForm.of(target.citations()));
    }

    @Override
    public void check(Errors errors) {
        if (council == null && meeting == null) {
            errors.rejectValue("council", "rule.required");
        }
        if (due != null && due.latest() == null) {
            errors.rejectValue("due", "rule.target_due_ck");
        }
        if (due != null && setOn != null && due.isBefore(setOn)) {
            errors.rejectValue("due", "rule.target_to_come_ck");
        }
        if (due != null && countedFrom != null && due.isBefore(countedFrom)) {
            errors.rejectValue("countedFrom", "rule.target_counted_from_ck");
        }
        CitationForm.check(citations, errors);
    }
}
