package org.pacta.reference.source;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Form;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Usual;
import org.pacta.platform.form.Worded;
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
        @Usual("en")
        @Worded("language.*")
        String language,

        @NotNull(message = "{rule.required}") @Usual("press_release")
        Source.Kind kind,

        @Nullable String form,
        @Nullable PartialDate publishedOn,
        @Worded("inferred.*") @Nullable Inferred publishedOnInferred,
        @Nullable PartialDate retrievedOn,
        @Usual("true") Boolean readInFull,
        Boolean annexMissing,
        @Prose @Nullable String note)
        implements Form {

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

    @Override
    public void check(Errors errors) {
        if (new Name(title, localTitle).isEmpty()) {
            errors.rejectValue("title", "rule.source_title_ck");
        }
    }
}
