package org.pacta.reference.source;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.KeptDocument;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * A source with everything taken from it.
 *
 * @param form what it calls itself or looks like, in words
 */
record SourceView(
        long id,
        Name title,
        @Nullable String publisher,
        @Nullable String url,
        String language,
        String kind,
        @Nullable String form,
        @Nullable PartialDate publishedOn,
        @Nullable String publishedOnInferred,
        @Nullable PartialDate retrievedOn,
        boolean readInFull,
        boolean annexMissing,
        @Nullable String note,
        List<KeptDocument> documents,
        List<Taken> taken) {

    /**
     * One thing the source supports.
     *
     * @param kind of record
     * @param path of the page that shows it
     * @param ordinal of a meeting
     */
    public record Taken(
            String kind,
            Name name,
            @Nullable Integer ordinal,
            String path,
            @Nullable String field,
            @Nullable String value,
            @Nullable String saidBy,
            @Nullable String quote,
            @Nullable String locator,
            @Nullable String note) {

        public String quoteLang() {
            return quote == null ? "en" : Name.language(quote);
        }
    }
}
