package org.pacta.reference.source;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Facet;
import org.pacta.platform.reading.KeptDocument;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class SourceQueries implements Listing.Whole {

    private final JdbcClient jdbc;
    private final Absences absences;
    private final Listing<SourceRow> listing;

    SourceQueries(JdbcClient jdbc, Absences absences) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.listing = listing(jdbc);
    }

    ListPage<SourceRow> list(ListFilter filter) {
        return listing.page(filter);
    }

    @Override
    public Set<String> nouns() {
        return Set.of("sources");
    }

    @Override
    public ListPage<?> page(String noun, ListFilter filter) {
        return listing.page(filter);
    }

    @Override
    public void ids(String noun, ListPage<?> page, Consumer<List<Long>> batch) {
        listing.ids(page.address(), page.order(), batch);
    }

    SourceView get(long id) {
        List<SourceView.Taken> taken = taken(id);
        return jdbc.sql("select *, %s as documents from source where id = :id and withdrawn_on is null"
                        .formatted(KeptDocument.of("source")))
                .param("id", id)
                .query((row, n) -> view(row, taken))
                .optional()
                .orElseThrow(() -> absences.of("source", id));
    }

    private List<SourceView.Taken> taken(long source) {
        return jdbc.sql("""
                        select record.kind, record.name, record.local_name, record.ordinal, record.path,
                            citation.field, citation.value, citation.said_by, citation.quote, citation.locator, citation.note
                        from citation join record on record.kind = citation.kind and record.id = citation.record_id
                        where citation.source_id = :source
                        order by array_position(array['council', 'meeting', 'figure', 'target', 'agreement', 'project', 'commitment', 'indicator',
                            'organisation', 'person', 'place'], record.kind), record.id, citation.field nulls first, citation.id
                        """)
                .param("source", source)
                .query((row, n) -> Columns.read(row, SourceView.Taken.class))
                .list();
    }

    private static SourceView view(ResultSet row, List<SourceView.Taken> taken) throws SQLException {
        return new SourceView(
                row.getLong("id"),
                Columns.title(row),
                row.getString("publisher"),
                row.getString("url"),
                row.getString("language"),
                row.getString("kind"),
                row.getString("form"),
                Columns.date(row, "published_on"),
                row.getString("published_on_inferred"),
                Columns.date(row, "retrieved_on"),
                row.getBoolean("read_in_full"),
                row.getBoolean("annex_missing"),
                row.getString("note"),
                Columns.list(row, "documents", KeptDocument.class),
                taken);
    }

    private static Listing<SourceRow> listing(JdbcClient jdbc) {
        Map<String, String> orders = new LinkedHashMap<>();
        orders.put("date", "day_sort %1$s");
        orders.put("title", "{title} %1$s");
        orders.put("publisher", "{publisher.} %1$s");
        Facet kind = Facet.words(
                "kind",
                "kind in (:kind)",
                "press_release",
                "news_article",
                "official_page",
                "parliamentary_reply",
                "professional_note",
                "instrument",
                "other");
        Facet publisher = Facet.rows("publisher", "publisher in (:publisher)", """
                select publisher as value, publisher as name, null as local_name from source
                where withdrawn_on is null and publisher is not null group by publisher order by {publisher.}""");
        return new Listing<>(
                jdbc, "/sources", "source_line", SourceQueries::row, List.of(kind, publisher), true, orders);
    }

    private static SourceRow row(ResultSet row, int index) throws SQLException {
        return new SourceRow(
                row.getLong("id"),
                Columns.title(row),
                row.getString("publisher"),
                row.getString("kind"),
                row.getString("language"),
                Columns.date(row, "day"),
                row.getBoolean("annex_missing"),
                row.getLong("citations"));
    }
}
