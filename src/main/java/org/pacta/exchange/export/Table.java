package org.pacta.exchange.export;

import java.util.Arrays;
import java.util.Locale;

/** What a list exports of each row. The names of columns stay as they are, since programs rely on them. */
enum Table {
    AGREEMENTS("agreement", "signatory", "signed", "line.kind, line.kind_as_printed, "),
    PROJECTS("project", "participant", "launched", ""),
    ORGANISATIONS("""
            select line.id, :site || '/organisations/' || line.id as address, line.name, line.local_name,
                (select string_agg(name, '; ' order by id) from organisation_name where organisation_id = line.id) as other_names,
                line.kind, place.slug as place, line.place_name, line.place_local_name, line.parent_id,
                (select string_agg(scheme || ':' || value, ' ' order by id) from organisation_identifier
                    where organisation_id = line.id) as identifiers,
                line.agreements, line.projects, line.councils, %s as sources
            from unnest(:ids) with ordinality wanted(id, n) join organisation_line line on line.id = wanted.id
            left join place on place.id = line.place_id order by n
            """.formatted(sources("organisation"))),
    MEETINGS("""
            select line.id, :site || coalesce('/councils/' || council_slug || '/meetings/' || ordinal, '/meetings/' || line.id) as address,
                line.council_slug as council, line.council_name, line.council_local_name, line.ordinal, line.kind, line.status,
                line.day as held_on, line.day_inferred as held_on_inferred,
                line.day_earliest as held_earliest, line.day_latest as held_latest,
                line.place_slug as place, line.place_name, line.place_local_name, line.venue, line.mode, line.outcomes_count,
                line.agreements, line.projects, %s as sources
            from unnest(:ids) with ordinality wanted(id, n) join meeting_line line on line.id = wanted.id order by n
            """.formatted(sources("meeting")));

    private final String sql;

    Table(String sql) {
        this.sql = sql;
    }

    /** Agreements and projects are alike but for the names of their parties and of their day. */
    Table(String record, String party, String day, String kind) {
        this("""
                select line.id, :site || '/%1$ss/' || line.id as address, %4$sline.title, line.local_title,
                    line.day as %3$s_on, line.day_inferred as %3$s_on_inferred,
                    line.day_earliest as %3$s_earliest, line.day_latest as %3$s_latest,
                    line.status, line.counting, line.parties, line.council_slug as council, line.council_name, line.council_local_name,
                    :site || line.meeting_path as meeting, line.meeting_ordinal, line.position,
                    party.names as %2$s_names, party.local_names as %2$s_local_names, party.ids as %2$s_ids, %5$s as sources
                from unnest(:ids) with ordinality wanted(id, n) join %1$s_line line on line.id = wanted.id
                left join lateral (
                    select string_agg(coalesce(name, local_name), '; ' order by position) as names,
                        string_agg(coalesce(local_name, name), '; ' order by position) as local_names,
                        string_agg(organisation.id::text, ' ' order by position) as ids
                    from %2$s join organisation on organisation.id = organisation_id where %1$s_id = line.id
                ) party on true
                order by n
                """.formatted(record, party, day, kind, sources(record)));
    }

    private static String sources(String record) {
        return """
                (select string_agg(distinct coalesce(source.url, :site || '/sources/' || source.id), ' ')
                    from %1$s_citation cited join source on source.id = source_id where %1$s_id = line.id)""".formatted(record);
    }

    /** Reads rows by their ids in the order of those. */
    String sql() {
        return sql;
    }

    String plural() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Table of(String plural) {
        return Arrays.stream(values())
                .filter(table -> table.plural().equals(plural))
                .findFirst()
                .orElseThrow();
    }
}
