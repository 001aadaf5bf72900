package org.pacta.registry.council;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Worded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.organisation.Organisation;
import org.pacta.reference.person.Person;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.pacta.reference.topic.FocusArea;
import org.springframework.validation.Errors;

/**
 * What is entered of a council.
 *
 * @param slug the last part of its address
 * @param sides the places it stands between, in the order of its name
 */
record CouncilForm(
        @NotNull(message = "{rule.required}") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "{rule.slug_ck}")
        String slug,

        @NotBlank(message = "{rule.required}") String name,
        @Nullable String localName,
        @Worded("translated.*") @Nullable Translated translated,
        @Nullable String acronym,

        @NotNull(message = "{rule.required}") @Worded("council.kind.*")
        Council.Kind kind,

        @Refers(Council.class) @Nullable Long parent,
        Boolean countsTowardsParent,
        @Nullable PartialDate foundedOn,
        @Prose @Nullable String summary,
        @Prose @Nullable String localSummary,
        @Worded("translated.*") @Nullable Translated summaryTranslated,
        @Prose @Nullable String note,
        @KeptIn("series_") @Nullable OneSeries oneSeries,
        @KeptIn("council_name") List<@NotNull @Valid Name> otherNames,

        @Refers(Place.class) @KeptIn(value = "council_side", orderedBy = "position")
        List<@NotNull Long> sides,

        @KeptIn(value = "pillar", orderedBy = "position") List<@NotNull @Valid Pillar> pillars,

        @KeptIn(value = "council_role", orderedBy = "position")
        List<@NotNull @Valid Role> roles,

        @KeptIn("council_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public CouncilForm {
        countsTowardsParent = Objects.requireNonNullElse(countsTowardsParent, false);
        oneSeries = oneSeries == null || oneSeries.isEmpty() ? null : oneSeries;
        otherNames = Objects.requireNonNullElse(otherNames, List.of());
        sides = Objects.requireNonNullElse(sides, List.of());
        pillars = Objects.requireNonNullElse(pillars, List.of());
        roles = Objects.requireNonNullElse(roles, List.of());
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static CouncilForm of(Council council) {
        return new CouncilForm(
                council.slug(),
                Objects.requireNonNull(council.name().text()),
                council.name().local(),
                council.translated(),
                council.acronym(),
                council.kind(),
                council.parent() == null ? null : council.parent().getId(),
                council.countsTowardsParent(),
                council.foundedOn(),
                council.summary().text(),
                council.summary().local(),
                council.summaryTranslated(),
                council.note(),
                council.oneSeries() == null ? null : OneSeries.of(council.oneSeries()),
                council.otherNames().stream()
                        .map(other -> new Name(other.name(), other.kind()))
                        .toList(),
                council.sides().stream().map(side -> side.place().getId()).toList(),
                council.pillars().stream().map(Pillar::of).toList(),
                council.roles().stream().map(Role::of).toList(),
                CitationForm.of(council.citations()));
    }

    @Override
    public void check(Errors errors) {
        if (countsTowardsParent && parent == null) {
            errors.rejectValue("countsTowardsParent", "rule.council_counts_towards_parent_ck");
        }
        if (oneSeries != null && !oneSeries.isWhole()) {
            errors.rejectValue("oneSeries", "rule.council_series_ck");
        }
        Rows.repeats(otherNames.stream().map(Name::name).toList())
                .forEach(i -> errors.rejectValue("otherNames[%d].name".formatted(i), "rule.council_name_uk"));
        Rows.repeats(sides).forEach(i -> errors.rejectValue("sides[%d]".formatted(i), "rule.council_side_uk"));
        Rows.repeats(pillars.stream().map(Pillar::name).toList())
                .forEach(i -> errors.rejectValue("pillars[%d].name".formatted(i), "rule.pillar_uk"));
        for (int i = 0; i < roles.size(); i++) {
            if ((roles.get(i).person == null) == (roles.get(i).organisation == null)) {
                errors.rejectValue("roles[%d].person".formatted(i), "rule.council_role_holder_ck");
            }
        }
        CitationForm.check(citations, errors);
    }

    /**
     * That the sources use two words for one series of numbers.
     *
     * @see Council.OneSeries
     */
    public record OneSeries(
            @Worded("measure.*") Council.@Nullable Measure word,
            Council.@Nullable Measure measure,
            @Nullable String reason) {

        static OneSeries of(Council.OneSeries series) {
            return new OneSeries(series.word(), series.measure(), series.reason());
        }

        private boolean isEmpty() {
            return Stream.of(word, measure, reason).allMatch(Objects::isNull);
        }

        private boolean isWhole() {
            return word != null && measure != null && reason != null && word != measure;
        }
    }

    /** Another name of the council. */
    public record Name(
            @NotBlank(message = "{rule.required}") String name,

            @NotNull(message = "{rule.required}") @Worded("name.kind.*")
            CouncilName.Kind kind) {}

    /** A field of work in the council's own wording, and the focus areas it maps to. */
    public record Pillar(
            @NotBlank(message = "{rule.required}") String name,
            @Nullable String localName,

            @Refers(FocusArea.class) @KeptIn(value = "pillar_focus_area", orderedBy = "focus_area_id")
            List<@NotNull Long> focusAreas) {

        public Pillar {
            focusAreas = Objects.requireNonNullElse(focusAreas, List.of());
        }

        static Pillar of(org.pacta.registry.council.Pillar pillar) {
            return new Pillar(
                    Objects.requireNonNull(pillar.name().text()),
                    pillar.name().local(),
                    pillar.focusAreas().stream().map(FocusArea::getId).sorted().toList());
        }
    }

    /** A standing role of a person or of an organisation. */
    public record Role(
            @NotNull(message = "{rule.required}") CouncilRole.Kind role,
            @Refers(Person.class) @Nullable Long person,
            @Refers(Organisation.class) @Nullable Long organisation,
            @Nullable String office,
            @Refers(Place.class) @Nullable Long side,
            @Nullable PartialDate term) {

        static Role of(CouncilRole role) {
            return new Role(
                    role.role(),
                    role.person() == null ? null : role.person().getId(),
                    role.organisation() == null ? null : role.organisation().getId(),
                    role.office(),
                    role.side() == null ? null : role.side().getId(),
                    role.term());
        }
    }
}
