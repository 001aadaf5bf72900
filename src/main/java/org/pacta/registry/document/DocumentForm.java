package org.pacta.registry.document;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.source.Source;
import org.pacta.registry.agreement.Agreement;
import org.springframework.validation.Errors;

/**
 * What is entered of a document.
 *
 * @param sha256 of a file that is kept, in hexadecimal
 * @param retrievedOn the day the file was taken from where it was found
 */
record DocumentForm(
        @NotBlank(message = "{rule.required}") @Pattern(regexp = "[0-9a-f]{64}", message = "{rule.document_sha256_ck}")
        String sha256,

        @NotBlank(message = "{rule.required}") String name,

        @NotNull(message = "{rule.required}") Document.Kind kind,

        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z]+)?", message = "{rule.source_language_ck}") @Nullable
        String language,

        @Nullable PartialDate retrievedOn,
        @Refers(Source.class) @Nullable Long source,
        @Refers(Agreement.class) @Nullable Long agreement,
        @Prose @Nullable String note)
        implements Form {

    static DocumentForm of(Document document) {
        return new DocumentForm(
                document.sha256(),
                document.name(),
                document.kind(),
                document.language(),
                document.retrievedOn(),
                document.source() == null ? null : document.source().getId(),
                document.agreement() == null ? null : document.agreement().getId(),
                document.note());
    }

    @Override
    public void check(Errors errors) {
        if (source == null && agreement == null) {
            errors.rejectValue("source", "rule.document_owner_ck");
        }
    }
}
