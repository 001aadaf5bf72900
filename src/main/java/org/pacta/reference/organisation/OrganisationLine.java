package org.pacta.reference.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.pacta.platform.reading.Columns;
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

    public static OrganisationLine of(ResultSet row) throws SQLException {
        return new OrganisationLine(
                row.getLong("id"),
                Columns.name(row, ""),
                row.getString("kind"),
                Columns.name(row, "place_"),
                row.getLong("agreements"),
                row.getLong("projects"),
                row.getLong("councils"));
    }
}
