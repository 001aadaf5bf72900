package org.pacta.reference.source;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * A source in the list of sources.
 *
 * @param citations how many values and records it supports
 */
record SourceRow(
        long id,
        Name title,
        @Nullable String publisher,
        String kind,
        String language,
        @Nullable PartialDate publishedOn,
        boolean annexMissing,
        long citations)
        implements Listing.Row {}
