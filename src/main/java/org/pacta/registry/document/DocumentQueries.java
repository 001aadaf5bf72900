package org.pacta.registry.document;

import java.util.List;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.KeptDocument;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class DocumentQueries {

    private final JdbcClient jdbc;
    private final Absences absences;
    private final DocumentFiles files;

    DocumentQueries(JdbcClient jdbc, Absences absences, DocumentFiles files) {
        this.jdbc = jdbc;
        this.absences = absences;
        this.files = files;
    }

    DocumentView get(long id) {
        return jdbc.sql("select * from document_line where id = :id")
                .param("id", id)
                .query((row, n) -> new DocumentView(
                        Columns.read(row, KeptDocument.class),
                        Columns.id(row, "source_id"),
                        new Name(row.getString("source_title"), row.getString("source_local_title")),
                        Columns.id(row, "agreement_id"),
                        new Name(row.getString("agreement_title"), row.getString("agreement_local_title")),
                        files.content(row.getString("sha256")).exists(),
                        row.getString("unread") != null))
                .optional()
                .orElseThrow(() -> absences.of("document", id));
    }

    /** The text of a page of a document, which is one of as many as it has. */
    Slice<String> page(KeptDocument document, int page) {
        List<String> words = jdbc.sql("select words from document_page where sha256 = :sha256 and page = :page")
                .param("sha256", document.sha256())
                .param("page", page)
                .query(String.class)
                .list();
        if (words.isEmpty() || document.pages() == null) {
            throw new NotFoundException("page", page);
        }
        return new Slice<>(words, page, 1, document.pages());
    }

    /** The files of the newest documents that are published. */
    List<String> newest(int most) {
        return jdbc.sql("select sha256 from document_line order by id desc limit :most")
                .param("most", most)
                .query(String.class)
                .list();
    }
}
