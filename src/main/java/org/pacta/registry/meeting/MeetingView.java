package org.pacta.registry.meeting;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.indicator.IndicatorLine;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.Targets;

/**
 * A meeting as its page shows it.
 *
 * @param summaryTranslated which summary is ours, as in {@link Name.Translated}
 * @param previous the meeting of the council before this one
 * @param ledger of the council, null for a meeting without a number
 * @param targets set at it
 * @param roles who did what, in order
 * @param named organisations named as taking part, without their agreement
 */
record MeetingView(
        MeetingLine row,
        @Nullable String venue,
        Name summary,
        @Nullable String summaryTranslated,
        @Nullable String note,
        boolean outcomesCount,
        @Nullable Neighbour previous,
        @Nullable Neighbour next,
        @Nullable LedgerView ledger,
        List<Targets.Told> targets,
        List<Role> roles,
        List<Named> named,
        List<Line> agreements,
        List<Line> projects,
        List<Statements.Figure> figures,
        List<Statements.Commitment> commitments,
        List<IndicatorLine> indicators,
        List<CitedSource> citations,
        boolean annexMissing) {

    /** Another meeting of the same council. */
    public record Neighbour(
            String path,
            @Nullable Integer ordinal,
            String kind,
            @Nullable PartialDate day) {}

    /** A person in a role; one without an id is known only as printed. */
    public record Role(
            String role,
            @Nullable Long personId,
            Name person,
            @Nullable String asPrinted,
            @Nullable String office,
            @Nullable String localOffice,
            Name side,
            @Nullable String note) {

        public Name bothOffices() {
            return new Name(office, localOffice);
        }
    }

    /** An organisation named as taking part. */
    public record Named(long id, Name name, String asPrinted, Name side) {}

    /**
     * An announced number of this meeting against the rows recorded.
     *
     * @param recorded rows that belong to the announced number
     * @param perhaps rows that may belong to it
     */
    public record Comparison(Statements.Figure figure, long recorded, long perhaps) {

        /** Whether the number says only what was to come, so that nothing recorded can be held against it. */
        public boolean isPlanned() {
            return figure.standing().equals("planned");
        }

        /** How many of the announced number are not recorded; nothing when that number is not exact. */
        public long missing() {
            return figure.value() == null ? 0 : Math.max(0, figure.value() - recorded);
        }
    }

    /** The numbers of this meeting alone that were announced of both sides, each against what is recorded. */
    public List<Comparison> comparisons() {
        return figures.stream()
                .filter(figure -> figure.series().equals("at") && figure.measure() != null)
                .filter(figure -> figure.councilSlug().equals(row.councilSlug()))
                .filter(figure ->
                        figure.setAsideReason() == null && figure.side().isEmpty())
                .map(figure -> new Comparison(
                        figure, count(figure.measure(), "in_count"), count(figure.measure(), "not_stated")))
                .toList();
    }

    private long count(@Nullable String measure, String counting) {
        Stream<Line> lines = "projects".equals(measure) ? projects.stream() : agreements.stream();
        return lines.filter(line -> line.counting().equals(counting))
                .filter(line -> !"mous".equals(measure) || "mou".equals(line.kind()))
                .count();
    }
}
