package org.pacta.reference.person;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Worded;
import org.pacta.platform.history.Rows;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.source.CitationForm;
import org.springframework.validation.Errors;

/** What is entered of a person. */
public record PersonForm(
        @NotBlank(message = "{rule.required}") String name,
        @Nullable String localName,
        @Worded("translated.*") @Nullable Translated translated,
        @Prose @Nullable String note,
        @KeptIn("person_name") List<@NotNull @Valid Name> otherNames,
        @KeptIn("person_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public PersonForm {
        otherNames = Objects.requireNonNullElse(otherNames, List.of());
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static PersonForm of(Person person) {
        return new PersonForm(
                Objects.requireNonNull(person.name().text()),
                person.name().local(),
                person.translated(),
                person.note(),
                person.otherNames().stream()
                        .map(other -> new Name(other.name(), other.kind()))
                        .toList(),
                CitationForm.of(person.citations()));
    }

    @Override
    public void check(Errors errors) {
        Rows.repeats(otherNames.stream().map(Name::name).toList())
                .forEach(i -> errors.rejectValue("otherNames[%d].name".formatted(i), "rule.person_name_uk"));
        CitationForm.check(citations, errors);
    }

    /** Another name of the person. */
    public record Name(
            @NotBlank(message = "{rule.required}") String name,

            @NotNull(message = "{rule.required}") @Worded("name.kind.*")
            PersonName.Kind kind) {}
}
