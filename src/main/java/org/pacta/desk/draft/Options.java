package org.pacta.desk.draft;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.reference.organisation.OrganisationLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the fields of a draft can be filled with. */
@Repository
class Options {

    private static final int SUGGESTED = 8;

    private final JdbcClient jdbc;
    private final OrganisationLine.Finder finder;

    Options(JdbcClient jdbc, OrganisationLine.Finder finder) {
        this.jdbc = jdbc;
        this.finder = finder;
    }

    /** Something to choose, by its word in the field. */
    record Option(String value, Name name) {}

    /** An organisation or a person whose name is like what was typed so far. */
    record Suggestion(String value, String about) {}

    /** The sides of the council, then every other place. */
    List<Option> places(long council) {
        return jdbc.sql(NameOrder.in("""
                        select slug, name, local_name from place
                        where withdrawn_on is null
                        order by id not in (select place_id from council_side where council_id = :council), {name}
                        """))
                .param("council", council)
                .query((row, n) -> new Option(row.getString("slug"), Columns.name(row, "")))
                .list();
    }

    List<Option> focusAreas() {
        return jdbc.sql(NameOrder.in("select slug, name, local_name from focus_area order by {name}"))
                .query((row, n) -> new Option(row.getString("slug"), Columns.name(row, "")))
                .list();
    }

    /** Organisations with what was typed in any of their names; then those whose name begins so in pinyin, or nearly so. */
    List<Suggestion> organisations(String typed) {
        Map<String, Suggestion> found = new LinkedHashMap<>();
        named(typed).forEach(each -> found.put(each.value(), each));
        List<Long> others = found.size() < SUGGESTED ? finder.beginning(typed, SUGGESTED) : List.of();
        if (!others.isEmpty()) {
            jdbc.sql("""
                            select coalesce(organisation.name, organisation.local_name) as value,
                                concat_ws(' · ', case when organisation.name is not null then organisation.local_name end, place.name) as about
                            from organisation left join place on place.id = place_id
                            where organisation.id in (:ids) and organisation.withdrawn_on is null and merged_into_id is null
                            """)
                    .param("ids", others)
                    .query(Suggestion.class)
                    .list()
                    .forEach(each -> found.putIfAbsent(each.value(), each));
        }
        return List.copyOf(found.values()).subList(0, Math.min(SUGGESTED, found.size()));
    }

    private List<Suggestion> named(String typed) {
        return suggestions("""
                select coalesce(organisation.name, organisation.local_name) as value,
                    concat_ws(' · ', max(known.name) filter (where known.name <> coalesce(organisation.name, organisation.local_name)),
                        max(place.name)) as about
                from (
                    select id as organisation_id, name from organisation where name is not null
                    union all select id, local_name from organisation where local_name is not null
                    union all select organisation_id, name from organisation_name
                ) known
                join organisation on organisation.id = known.organisation_id
                left join place on place.id = organisation.place_id
                where organisation.withdrawn_on is null and merged_into_id is null and known.name ilike '%' || :typed || '%'
                group by organisation.id
                order by bool_or(known.name ilike :typed || '%') desc, length(min(known.name)), value limit :most
                """, typed);
    }

    List<Suggestion> people(String typed) {
        return suggestions("""
                select coalesce(person.name, person.local_name) as value, max(office) as about
                from person left join meeting_role on person_id = person.id
                where withdrawn_on is null and concat_ws(' ', person.name, person.local_name) ilike '%' || :typed || '%'
                group by person.id order by value limit :most
                """, typed);
    }

    private List<Suggestion> suggestions(String sql, String typed) {
        String literal = typed.replaceAll("([\\\\%_])", "\\\\$1");
        return jdbc.sql(sql)
                .param("typed", literal)
                .param("most", SUGGESTED)
                .query(Suggestion.class)
                .list();
    }
}
