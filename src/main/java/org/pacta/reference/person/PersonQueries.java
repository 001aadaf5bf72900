package org.pacta.reference.person;

import java.util.List;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Citations;
import org.pacta.platform.reading.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonQueries {

    private final JdbcClient jdbc;
    private final Citations citations;
    private final Absences absences;

    PersonQueries(JdbcClient jdbc, Citations citations, Absences absences) {
        this.jdbc = jdbc;
        this.citations = citations;
        this.absences = absences;
    }

    /** All people by name, each with the office last held. */
    List<PersonView.Row> all() {
        return jdbc.sql("""
                        select person.id, person.name, person.local_name, last.office, last.local_office, coalesce(last.appearances, 0) as appearances
                        from person
                        left join (
                            select distinct on (person_id) person_id, office, local_office, count(*) over (partition by person_id) as appearances
                            from person_appearance order by person_id, day_sort desc nulls last
                        ) last on last.person_id = person.id
                        where withdrawn_on is null
                        order by person.name
                        """)
                .query((row, n) -> new PersonView.Row(
                        row.getLong("id"),
                        Columns.name(row, ""),
                        row.getString("office"),
                        row.getString("local_office"),
                        row.getLong("appearances")))
                .list();
    }

    PersonView get(long id) {
        return jdbc.sql("select * from person where id = :id and withdrawn_on is null")
                .param("id", id)
                .query((row, n) -> new PersonView(
                        id,
                        Columns.name(row, ""),
                        row.getString("note"),
                        names(id),
                        appearances(id),
                        citations.of("person", id)))
                .optional()
                .orElseThrow(() -> absences.of("person", id));
    }

    private List<String> names(long person) {
        return jdbc.sql("select name from person_name where person_id = :id order by id")
                .param("id", person)
                .query(String.class)
                .list();
    }

    private List<PersonView.Appearance> appearances(long person) {
        return jdbc.sql("""
                        select * from person_appearance where person_id = :id order by day_sort desc nulls last, path
                        """)
                .param("id", person)
                .query((row, n) -> new PersonView.Appearance(
                        row.getString("role"),
                        row.getString("office"),
                        row.getString("local_office"),
                        Columns.date(row, "day"),
                        Columns.name(row, "side_"),
                        row.getString("kind"),
                        row.getString("path"),
                        Columns.title(row),
                        Columns.number(row, "ordinal")))
                .list();
    }
}
