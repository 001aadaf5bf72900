package org.pacta.exchange.export;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.pacta.exchange.export.SeenColumns.Form;
import org.pacta.exchange.export.SeenColumns.Seen;
import org.pacta.platform.form.FormField;
import org.pacta.platform.form.RecordKind;

/**
 * The columns of each list's file. Their names stay as they are: programs know them. A column that ends in {@code address}, and a source,
 * is an address; one of our own is completed with where Pacta runs.
 */
enum ListFile {
    AGREEMENTS(
            List.of(
                    new Seen("title", "title", Form.TITLE),
                    new Seen("parties", "parties", Form.NAMES),
                    new Seen("council", "council_name", Form.NAME),
                    new Seen("meeting", "meeting", Form.ORDINAL),
                    new Seen("signed", "signed_on", Form.DAY),
                    new Seen("date", "day", Form.DAY),
                    new Seen("kind", "kind", Form.CODE),
                    new Seen("status", "status", Form.CODE),
                    new Seen("place_of_signing", "place_of_signing", Form.NAME)),
            """
            select line.id, line.title, line.local_title, whole.summary, whole.local_summary, line.kind, line.kind_as_printed, line.position,
                line.day as signed_on, line.day_inferred as signed_on_inferred,
                line.earliest::text as signed_earliest, line.latest::text as signed_latest,
                line.status, line.counting, line.counting_note, line.parties as parties_published,
                parties.names as parties, parties.local_names as local_parties, parties.ids as party_ids, parties.roles as party_roles,
                parties.sides as party_sides, parties.people as signed_by, parties.offices as offices,
                array(select relation.kind || ' /agreements/' || related_id from agreement_relation relation
                    join agreement related on related.id = related_id and related.withdrawn_on is null
                    where relation.agreement_id = line.id order by 1) as relations,
                line.council_slug as council, line.council_name, line.council_local_name,
                line.meeting_ordinal as meeting, line.meeting_path as meeting_address,
                array(select (select slug from focus_area where id = focus_area_id) from agreement_focus_area
                    where agreement_id = line.id order by 1) as focus_areas,
                whole.in_force_from, whole.valid_until, whole.runs_for, whole.until_ended, whole.renewal, whole.notice_period,
                whole.ends_earliest::text, whole.ends_latest::text,
                array(select distinct coalesce(url, '/sources/' || source.id) from agreement_citation
                    join source on source.id = source_id and source.withdrawn_on is null where agreement_id = line.id order by 1) as sources,
                '/agreements/' || line.id as address
            from wanted join agreement_line line using (id) join agreement whole using (id)
            left join lateral (
                select array_agg(name) as names, array_agg(id) as ids, array_agg(role) as roles,
                    case when count(local_name) > 0 then array_agg(local_name) end as local_names,
                    case when count(side) > 0 then array_agg(side) end as sides,
                    case when count(person) > 0 then array_agg(person) end as people,
                    case when count(office) > 0 then array_agg(office) end as offices
                from (
                    select coalesce(o.name, o.local_name, p.name, p.local_name) as name, coalesce(o.local_name, p.local_name) as local_name,
                        o.id::text as id, s.role, coalesce(p.name, p.local_name) as person, s.office,
                        (select string_agg(place.slug, ' ' order by place.slug) from signatory_side
                            join place on place.id = place_id where signatory_id = s.id) as side
                    from signatory s left join organisation o on o.id = s.organisation_id left join person p on p.id = s.person_id
                    where s.agreement_id = line.id order by s.position
                ) party
            ) parties on true
            """),
    PROJECTS(
            List.of(
                    new Seen("title", "title", Form.TITLE),
                    new Seen("parties", "participants", Form.NAMES),
                    new Seen("council", "council_name", Form.NAME),
                    new Seen("meeting", "meeting", Form.ORDINAL),
                    new Seen("launched", "launched_on", Form.DAY),
                    new Seen("date", "day", Form.DAY),
                    new Seen("status", "status", Form.CODE)),
            """
            select line.id, line.title, line.local_title, whole.summary, whole.local_summary, line.position,
                line.day as launched_on, line.day_inferred as launched_on_inferred,
                line.earliest::text as launched_earliest, line.latest::text as launched_latest,
                line.status, line.counting, line.counting_note, line.parties as participants_published,
                parties.names as participants, parties.local_names as local_participants, parties.ids as participant_ids,
                parties.sides as participant_sides,
                array(select '/agreements/' || agreement_id from project_agreement
                    join agreement on agreement.id = agreement_id and agreement.withdrawn_on is null
                    where project_id = line.id order by agreement_id) as agreements,
                line.council_slug as council, line.council_name, line.council_local_name,
                line.meeting_ordinal as meeting, line.meeting_path as meeting_address,
                array(select (select slug from focus_area where id = focus_area_id) from project_focus_area
                    where project_id = line.id order by 1) as focus_areas,
                array(select distinct coalesce(url, '/sources/' || source.id) from project_citation
                    join source on source.id = source_id and source.withdrawn_on is null where project_id = line.id order by 1) as sources,
                '/projects/' || line.id as address
            from wanted join project_line line using (id) join project whole using (id)
            left join lateral (
                select array_agg(name) as names, array_agg(id) as ids,
                    case when count(local_name) > 0 then array_agg(local_name) end as local_names,
                    case when count(side) > 0 then array_agg(side) end as sides
                from (
                    select coalesce(o.name, o.local_name) as name, o.local_name, o.id::text as id,
                        (select string_agg(place.slug, ' ' order by place.slug) from participant_side
                            join place on place.id = place_id where participant_id = s.id) as side
                    from participant s join organisation o on o.id = s.organisation_id
                    where s.project_id = line.id order by s.position
                ) party
            ) parties on true
            """),
    ORGANISATIONS(
            List.of(
                    new Seen("name", "name", Form.TITLE),
                    new Seen("kind", "kind", Form.CODE),
                    new Seen("place", "place_name", Form.NAME),
                    new Seen("agreements", "agreements", Form.NUMBER),
                    new Seen("projects", "projects", Form.NUMBER),
                    new Seen("councils", "councils", Form.NUMBER)),
            """
            select line.id, line.name, line.local_name, line.kind, place.slug as place, line.place_name, line.place_local_name,
                line.parent_id, line.agreements, line.projects, line.councils,
                array(select scheme || ':' || value from organisation_identifier where organisation_id = line.id order by 1) as identifiers,
                array(select distinct coalesce(url, '/sources/' || source.id) from organisation_citation
                    join source on source.id = source_id and source.withdrawn_on is null where organisation_id = line.id order by 1) as sources,
                '/organisations/' || line.id as address
            from wanted join organisation_line line using (id) left join place on place.id = line.place_id
            """),
    MEETINGS(
            List.of(
                    new Seen("date", "held_on", Form.DAY),
                    new Seen("meeting", "ordinal", Form.ORDINAL),
                    new Seen("council", "council_name", Form.NAME),
                    new Seen("kind", "kind", Form.CODE),
                    new Seen("place", "place_name", Form.NAME),
                    new Seen("host", "host", Form.NAME),
                    new Seen("mode", "mode", Form.CODE),
                    new Seen("status", "status", Form.CODE),
                    new Seen("agreements", "agreements", Form.NUMBER),
                    new Seen("projects", "projects", Form.NUMBER)),
            """
            select line.id, line.council_slug as council, line.council_name, line.council_local_name, line.ordinal, line.kind,
                line.day as held_on, line.day_inferred as held_on_inferred,
                edtf_earliest(line.day)::text as held_earliest, edtf_latest(line.day)::text as held_latest, line.status,
                line.outcomes_count, line.host_name as host, line.host_local_name as local_host,
                line.place_slug as place, line.place_name, line.place_local_name, line.venue, line.mode, line.agreements, line.projects,
                array(select distinct coalesce(url, '/sources/' || source.id) from meeting_citation
                    join source on source.id = source_id and source.withdrawn_on is null where meeting_id = line.id order by 1) as sources,
                coalesce('/councils/' || line.council_slug || '/meetings/' || line.ordinal, '/meetings/' || line.id) as address
            from wanted join meeting_line line using (id)
            """),
    SOURCES(
            List.of(
                    new Seen("date", "published_on", Form.DAY),
                    new Seen("title", "title", Form.TITLE),
                    new Seen("publisher", "publisher", Form.NAME),
                    new Seen("kind", "kind", Form.CODE),
                    new Seen("citations", "citations", Form.NUMBER)),
            """
            select line.id, line.title, line.local_title, line.publisher, line.kind, source.form, line.language,
                line.day as published_on, source.published_on_inferred,
                edtf_earliest(line.day)::text as published_earliest, edtf_latest(line.day)::text as published_latest,
                source.url, source.retrieved_on, source.read_in_full, line.annex_missing, line.citations,
                '/sources/' || line.id as address
            from wanted join source_line line using (id) join source using (id)
            """),
    PEOPLE(
            List.of(
                    new Seen("name", "name", Form.TITLE),
                    new Seen("office", "office", Form.NAME),
                    new Seen("appearances", "appearances", Form.NUMBER)),
            """
            select line.id, line.name, line.local_name, line.office, line.local_office, line.appearances,
                array(select distinct coalesce(url, '/sources/' || source.id) from person_citation
                    join source on source.id = source_id and source.withdrawn_on is null where person_id = line.id order by 1) as sources,
                '/people/' || line.id as address
            from wanted join person_line line using (id)
            """),
    PLACES(
            List.of(
                    new Seen("name", "name", Form.TITLE),
                    new Seen("kind", "kind", Form.CODE, "place.kind"),
                    new Seen("in", "parent_name", Form.NAME),
                    new Seen("councils", "councils", Form.NUMBER)),
            """
            select place.id, place.slug, place.name, place.local_name, place.kind, place.iso_code, parent.slug as parent,
                parent.name as parent_name, parent.local_name as parent_local_name,
                (select count(*) from council_side join council on council.id = council_id
                    where council_side.place_id = place.id and withdrawn_on is null) as councils,
                array(select distinct coalesce(url, '/sources/' || source.id) from place_citation
                    join source on source.id = source_id and source.withdrawn_on is null where place_citation.place_id = place.id order by 1) as sources,
                '/places/' || place.slug as address
            from wanted join place using (id) left join place parent on parent.id = place.parent_id
            """),
    INDICATORS(
            List.of(
                    new Seen("what", "name", Form.TITLE),
                    new Seen("place", "place", Form.NAME),
                    new Seen("nature", "nature", Form.CODE),
                    new Seen("value", "value", Form.NUMBER),
                    new Seen("unit", "unit", Form.NAME),
                    new Seen("period", "period", Form.DAY)),
            """
            select line.id, line.name, line.local_name, line.place_name as place, line.place_local_name as local_place,
                line.other_place_name as other_place, line.other_place_local_name as local_other_place, line.nature,
                line.comparator, line.value, line.unit, line.second_value, line.second_unit, line.period,
                edtf_earliest(line.period)::text as period_earliest, edtf_latest(line.period)::text as period_latest, line.note,
                array(select distinct coalesce(url, '/sources/' || source.id) from indicator_citation
                    join source on source.id = source_id and source.withdrawn_on is null where indicator_id = line.id order by 1) as sources
            from wanted join indicator_line line using (id)
            """),
    COUNCILS(
            List.of(
                    new Seen("council", "name", Form.TITLE),
                    new Seen("kind", "kind", Form.CODE, "council.kind"),
                    new Seen("founded", "founded_on", Form.DAY),
                    new Seen("meetings", "meetings", Form.NUMBER),
                    new Seen("agreements", "agreements", Form.NUMBER),
                    new Seen("projects", "projects", Form.NUMBER)),
            """
            select council.id, council.slug, council.name, council.local_name, council.acronym, council.kind, parent.slug as parent,
                council.counts_towards_parent, council.founded_on, edtf_earliest(council.founded_on)::text as founded_earliest,
                edtf_latest(council.founded_on)::text as founded_latest,
                array(select place.slug from council_side join place on place.id = place_id
                    where council_id = council.id order by position) as places,
                (select count(*) from meeting where council_id = council.id and status = 'held' and withdrawn_on is null) as meetings,
                (select count(*) from agreement where council_id = council.id and withdrawn_on is null) as agreements,
                (select count(*) from project where council_id = council.id and withdrawn_on is null) as projects,
                array(select distinct coalesce(url, '/sources/' || source.id) from council_citation
                    join source on source.id = source_id and source.withdrawn_on is null where council_id = council.id order by 1) as sources,
                '/councils/' || council.slug as address
            from wanted join council using (id) left join council parent on parent.id = council.parent_id
            """);

    private final List<Seen> seen;
    private final String columns;

    ListFile(List<Seen> seen, String columns) {
        this.seen = seen;
        this.columns = columns;
    }

    /** What its page shows, in that order. */
    List<Seen> seen() {
        return seen;
    }

    static ListFile of(String noun) {
        return valueOf(noun.toUpperCase(Locale.ROOT));
    }

    /** Reads the rows with the ids given, in their order; the details that their forms have stand before the address. */
    String sql(List<FormField> details) {
        String more = details.stream()
                .map(field -> "detailed.%s, ".formatted(field.column()))
                .collect(Collectors.joining());
        String from = more.isEmpty() ? "" : " join %s detailed using (id)".formatted(kind().code());
        return "with wanted as (select * from unnest(:ids) with ordinality as wanted (id, rank)) "
                + columns.replaceFirst("(?m)^(?=.* as address$)", more).replace("from wanted", "from wanted" + from)
                + " order by wanted.rank";
    }

    /** The kind of record its rows are. */
    RecordKind kind() {
        return RecordKind.ofPlural(name().toLowerCase(Locale.ROOT));
    }
}
