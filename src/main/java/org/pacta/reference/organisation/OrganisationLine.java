package org.pacta.reference.organisation;

import java.util.List;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Name;

/**
 * An organisation as lists show it, read from the view {@code organisation_line}.
 *
 * @param agreements how many it is in
 * @param councils in how many it appears
 */
public record OrganisationLine(
        long id, Name name, String kind, Name place, long agreements, long projects, long councils)
        implements Listing.Row {

    /** Finds organisations by the beginning of a name in either script, or of its pinyin. */
    public interface Finder {

        /** Numbers of organisations, the closest first; none while nothing can be looked up. */
        List<Long> beginning(String typed, int most);
    }
}
