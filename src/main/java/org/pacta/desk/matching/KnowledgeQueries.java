package org.pacta.desk.matching;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.rules.naming.Knowledge;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What the registry knows that helps to read a pasted text. */
@Repository
public class KnowledgeQueries {

    private final JdbcClient jdbc;
    private final KnownNames names;

    KnowledgeQueries(JdbcClient jdbc, KnownNames names) {
        this.jdbc = jdbc;
        this.names = names;
    }

    /** For a text that may be about any council. */
    public Knowledge ofRegistry() {
        return new Knowledge(organisations(), places(), Set.of());
    }

    /** For a text about a council, by its slug. */
    public Knowledge ofCouncil(String slug) {
        jdbc.sql("select id from council where slug = :slug")
                .param("slug", slug)
                .query(Long.class)
                .optional()
                .orElseThrow(() -> new NotFoundException("council", slug));
        List<String> sides =
                jdbc.sql("""
                        select place.slug from council_side join council on council.id = council_id join place on place.id = place_id
                        where council.slug = :slug
                        """).param("slug", slug).query(String.class).list();
        return new Knowledge(organisations(), places(), new HashSet<>(sides));
    }

    private List<Knowledge.Organisation> organisations() {
        return names.all().stream()
                .map(each -> new Knowledge.Organisation(each.names(), each.place()))
                .toList();
    }

    private List<Knowledge.Place> places() {
        return jdbc.sql("""
                        select place.slug, parent.slug as parent, place.name, place.local_name
                        from place left join place parent on parent.id = place.parent_id where place.withdrawn_on is null
                        """)
                .query((row, n) -> new Knowledge.Place(
                        row.getString("slug"),
                        row.getString("parent"),
                        Stream.of(row.getString("name"), row.getString("local_name"))
                                .filter(name -> name != null)
                                .toList()))
                .list();
    }
}
