package org.pacta.reference.organisation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Worded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.place.Place;
import org.pacta.reference.source.CitationForm;
import org.springframework.context.MessageSourceResolvable;
import org.springframework.context.support.DefaultMessageSourceResolvable;
import org.springframework.validation.Errors;

/** What is entered of an organisation. */
public record OrganisationForm(
        @Nullable String name,
        @Nullable String localName,
        @Worded("translated.*") @Nullable Translated translated,
        @NotNull(message = "{rule.required}") Organisation.Kind kind,
        @Refers(Place.class) @Nullable Long place,
        @Refers(Organisation.class) @Nullable Long parent,
        Boolean toComplete,
        @Prose @Nullable String note,
        @KeptIn("organisation_name") List<@NotNull @Valid Name> otherNames,
        @KeptIn("organisation_identifier") List<@NotNull @Valid Identifier> identifiers,
        @KeptIn("organisation_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public OrganisationForm {
        toComplete = Objects.requireNonNullElse(toComplete, false);
        otherNames = Objects.requireNonNullElse(otherNames, List.of());
        identifiers = Objects.requireNonNullElse(identifiers, List.of());
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static OrganisationForm of(Organisation organisation) {
        return new OrganisationForm(
                organisation.name().text(),
                organisation.name().local(),
                organisation.translated(),
                organisation.kind(),
                organisation.place() == null ? null : organisation.place().getId(),
                organisation.parent() == null ? null : organisation.parent().getId(),
                organisation.toComplete(),
                organisation.note(),
                organisation.otherNames().stream()
                        .map(other -> new Name(other.name(), other.kind()))
                        .toList(),
                organisation.identifiers().stream()
                        .map(identifier -> new Identifier(identifier.scheme(), identifier.value()))
                        .toList(),
                CitationForm.of(organisation.citations()));
    }

    @Override
    public List<MessageSourceResolvable> doubts(LocalDate today) {
        return identifiers.stream()
                .filter(identifier -> !identifier.scheme().isPlausible(identifier.value()))
                .<MessageSourceResolvable>map(identifier -> new DefaultMessageSourceResolvable(
                        new String[] {"record.labelled"},
                        new Object[] {identifier.value(), new DefaultMessageSourceResolvable("warning.identifier")}))
                .toList();
    }

    @Override
    public void check(Errors errors) {
        if (new org.pacta.platform.shared.Name(name, localName).isEmpty()) {
            errors.rejectValue("name", "rule.organisation_name_ck");
        }
        Rows.repeats(otherNames.stream().map(Name::name).toList())
                .forEach(i -> errors.rejectValue("otherNames[%d].name".formatted(i), "rule.organisation_name_uk"));
        Rows.repeats(identifiers)
                .forEach(i ->
                        errors.rejectValue("identifiers[%d].value".formatted(i), "rule.organisation_identifier_uk"));
        CitationForm.check(citations, errors);
    }

    /** Another name of the organisation. */
    public record Name(
            @NotBlank(message = "{rule.required}") String name,

            @NotNull(message = "{rule.required}") @Worded("name.kind.*")
            OrganisationName.Kind kind) {}

    /** Its number in a public register. */
    public record Identifier(
            @NotNull(message = "{rule.required}") @Worded("identifier.*")
            OrganisationIdentifier.Scheme scheme,

            @NotBlank(message = "{rule.required}") String value) {}
}
