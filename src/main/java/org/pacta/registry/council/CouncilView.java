package org.pacta.registry.council;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.reading.Line;
import org.pacta.platform.reading.LineDetail;
import org.pacta.platform.reading.Statements;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.Tally;

/**
 * A council as its page shows it.
 *
 * @param meetings in the order of the series, with a row for each ordinal that is missing
 * @param founding the agreement that founded the council, perhaps signed at another council's meeting
 * @param chairs who chaired, through time
 * @param met the organisations that appear most
 * @param agreements the newest
 */
public record CouncilView(
        Head head,
        List<OtherName> otherNames,
        List<Side> sides,
        List<Pillar> pillars,
        List<Child> children,
        @Nullable Line founding,
        List<Chair> chairs,
        List<Standing> standing,
        List<MeetingRow> meetings,
        List<Tally> tallies,
        List<Met> met,
        List<Line> agreements,
        List<Line> projects,
        List<Statements.Figure> figures,
        List<Statements.Commitment> commitments,
        List<Statements.Indicator> indicators,
        List<CitedSource> citations) {

    /** The council's own fields. */
    public record Head(
            long id,
            String slug,
            Name name,
            @Nullable String acronym,
            String kind,
            @Nullable String parentSlug,
            Name parent,
            boolean countsTowardsParent,
            @Nullable PartialDate foundedOn,
            Name summary,
            @Nullable String note) {}

    /** Another name: alias, acronym, former or as_printed. */
    public record OtherName(String name, String kind) {

        public String lang() {
            return Name.language(name);
        }
    }

    /** A place the council stands between. */
    public record Side(String slug, Name name) {}

    /** A body under the council, and whether its outcomes count towards the council's totals. */
    public record Child(String slug, Name name, String kind, boolean countsTowardsParent) {}

    /** A pillar in the council's wording, with the focus areas it maps to. */
    public record Pillar(Name name, List<LineDetail.FocusArea> focusAreas) {}

    /**
     * A person who chaired, with the first and last day.
     *
     * @param ordinals of the meetings chaired
     */
    public record Chair(
            String role,
            Name side,
            long personId,
            Name person,
            @Nullable String office,
            @Nullable String localOffice,
            @Nullable PartialDate first,
            @Nullable PartialDate last,
            List<Integer> ordinals,
            long meetings) {

        public Name bothOffices() {
            return new Name(office, localOffice);
        }
    }

    /** A standing role of the council itself, of a person or an organisation, with its term. */
    public record Standing(
            String role,
            @Nullable Long personId,
            @Nullable Long organisationId,
            Name holder,
            @Nullable String office,
            Name side,
            @Nullable PartialDate term) {}

    /**
     * A meeting of the series, or a run of ordinals without a recorded meeting.
     *
     * @param id null when the meeting is missing
     * @param through the last ordinal of the run
     * @param figures announced of this meeting
     */
    public record MeetingRow(
            @Nullable Long id,
            @Nullable Integer ordinal,
            @Nullable Integer through,
            @Nullable String kind,
            @Nullable String status,
            @Nullable PartialDate day,
            @Nullable String dayInferred,
            Name place,
            @Nullable String mode,
            long mous,
            long agreements,
            long projects,
            List<Statements.Figure> figures) {

        static MeetingRow missing(int first, int last, List<Statements.Figure> figures) {
            Name nowhere = new Name(null, null);
            return new MeetingRow(null, first, last, null, null, null, null, nowhere, null, 0, 0, 0, figures);
        }

        public boolean isMissing() {
            return id == null;
        }

        public String path(String slug) {
            return ordinal == null ? "/meetings/" + id : "/councils/" + slug + "/meetings/" + ordinal;
        }

        /** The announced numbers of this meeting alone. */
        public List<Statements.Figure> announcedHere() {
            return figures.stream()
                    .filter(figure -> figure.series().equals("at"))
                    .toList();
        }

        /** The announced totals up to this meeting. */
        public List<Statements.Figure> announcedToDate() {
            return figures.stream()
                    .filter(figure -> !figure.series().equals("at"))
                    .toList();
        }
    }

    /** An organisation with the number of its appearances in the council. */
    public record Met(long id, Name name, long appearances) {}

    /** Figures that stand beside the series: of a day alone, or announced at a meeting of another council. */
    public List<Statements.Figure> figuresBeside() {
        return figures.stream()
                .filter(figure ->
                        meetings.stream().noneMatch(row -> row.figures().contains(figure)))
                .toList();
    }
}
