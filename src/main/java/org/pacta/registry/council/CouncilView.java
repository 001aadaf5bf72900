package org.pacta.registry.council;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.indicator.IndicatorLine;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.LineDetail;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.MeetingTimeline;
import org.pacta.registry.line.Statements;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.telling.LedgerView;
import org.pacta.rules.ledger.Measure;

/**
 * A council as its page shows it.
 *
 * @param ledger null when the council was not there on the day of the rule
 * @param charts of the measures a source speaks of
 * @param meetings on record, newest first; like the ledger, the chairs and the figures the latest, or all
 * @param founding the agreement that founded the council, perhaps signed at another council's meeting
 * @param chairs who chaired, through time
 * @param met the organisations that appear most
 * @param agreements the newest
 */
record CouncilView(
        Head head,
        CountingRule rule,
        @Nullable LedgerView ledger,
        List<Drawn> charts,
        List<OtherName> otherNames,
        List<Side> sides,
        List<Pillar> pillars,
        List<Child> children,
        @Nullable Line founding,
        List<Chair> chairs,
        List<Standing> standing,
        List<MeetingLine> meetings,
        List<Met> met,
        List<Line> agreements,
        List<Line> projects,
        List<Statements.Figure> figures,
        List<Statements.Commitment> commitments,
        List<IndicatorLine> indicators,
        List<CitedSource> citations,
        boolean all) {

    /** The address of the page with all that it leaves out; nothing when it leaves nothing out. */
    public Optional<Address> whole() {
        boolean isCut = ledger != null && ledger.from() > 1
                || Stream.of(meetings, chairs, figures).anyMatch(list -> list.size() == CouncilQueries.IN_SIGHT);
        return all || !isCut
                ? Optional.empty()
                : Optional.of(rule.on(Address.of("/councils/" + head.slug).with("all", true)));
    }

    /** What supports its own fields, then each other source of what the page says. */
    public List<CitedSource> sources() {
        Stream<CitedSource> stated = Stream.of(
                        figures.stream().map(Statements.Figure::sources),
                        commitments.stream().map(Statements.Commitment::sources),
                        indicators.stream().map(IndicatorLine::sources))
                .flatMap(sources -> sources)
                .flatMap(List::stream);
        Map<Long, CitedSource> others = new LinkedHashMap<>();
        Stream.concat(stated, counted())
                .forEach(source -> others.putIfAbsent(
                        source.sourceId(),
                        CitedSource.of(source.sourceId(), source.title(), source.localTitle(), source.publisher())));
        citations.forEach(citation -> others.remove(citation.sourceId()));
        return Stream.concat(citations.stream(), others.values().stream()).toList();
    }

    private Stream<CitedSource> counted() {
        return ledger == null
                ? Stream.empty()
                : Stream.concat(
                                ledger.sources().stream(),
                                ledger.targets().stream().flatMap(told -> told.line().sources().stream()))
                        .map(source ->
                                CitedSource.of(source.id(), source.title(), source.localTitle(), source.publisher()));
    }

    public Optional<MeetingTimeline> timeline() {
        return MeetingTimeline.of(meetings);
    }

    /** The charts that have something to show. */
    public List<Drawn> drawn() {
        return ledger == null
                ? List.of()
                : charts.stream().filter(each -> !each.chart.isEmpty()).toList();
    }

    /** The last meeting that was held. */
    public Optional<MeetingLine> newest() {
        return meetings.stream()
                .filter(meeting -> meeting.status().equals("held"))
                .findFirst();
    }

    /**
     * The council's own fields.
     *
     * @param translated which name is ours, as in {@link Name.Translated}
     * @param summaryTranslated the same of the summary
     */
    public record Head(
            long id,
            String slug,
            Name name,
            @Nullable String translated,
            @Nullable String acronym,
            String kind,
            @Nullable String parentSlug,
            Name parent,
            boolean countsTowardsParent,
            @Nullable PartialDate foundedOn,
            Name summary,
            @Nullable String summaryTranslated,
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
     * Who chaired, with the first and last day.
     *
     * @param asPrinted how a source speaks of somebody whom it does not name
     * @param ordinals of the meetings chaired
     */
    public record Chair(
            String role,
            Name side,
            @Nullable Long personId,
            Name person,
            @Nullable String asPrinted,
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

    /** A role on one side, with those who held it, the newest first. */
    public record Seat(String role, Name side, List<Chair> holders) {}

    /** The chairs by the seat they held, the seats in the order of their newest holders. */
    public List<Seat> seats() {
        return chairs.stream()
                .collect(Collectors.groupingBy(
                        chair -> List.of(chair.role, chair.side), LinkedHashMap::new, Collectors.toList()))
                .values()
                .stream()
                .map(holders -> new Seat(holders.get(0).role, holders.get(0).side, holders))
                .toList();
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

    /** The chart of a measure. */
    public record Drawn(Measure measure, Chart chart) {}

    /** The address of the file of a measure's chart. */
    public Address file(Measure measure, String format) {
        return rule.on(
                Address.of("/councils/" + head.slug + "/ledger." + format).with("measure", measure.code()));
    }

    /** Where it says how to cite a chart: on the dashboard, where it can be seen again as it is now. */
    public Address cite(Measure measure) {
        return rule.on(Address.of("/dashboard/cite")
                .with("council", head.slug)
                .with("measure", measure == Measure.MOUS ? null : measure.code()));
    }

    /** An organisation with the number of its appearances in the council. */
    public record Met(long id, Name name, long appearances) {}
}
