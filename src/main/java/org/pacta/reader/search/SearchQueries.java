package org.pacta.reader.search;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SearchQueries {

    private static final int SHOWN = 10;

    /** A record that was found, shown under its kind. */
    public record Hit(String kind, Name name, @Nullable Integer ordinal, String path, long ofKind) {}

    /** The best hits of one kind, of all there are. */
    public record Group(String kind, List<Hit> hits, long total) {}

    private final JdbcClient jdbc;

    SearchQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The records with these words in any of their names, by kind; those that start with them first. */
    List<Group> find(String words) {
        if (words.isEmpty()) {
            return List.of();
        }
        Map<String, List<Hit>> hits = new LinkedHashMap<>();
        for (Hit hit : hits(words.replaceAll("([\\\\%_])", "\\\\$1"))) {
            hits.computeIfAbsent(hit.kind(), kind -> new ArrayList<>()).add(hit);
        }
        return hits.entrySet().stream()
                .map(each -> new Group(
                        each.getKey(), each.getValue(), each.getValue().get(0).ofKind()))
                .toList();
    }

    private List<Hit> hits(String pattern) {
        return jdbc.sql("""
                        with found as (
                            select kind, id from record where (name ilike :within or local_name ilike :within) and kind <> 'meeting'
                            union select 'council', council_id from council_name where name ilike :within
                            union select 'organisation', organisation_id from organisation_name where name ilike :within
                            union select 'person', person_id from person_name where name ilike :within
                            union select 'council', id from council where acronym ilike :within
                        ), ranked as (
                            select record.*, count(*) over (partition by kind) as of_kind, row_number() over (partition by kind order by
                                coalesce(name ilike :start or local_name ilike :start, false) desc, length(coalesce(name, local_name)), id) as rank
                            from record join found using (kind, id)
                            where kind in ('council', 'organisation', 'person', 'place', 'agreement', 'project')
                        )
                        select * from ranked where rank <= :shown
                        order by array_position(array['council', 'agreement', 'project', 'organisation', 'person', 'place'], kind), rank
                        """)
                .param("within", "%" + pattern + "%")
                .param("start", pattern + "%")
                .param("shown", SHOWN)
                .query((row, n) -> new Hit(
                        row.getString("kind"),
                        Columns.name(row, ""),
                        Columns.number(row, "ordinal"),
                        row.getString("path"),
                        row.getLong("of_kind")))
                .list();
    }
}
