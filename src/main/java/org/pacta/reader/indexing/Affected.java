package org.pacta.reader.indexing;

import java.util.Collection;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.pacta.platform.form.RecordKind;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds in the history which records have to be indexed again. */
@Repository
class Affected {

    /** A row of the history beside the one it ended, where what other records show of it differs. */
    private static final String SHOWN = """
            select now.id from %1$s_aud now join %1$s_aud before on before.id = now.id and before.revend = now.rev
            where now.%2$s and row(%3$s) is distinct from row(%4$s)""";

    /**
     * The records a change touched, and those that show them: {@code %1$s} is the condition on the revision, {@code %2$s} and so on which
     * organisations, people, places, focus areas and councils look different in other records, and whose agreements and projects have moved.
     */
    private static final String QUERY = """
            with touched (kind, id) as (
                select 'agreement', id from agreement_aud where %1$s
                union select 'agreement', agreement_id from signatory_aud where %1$s
                union select 'agreement', agreement_id from signatory_aud where id in (select signatory_id from signatory_side_aud where %1$s)
                union select 'agreement', agreement_id from agreement_focus_area_aud where %1$s
                union select 'agreement', agreement_id from agreement_citation_aud where %1$s
                union select 'project', id from project_aud where %1$s
                union select 'project', project_id from participant_aud where %1$s
                union select 'project', project_id from participant_aud where id in (select participant_id from participant_side_aud where %1$s)
                union select 'project', project_id from project_focus_area_aud where %1$s
                union select 'project', project_id from project_citation_aud where %1$s
                union select 'meeting', id from meeting_aud where %1$s
                union select 'meeting', meeting_id from meeting_role_aud where %1$s
                union select 'meeting', meeting_id from meeting_organisation_aud where %1$s
                union select 'meeting', meeting_id from meeting_citation_aud where %1$s
                union select 'council', id from council_aud where %1$s
                union select 'council', council_id from council_name_aud where %1$s
                union select 'council', council_id from council_side_aud where %1$s
                union select 'council', council_id from pillar_aud where %1$s
                union select 'council', council_id from pillar_aud where id in (select pillar_id from pillar_focus_area_aud where %1$s)
                union select 'council', council_id from council_role_aud where %1$s
                union select 'council', council_id from council_citation_aud where %1$s
                union select 'organisation', id from organisation_aud where %1$s
                union select 'organisation', organisation_id from organisation_name_aud where %1$s
                union select 'organisation', organisation_id from organisation_identifier_aud where %1$s
                union select 'organisation', organisation_id from organisation_citation_aud where %1$s
                union select 'organisation', organisation_id from signatory_aud where %1$s and organisation_id is not null
                union select 'organisation', organisation_id from participant_aud where %1$s
                union select 'person', id from person_aud where %1$s
                union select 'person', person_id from person_name_aud where %1$s
                union select 'person', person_id from person_citation_aud where %1$s
                union select 'person', person_id from meeting_role_aud where %1$s and person_id is not null
                union select 'person', person_id from meeting_role where meeting_id in (select id from meeting_aud where %1$s) and person_id is not null
                union select 'person', person_id from council_role_aud where %1$s and person_id is not null
                union select 'person', person_id from signatory_aud where %1$s and person_id is not null
                union select 'place', id from place_aud where %1$s
                union select 'source', id from source_aud where %1$s
            ), shown_organisation (id) as materialized (
                %2$s union select organisation_id from organisation_name_aud where %1$s
            ), shown_person (id) as materialized (
                %3$s union select person_id from person_name_aud where %1$s
            ), shown_place (id) as materialized (
                select place_id from place_within where ancestor_id in (%4$s)
            ), shown_focus_area (id) as materialized (
                %5$s
            ), shown_council (id) as materialized (
                %6$s
                union select council_id from council_side_aud where %1$s
                union select council_id from council_side where place_id in (select id from shown_place)
            ), showing (kind, id) as (
                select 'agreement', agreement_id from signatory where organisation_id in (select id from shown_organisation)
                union select 'agreement', agreement_id from signatory where person_id in (select id from shown_person)
                union select 'agreement', agreement_id from signatory where id in (
                    select signatory_id from signatory_side where place_id in (select id from shown_place))
                union select 'agreement', agreement_id from agreement_focus_area where focus_area_id in (select id from shown_focus_area)
                union select 'agreement', id from agreement where council_id in (select id from shown_council)
                union select 'project', project_id from participant where organisation_id in (select id from shown_organisation)
                union select 'project', project_id from participant where id in (
                    select participant_id from participant_side where place_id in (select id from shown_place))
                union select 'project', project_id from project_focus_area where focus_area_id in (select id from shown_focus_area)
                union select 'project', id from project where council_id in (select id from shown_council)
                union select 'meeting', meeting_id from meeting_organisation where organisation_id in (select id from shown_organisation)
                union select 'meeting', meeting_id from meeting_role where person_id in (select id from shown_person)
                union select 'meeting', id from meeting where place_id in (select id from shown_place)
                union select 'meeting', id from meeting where council_id in (
                    select id from shown_council union select council_id from council_name_aud where %1$s)
                union select 'council', council_id from council_side where place_id in (select id from shown_place)
                union select 'council', council_id from council_role where person_id in (select id from shown_person)
                union select 'council', council_id from pillar where id in (
                    select pillar_id from pillar_focus_area where focus_area_id in (select id from shown_focus_area))
                union select 'organisation', id from organisation where parent_id in (select id from shown_organisation)
                union select 'organisation', id from organisation where place_id in (select id from shown_place)
                union select 'organisation', organisation_id from signatory where organisation_id is not null and agreement_id in (%7$s)
                union select 'organisation', organisation_id from participant where project_id in (%8$s)
                union select 'place', id from shown_place
            )
            select false as follows, kind, id from touched
            union all (select true, kind, id from showing except select true, kind, id from touched)
            """;

