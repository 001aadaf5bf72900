package org.pacta.platform.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

/**
 * One citation with the source it names.
 *
 * @param field the field it supports, null for the whole record
 * @param value what this source gives where that differs from ours
 * @param quote a dozen words at most, as printed
 * @param locator where in the text
 */
public record CitedSource(
        @JsonProperty("source_id") long sourceId,
        @Nullable String title,
        @Nullable String localTitle,
        @Nullable String publisher,
        @Nullable String field,
        @Nullable String value,
        boolean preferred,
        @JsonProperty("preference_reason") @Nullable String preferenceReason,
        @JsonProperty("said_by") @Nullable String saidBy,
        @Nullable String quote,
        @Nullable String locator,
        @Nullable String note) {

    /** A source that stands for itself alone, as far as a link to it needs. */
    public static CitedSource of(
            long sourceId, @Nullable String title, @Nullable String localTitle, @Nullable String publisher) {
        return new CitedSource(sourceId, title, localTitle, publisher, null, null, false, null, null, null, null, null);
    }

    public Name name() {
        return new Name(title, localTitle);
    }

    /** The language to mark the quote with. */
    public String quoteLang() {
        return quote == null ? "en" : Name.language(quote);
    }

    /** Whether the citation says more than which source it is. */
    public boolean hasDetail() {
        return quote != null || locator != null || value != null || note != null || saidBy != null;
    }
}
