package org.pacta.registry.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Usual;
import org.pacta.platform.form.Worded;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.springframework.validation.Errors;

/**
 * What is entered of a figure.
 *
 * @param council may be left out where the meeting is given
 * @param ordinal of a meeting that is not recorded
 * @param throughOrdinal the last of a span of such meetings
 * @param valueAsPrinted in place of a value the digits that can be read, with a question mark for each that is lost
 * @param relationFactor how many times the number of the meeting {@code relationOrdinal} it is, in place of a value
 * @param side of the council, where the other is not counted
 * @param partOf the figure this one is included in
 * @param setAsideReason why it stays in view and counts nowhere, where an editor set it aside
 */
public record FigureForm(
        @Refers(Council.class) @Nullable Long council,
        @Refers(Meeting.class) @Nullable Long meeting,

        @Min(value = 1, message = "{rule.figure_ordinal_ck}")
        @Max(value = 999, message = "{rule.figure_ordinal_ck}")
        @Nullable
        Integer ordinal,

        @Min(value = 1, message = "{rule.figure_through_ordinal_range_ck}")
        @Max(value = 999, message = "{rule.figure_through_ordinal_range_ck}")
        @Nullable
        Integer throughOrdinal,

        @NotNull(message = "{rule.required}") @Usual("at") Figure.Series series,
        Council.@Nullable Measure measure,
        @NotBlank(message = "{rule.required}") String measureAsPrinted,

        @NotNull(message = "{rule.required}") @Usual("not_stated")
        Figure.Scope scope,

        @PositiveOrZero(message = "{rule.figure_value_ck}") @Nullable
        Integer value,

        @Pattern(regexp = "(?=.*\\?)[0-9?]{1,9}", message = "{rule.figure_value_as_printed_ck}") @Nullable
        String valueAsPrinted,

        @Nullable BigDecimal relationFactor,

        @Min(value = 1, message = "{rule.figure_relation_ordinal_ck}")
        @Max(value = 999, message = "{rule.figure_relation_ordinal_ck}")
        @Nullable
        Integer relationOrdinal,

        @NotNull(message = "{rule.required}") @Worded("comparison.*") @Usual("exactly")
        QuantityComparator comparator,

        @Nullable PartialDate asOf,

        @NotNull(message = "{rule.required}") @Usual("reported")
        Figure.Standing standing,

        @Refers(Figure.class) @Nullable Long partOf,
        @Refers(Place.class) @Nullable Long side,
        Boolean preferred,
        @Prose @Nullable String preferenceReason,
        @Prose @Nullable String setAsideReason,
        @Prose @Nullable String note,
        @KeptIn("figure_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public FigureForm {
        valueAsPrinted = valueAsPrinted == null ? null : valueAsPrinted.replace('？', '?');
        preferred = Objects.requireNonNullElse(preferred, false);
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static FigureForm of(Figure figure) {
        return new FigureForm(
                figure.council().getId(),
                figure.meeting() == null ? null : figure.meeting().getId(),
                figure.ordinal(),
                figure.throughOrdinal(),
                figure.series(),
                figure.measure(),
                figure.measureAsPrinted(),
                figure.scope(),
                figure.value(),
                figure.valueAsPrinted(),
                figure.relationFactor(),
                figure.relationOrdinal(),
                figure.comparator(),
                figure.asOf(),
                figure.standing(),
                figure.partOf() == null ? null : figure.partOf().getId(),
                figure.side() == null ? null : figure.side().getId(),
                figure.preferenceReason() != null,
                figure.preferenceReason(),
                figure.setAsideReason(),
                figure.note(),
                CitationForm.of(figure.citations()));
    }

    @Override
    public void check(Errors errors) {
        if (council == null && meeting == null) {
            errors.rejectValue("council", "rule.required");
        }
        if (meeting != null && ordinal != null
                || Stream.of(meeting, ordinal, asOf).allMatch(Objects::isNull)) {
            errors.rejectValue("meeting", "rule.figure_place_ck");
        }
        if (throughOrdinal != null && (ordinal == null || throughOrdinal <= ordinal)) {
            errors.rejectValue("throughOrdinal", "rule.figure_through_ordinal_ck");
        }
        if (Stream.of(value, valueAsPrinted, relationFactor)
                                .filter(Objects::nonNull)
                                .count()
                        != 1
                || (relationFactor == null) != (relationOrdinal == null)
                || relationFactor != null && relationFactor.signum() <= 0) {
            errors.rejectValue("value", "rule.figure_relation_ck");
        }
        if (preferred != (preferenceReason != null)) {
            errors.rejectValue("preferenceReason", "rule.figure_preference_ck");
        }
        if (preferred && setAsideReason != null) {
            errors.rejectValue("setAsideReason", "rule.figure_set_aside_ck");
        }
        CitationForm.check(citations, errors);
    }
}
