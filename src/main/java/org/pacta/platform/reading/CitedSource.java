package org.pacta.platform.reading;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

/**
 * One citation with the source it names.
 *
 * @param field the field it supports, null for the whole record
 * @param value what this source gives where that differs from ours
 * @param quote a dozen words at most, as printed
 * @param locator where in the text
 * @param documentId the first document of the source that has pages to read, where there is one and it was looked for
 * @param documentPages how many
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
        @Nullable String note,
        @Nullable Long documentId,
        @Nullable Integer documentPages) {

    /** As locators name a page of a document, in either language. */
    private static final Pattern PAGE =
            Pattern.compile("(?i)(?:^|[^\\p{L}])(?:p\\.?|page) ?(\\d{1,4})\\b|第 ?(\\d{1,4}) ?页");

    /** A source that stands for itself alone, as far as a link to it needs. */
    public static CitedSource of(
            long sourceId, @Nullable String title, @Nullable String localTitle, @Nullable String publisher) {
        return new CitedSource(
                sourceId, title, localTitle, publisher, null, null, false, null, null, null, null, null, null, null);
    }

    public Name name() {
        return new Name(title, localTitle);
    }

    /** Where the page can be read that the locator names, in the kept text of the source; null where there is none or no page is named. */
    public @Nullable String pagePath() {
        Matcher named = PAGE.matcher(Objects.requireNonNullElse(locator, ""));
        if (documentId == null || documentPages == null || !named.find()) {
            return null;
        }
        int page = Integer.parseInt(named.group(1) == null ? named.group(2) : named.group(1));
        return page < 1 || page > documentPages ? null : "/documents/%d/pages/%d".formatted(documentId, page);
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
