package org.pacta.reference.place;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.shared.Name;
import org.pacta.reference.indicator.IndicatorLine;

/** A place with the councils it is a side of and the organisations located in it. */
record PlaceView(
        Row place,
        @Nullable Row parent,
        @Nullable String note,
        List<Row> within,
        List<CouncilRow> councils,
        List<OrganisationRow> organisations,
        List<IndicatorLine> indicators,
        List<CitedSource> citations) {

    /**
     * A place in a list.
     *
     * @param translated which name is ours, as in {@link Name.Translated}
     * @param councils how many it is a side of
     */
    public record Row(
            long id,
            String slug,
            Name name,
            @Nullable String translated,
            String kind,
            @Nullable String isoCode,
            @Nullable String parentSlug,
            long councils) {}

    /** A council the place, or a place within it, is a side of. */
    public record CouncilRow(
            String slug, Name name, @Nullable String acronym, String kind) {}

    /** An organisation located in the place. */
    public record OrganisationRow(long id, Name name, String kind) {}
}
