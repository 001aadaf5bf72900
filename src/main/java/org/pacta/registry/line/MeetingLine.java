package org.pacta.registry.line;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * A meeting as lists show it, read from the view {@code meeting_line}.
 *
 * @param mode in_person, virtual or hybrid; null when not published
 * @param agreements how many are recorded
 */
public record MeetingLine(
        long id,
        String kind,
        @Nullable Integer ordinal,
        String status,
        @Nullable PartialDate day,
        @Nullable String dayInferred,
        Name host,
        @Nullable String placeSlug,
        Name place,
        @Nullable String mode,
        String councilSlug,
        @Nullable String councilAcronym,
        Name council,
        long agreements,
        long projects)
        implements Listing.Row {

    /** The address of the meeting's own page. */
    public String path() {
        return ordinal == null ? "/meetings/" + id : "/councils/" + councilSlug + "/meetings/" + ordinal;
    }
}