    private final JdbcClient jdbc;

    Affected(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Records by kind.
     *
     * @param touched what a change was about
     * @param showing what shows a name, place or council that changed
     */
    record Records(Map<RecordKind, Set<Long>> touched, Map<RecordKind, Set<Long>> showing) {

        int size() {
            return size(touched) + size(showing);
        }

        static int size(Map<RecordKind, Set<Long>> records) {
            return records.values().stream().mapToInt(Set::size).sum();
        }
    }

    Records by(Collection<Long> revisions) {
        return read("rev = any(:revisions)", "revisions", revisions.toArray(Long[]::new));
    }

    Records since(long revision) {
        return read("rev > :since", "since", revision);
    }

    private Records read(String condition, String name, Object value) {
        Records records = new Records(new EnumMap<>(RecordKind.class), new EnumMap<>(RecordKind.class));
        jdbc.sql(QUERY.formatted(
                        condition,
                        shown("organisation", condition, "name", "local_name"),
                        shown("person", condition, "name", "local_name"),
                        shown("place", condition, "name", "local_name", "slug", "parent_id"),
                        shown("focus_area", condition, "name", "local_name", "slug"),
                        shown("council", condition, "name", "local_name", "acronym", "slug", "withdrawn_on"),
                        shown("agreement", condition, "council_id", "withdrawn_on"),
                        shown("project", condition, "council_id", "withdrawn_on")))
                .param(name, value)
                .query(row -> {
                    (row.getBoolean("follows") ? records.showing() : records.touched())
                            .computeIfAbsent(RecordKind.of(row.getString("kind")), kind -> new TreeSet<>())
                            .add(row.getLong("id"));
                });
        return records;
    }

    private static String shown(String table, String condition, String... columns) {
        return SHOWN.formatted(
                table,
                condition,
                "now." + String.join(", now.", columns),
                "before." + String.join(", before.", columns));
    }
}
