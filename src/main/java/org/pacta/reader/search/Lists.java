package org.pacta.reader.search;

import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.ToLongFunction;
import org.pacta.platform.form.RecordKind;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Facet;
import org.pacta.platform.reading.Listing;
import org.pacta.platform.shared.WallClock;
import org.pacta.reference.organisation.OrganisationLine;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.pacta.registry.line.MeetingLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The four lists that can be searched and narrowed. */
@Repository
class Lists {

    private final Map<String, Searched<?>> lists;

    Lists(JdbcClient jdbc, Lines lines, WallClock clock) {
        this.lists = Map.of(
                "agreements", agreements(lines, clock.zone()),
                "projects", projects(lines),
                "organisations", organisations(jdbc),
                "meetings", meetings(jdbc));
    }

    /**
     * A list with what the index needs to know of it.
     *
     * @param name the order that goes by the name of a row
     * @param template of its page
     */
    record Searched<T>(RecordKind kind, Listing<T> listing, ToLongFunction<T> id, String name, String template) {}

    Searched<?> get(String list) {
        return Objects.requireNonNull(lists.get(list));
    }

    private static Searched<Line> agreements(Lines lines, ZoneId zone) {
        Facet kind = Facet.words(
                "kind",
                "kind in (:kind)",
                "mou",
                "agreement",
                "framework_agreement",
                "commercial_contract",
                "letter_of_intent",
                "joint_statement",
                "action_plan",
                "protocol",
                "other");
        Facet status = Facet.words(
                "status",
                "status in (:status)",
                "planned",
                "signed",
                "provisionally_applied",
                "in_force",
                "extended",
                "suspended",
                "expired",
                "terminated",
                "superseded");
        return new Searched<>(
                RecordKind.AGREEMENT,
                lines.listing(Line.Kind.AGREEMENT, kind, status, Ends.facet(zone)),
                Line::id,
                "title",
                "shared/line-list");
    }

    private static Searched<Line> projects(Lines lines) {
        Facet status = Facet.words("status", "status in (:status)", "planned", "launched", "completed", "stopped");
        return new Searched<>(
                RecordKind.PROJECT, lines.listing(Line.Kind.PROJECT, status), Line::id, "title", "shared/line-list");
    }

    private static Searched<OrganisationLine> organisations(JdbcClient jdbc) {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("name", "{name} %1$s");
        orders.put("place", "{place_name} %1$s");
        List<Facet> facets = List.of(
                Facet.council("""
                        id in (select organisation_id from signatory join agreement on agreement.id = agreement_id
                                join council on council.id = council_id where slug in (:council))
                        or id in (select organisation_id from participant join project on project.id = project_id
                                join council on council.id = council_id where slug in (:council))"""),
                Facet.rows(
                        "place",
                        "place_id in (select place_id from place_within where ancestor_slug in (:place))",
                        """
                        select slug as value, name, local_name from place
                        where withdrawn_on is null
                        and id in (select ancestor_id from place_within join organisation using (place_id)
                            where organisation.withdrawn_on is null and merged_into_id is null) order by {name}"""),
                Facet.words(
                        "kind",
                        "kind in (:kind)",
                        "company",
                        "ministry",
                        "agency",
                        "government",
                        "court",
                        "bank",
                        "hospital",
                        "university",
                        "research_institute",
                        "association",
                        "zone",
                        "fund",
                        "other"));
        return new Searched<>(
                RecordKind.ORGANISATION,
                new Listing<>(
                        jdbc,
                        "/organisations",
                        "organisation_line",
                        (row, n) -> Columns.read(row, OrganisationLine.class),
                        facets,
                        false,
                        orders),
                OrganisationLine::id,
                "name",
                "organisation/list");
    }

    private static Searched<MeetingLine> meetings(JdbcClient jdbc) {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("date", "day_sort %1$s");
        orders.put("council", "{council_name} %1$s, ordinal %1$s");
        orders.put("place", "{place_name} %1$s");
        orders.put("agreements", "agreements %1$s");
        orders.put("projects", "projects %1$s");
        List<Facet> facets = List.of(
                Facet.council("council_slug in (:council)"),
                Facet.place("""
                        council_id in (select council_id from council_side join place_within using (place_id)
                            where ancestor_slug in (:place))"""),
                Facet.words("kind", "kind in (:kind)", "session", "roundtable", "conference"),
                Facet.words("status", "status in (:status)", "planned", "held", "postponed", "cancelled"),
                Facet.words("mode", "mode in (:mode)", "in_person", "virtual", "hybrid"));
        return new Searched<>(
                RecordKind.MEETING,
                new Listing<>(
                        jdbc,
                        "/meetings",
                        "meeting_line",
                        (row, n) -> Columns.read(row, MeetingLine.class),
                        facets,
                        true,
                        orders),
                MeetingLine::id,
                "council",
                "meeting/list");
    }
}
