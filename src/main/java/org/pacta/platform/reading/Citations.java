package org.pacta.platform.reading;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what supports a record. */
@Component
public class Citations {

    private final JdbcClient jdbc;

    Citations(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The citations of one record, those of the whole record first.
     *
     * @param table the record's table, a name of ours and never a reader's
     */
    public List<CitedSource> of(String table, long id) {
        return jdbc.sql("""
                        select citation.*, source.title, source.local_title, source.publisher, document.id as document_id,
                            document.pages as document_pages
                        from %1$s_citation citation join source on source.id = citation.source_id and source.withdrawn_on is null
                        left join lateral (
                            select id, pages from document_line where document_line.source_id = source.id and pages is not null order by id limit 1
                        ) document on citation.locator is not null
                        where citation.%1$s_id = :id
                        order by citation.field nulls first, citation.id
                        """.formatted(table))
                .param("id", id)
                .query((row, n) -> Columns.read(row, CitedSource.class))
                .list();
    }
}
