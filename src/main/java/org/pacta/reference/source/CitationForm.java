package org.pacta.reference.source;

import jakarta.validation.constraints.NotNull;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.form.Prose;
import org.pacta.platform.form.Refers;
import org.pacta.reference.source.Citation.Passage;
import org.springframework.validation.Errors;

/**
 * What is entered of a citation: the source by its number, and the passage.
 *
 * @see Passage
 */
public record CitationForm(
        @Refers(Source.class) @NotNull(message = "{rule.required}")
        Long source,

        @Nullable String field,
        @Nullable String value,
        @Prose @Nullable String preferenceReason,
        @Nullable String saidBy,
        @Nullable String quote,
        @Nullable String locator,
        @Prose @Nullable String note) {

    /** The form of a citation that stands. */
    public static CitationForm of(Citation citation) {
        Passage passage = citation.passage();
        return new CitationForm(
                citation.source().getId(),
                passage.field(),
                passage.value(),
                passage.preferenceReason(),
                passage.saidBy(),
                passage.quote(),
                passage.locator(),
                passage.note());
    }

    /** The forms of citations that stand. */
    public static List<CitationForm> of(List<? extends Citation> citations) {
        return citations.stream().map(CitationForm::of).toList();
    }

    /** Whether two citations say the same. */
    public static boolean areAlike(Citation one, Citation other) {
        return of(one).equals(of(other));
    }

    /** Tells what is wrong with a record's citations, in its field {@code citations}. */
    public static void check(List<CitationForm> citations, Errors errors) {
        for (int i = 0; i < citations.size(); i++) {
            citations.get(i).check("citations[%d].".formatted(i), errors);
        }
    }

    private void check(String path, Errors errors) {
        if (value != null && field == null) {
            errors.rejectValue(path + "field", "rule.citation_field_ck");
        }
        if (quote != null && (quote.strip().split("\\s+").length > 12 || quote.length() > 160)) {
            errors.rejectValue(path + "quote", "rule.citation_quote_ck");
        }
    }

    public Passage passage() {
        return new Passage(field, value, preferenceReason, saidBy, quote, locator, note);
    }
}
