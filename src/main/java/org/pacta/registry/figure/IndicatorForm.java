package org.pacta.registry.figure;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
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
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.QuantityComparator;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.registry.agreement.Agreement;
import org.pacta.registry.council.Council;
import org.pacta.registry.meeting.Meeting;
import org.pacta.registry.project.Project;
import org.springframework.validation.Errors;

/**
 * What is entered of an indicator.
 *
 * @param otherPlace the second of a pair of places
 * @param secondValue the same number in another unit, as printed
 */
record IndicatorForm(
        @Nullable String name,
        @Nullable String localName,
        @Refers(Place.class) @Nullable Long place,
        @Refers(Place.class) @Nullable Long otherPlace,
        @Refers(Organisation.class) @Nullable Long organisation,
        @Refers(Council.class) @Nullable Long council,
        @Refers(Meeting.class) @Nullable Long meeting,
        @Refers(Agreement.class) @Nullable Long agreement,
        @Refers(Project.class) @Nullable Long project,
        @NotNull(message = "{rule.required}") Indicator.Nature nature,
        @NotNull(message = "{rule.required}") BigDecimal value,
        @NotBlank(message = "{rule.required}") String unit,

        @NotNull(message = "{rule.required}") @Worded("comparison.*") @Usual("exactly")
        QuantityComparator comparator,

        @Nullable BigDecimal secondValue,
        @Nullable String secondUnit,
        @Nullable PartialDate period,
        @Prose @Nullable String note,
        @KeptIn("indicator_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public IndicatorForm {
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static IndicatorForm of(Indicator indicator) {
        return new IndicatorForm(
                indicator.name().text(),
                indicator.name().local(),
                indicator.place() == null ? null : indicator.place().getId(),
                indicator.otherPlace() == null ? null : indicator.otherPlace().getId(),
                indicator.organisation() == null
                        ? null
                        : indicator.organisation().getId(),
                indicator.council() == null ? null : indicator.council().getId(),
                indicator.meeting() == null ? null : indicator.meeting().getId(),
                indicator.agreement() == null ? null : indicator.agreement().getId(),
                indicator.project() == null ? null : indicator.project().getId(),
                indicator.nature(),
                indicator.value(),
                indicator.unit(),
                indicator.comparator(),
                indicator.secondValue(),
                indicator.secondUnit(),
                indicator.period(),
                indicator.note(),
                CitationForm.of(indicator.citations()));
    }

    @Override
    public void check(Errors errors) {
        if (new Name(name, localName).isEmpty()) {
            errors.rejectValue("name", "rule.indicator_name_ck");
        }
        if (Stream.of(place, organisation, council, meeting, agreement, project).allMatch(Objects::isNull)) {
            errors.rejectValue("place", "rule.indicator_subject_ck");
        }
        if (otherPlace != null && place == null) {
            errors.rejectValue("otherPlace", "rule.indicator_pair_ck");
        }
        if ((secondValue == null) != (secondUnit == null)) {
            errors.rejectValue("secondValue", "rule.indicator_second_value_ck");
        }
        CitationForm.check(citations, errors);
    }
}
