package org.pacta.registry.line;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * One agreement or project as lists and pages show it, with everybody in it.
 *
 * @param of agreement or project
 * @param kind of the instrument, null for projects
 * @param position in the list of its meeting, as the source numbers it
 * @param counting in_count, outside or not_stated
 * @param meetingPath the address of the meeting, which may be of another council than the record
 * @param published all_published, some_published or not_published: what is known of the parties
 * @param ends its last day by its own dates, of an agreement that does not renew itself
 */
public record Line(
        Kind of,
        long id,
        Name title,
        @Nullable String kind,
        @Nullable String kindAsPrinted,
        @Nullable Integer position,
        @Nullable PartialDate day,
        @Nullable String dayInferred,
        String status,
        String counting,
        @Nullable String countingNote,
        String published,
        @Nullable PartialDate ends,
        @Nullable String councilSlug,
        @Nullable String councilAcronym,
        Name council,
        @Nullable String meetingPath,
        @Nullable Integer meetingOrdinal,
        @Nullable String meetingKind,
        Name meetingCouncil,
        List<Party> parties)
        implements Listing.Row {

    /** The two kinds of record that are listed as lines. */
    public enum Kind {
        AGREEMENT("signatory"),
        PROJECT("participant");

        private final String party;

        Kind(String party) {
            this.party = party;
        }

        /** The name in tables and message keys. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }

        /** The path of the list. */
        public String path() {
            return "/" + code() + "s";
        }

        String party() {
            return party;
        }
    }

    /** The address of the record's own page. */
    public String path() {
        return of.path() + "/" + id;
    }

    static Line of(Kind of, ResultSet row) throws SQLException {
        return new Line(
                of,
                row.getLong("id"),
                Columns.title(row),
                row.getString("kind"),
                row.getString("kind_as_printed"),
                Columns.number(row, "position"),
                Columns.date(row, "day"),
                row.getString("day_inferred"),
                row.getString("status"),
                row.getString("counting"),
                row.getString("counting_note"),
                row.getString("parties"),
                Columns.date(row, "ends"),
                row.getString("council_slug"),
                row.getString("council_acronym"),
                Columns.name(row, "council_"),
                row.getString("meeting_path"),
                Columns.number(row, "meeting_ordinal"),
                row.getString("meeting_kind"),
                Columns.name(row, "meeting_council_"),
                Columns.list(row, "party_list", Party.class));
    }
}
