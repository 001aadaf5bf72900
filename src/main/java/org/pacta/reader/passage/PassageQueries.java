package org.pacta.reader.passage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PassageQueries {

    private static final int SIZE = 20;

    private final JdbcClient jdbc;

    PassageQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The pages that have all that is looked for, those of one document together. */
    Slice<FoundPassage> find(Sought sought, int page) {
        if (!sought.canBeAsked()) {
            return new Slice<>(List.of(), 1, SIZE, 0);
        }
        Map<String, Object> patterns = new LinkedHashMap<>();
        sought.patterns().forEach(pattern -> patterns.put("word" + patterns.size(), pattern));
        String found = "from document_page join document_line using (sha256) where "
                + patterns.keySet().stream().map(each -> "folded like :" + each).collect(Collectors.joining(" and "));
        long total = jdbc.sql("select count(*) " + found)
                .params(patterns)
                .query(Long.class)
                .single();
        if (page > 1 && (page - 1L) * SIZE >= total) {
            throw new NotFoundException("page", page);
        }
        List<FoundPassage> rows = jdbc.sql(
                        "select id, name, kind, language, page, pages, words %s order by id desc, page limit :size offset :skip"
                                .formatted(found))
                .params(patterns)
                .param("size", SIZE)
                .param("skip", (page - 1L) * SIZE)
                .query((row, n) -> new FoundPassage(
                        row.getLong("id"),
                        row.getString("name"),
                        row.getString("kind"),
                        row.getString("language"),
                        row.getInt("page"),
                        row.getInt("pages"),
                        sought.in(row.getString("words"))))
                .list();
        return new Slice<>(rows, page, SIZE, total);
    }
}
