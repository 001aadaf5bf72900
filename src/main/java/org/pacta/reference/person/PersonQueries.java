package org.pacta.reference.person;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Citations;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PersonQueries implements Listing.Whole {

    private final JdbcClient jdbc;
    private final Citations citations;
    private final Absences absences;
    private final Listing<PersonView.Row> listing;

    PersonQueries(JdbcClient jdbc, Citations citations, Absences absences) {
        this.jdbc = jdbc;
        this.citations = citations;
        this.absences = absences;
        this.listing = listing(jdbc);
    }

    ListPage<PersonView.Row> list(ListFilter filter) {
        return listing.page(filter);
    }

    @Override
    public Set<String> nouns() {
        return Set.of("people");
    }

    @Override
    public ListPage<?> page(String noun, ListFilter filter) {
        return listing.page(filter);
    }

    @Override
    public void ids(String noun, ListPage<?> page, Consumer<List<Long>> batch) {
        listing.ids(page.address(), page.order(), batch);
    }

    PersonView get(long id) {
        return jdbc.sql("select * from person where id = :id and withdrawn_on is null")
                .param("id", id)
                .query((row, n) -> new PersonView(
                        id,
                        Columns.name(row, ""),
                        row.getString("translated"),
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
                        select *, kind as record from person_appearance where person_id = :id order by day_sort desc nulls last, path
                        """)
                .param("id", person)
                .query((row, n) -> Columns.read(row, PersonView.Appearance.class))
                .list();
    }

    private static Listing<PersonView.Row> listing(JdbcClient jdbc) {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("name", "{name} %1$s");
        return new Listing<>(
                jdbc,
                "/people",
                "person_line",
                (row, n) -> Columns.read(row, PersonView.Row.class),
                List.of(),
                false,
                orders);
    }
}
