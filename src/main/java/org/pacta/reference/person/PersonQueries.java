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
                        quotes(id),
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

    /** What is quoted of somebody whom the source calls by a name of the person, or by one with the office behind it. */
    private List<PersonView.Quote> quotes(long person) {
        return jdbc.sql("""
                        with called as (
                            select name from person where id = :id and name is not null
                            union select local_name from person where id = :id and local_name is not null
                            union select name from person_name where person_id = :id
                        )
                        select cited.quote, cited.said_by, cited.locator, record.kind as record, record.path, record.name as title,
                            record.local_name as local_title, record.ordinal, source.id as source_id, source.title as source_name,
                            source.local_title as source_local_name, source.publisher
                        from called
                        join citation cited on cited.said_by collate "C" >= called.name and cited.said_by collate "C" < called.name || U&'\\FFFF'
                            and (cited.said_by = called.name or substr(cited.said_by, length(called.name) + 1, 1) in (',', ' ', '，', '、', '（', '('))
                        join record on record.kind = cited.kind and record.id = cited.record_id
                        join source on source.id = cited.source_id and source.withdrawn_on is null
                        where cited.quote is not null
                        order by source.published_sort desc nulls last, source.id, cited.kind, cited.record_id, cited.id
                        """)
                .param("id", person)
                .query((row, n) -> Columns.read(row, PersonView.Quote.class))
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
