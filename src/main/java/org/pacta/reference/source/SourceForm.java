package org.pacta.reference.source;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.PartialDate.Inferred;
import org.springframework.validation.Errors;

/** What is entered of a source. */
public record SourceForm(
        @Nullable String title,
        @Nullable String localTitle,
        @Nullable String publisher,
        @Nullable String url,

        @NotNull(message = "{rule.required}")
        @Pattern(regexp = "[a-z]{2,3}(-[A-Za-z]+)?", message = "{rule.source_language_ck}")
        String language,

        @NotNull(message = "{rule.required}") Source.Kind kind,
        @Nullable String form,
        @Nullable PartialDate publishedOn,
        @Nullable Inferred publishedOnInferred,
        @Nullable PartialDate retrievedOn,
        Boolean readInFull,
        Boolean annexMissing,
        @Nullable String note) {

    public SourceForm {
        readInFull = Objects.requireNonNullElse(readInFull, false);
        annexMissing = Objects.requireNonNullElse(annexMissing, false);
    }

    static SourceForm of(Source source) {
        return new SourceForm(
                source.title().text(),
                source.title().local(),
                source.publisher(),
                source.url(),
                source.language(),
                source.kind(),
                source.form(),
                source.publishedOn(),
                source.publishedOnInferred(),
                source.retrievedOn(),
                source.readInFull(),
                source.annexMissing(),
                source.note());
    }

    /** Tells of the rules that take more than one field. */
    public void check(Errors errors) {
        if (new Name(title, localTitle).isEmpty()) {
            errors.rejectValue("title", "rule.source_title_ck");
        }
    }
}
