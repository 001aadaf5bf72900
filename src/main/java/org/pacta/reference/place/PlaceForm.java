package org.pacta.reference.place;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.KeptIn;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.form.Worded;
import org.pacta.platform.shared.Name.Translated;
import org.pacta.reference.source.CitationForm;
import org.springframework.validation.Errors;

/**
 * What is entered of a place.
 *
 * @param slug the last part of its address
 */
record PlaceForm(
        @NotNull(message = "{rule.required}") @Pattern(regexp = "[a-z0-9]+(-[a-z0-9]+)*", message = "{rule.slug_ck}")
        String slug,

        @NotBlank(message = "{rule.required}") String name,
        @Nullable String localName,
        @Worded("translated.*") @Nullable Translated translated,

        @NotNull(message = "{rule.required}") @Worded("place.kind.*")
        Place.Kind kind,

        @Refers(Place.class) @Nullable Long parent,

        @Pattern(regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?", message = "{rule.place_iso_code_ck}") @Nullable
        String isoCode,

        @Prose @Nullable String note,
        @KeptIn("place_citation") List<@NotNull @Valid CitationForm> citations)
        implements Form {

    public PlaceForm {
        citations = Objects.requireNonNullElse(citations, List.of());
    }

    static PlaceForm of(Place place) {
        return new PlaceForm(
                place.slug(),
                Objects.requireNonNull(place.name().text()),
                place.name().local(),
                place.translated(),
                place.kind(),
                place.parent() == null ? null : place.parent().getId(),
                place.isoCode(),
                place.note(),
                CitationForm.of(place.citations()));
    }

    @Override
    public void check(Errors errors) {
        CitationForm.check(citations, errors);
    }
}
