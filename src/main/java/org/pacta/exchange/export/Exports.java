package org.pacta.exchange.export;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.sql.Array;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes a list as a file: from one snapshot, in the order of its pages, a batch of rows at a time. */
@Service
@Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
class Exports {

    private static final String COUNCILS = """
            select council.id from council left join council parent on parent.id = council.parent_id
            where council.withdrawn_on is null
            order by coalesce(parent.name, council.name), parent.id nulls first, council.name
            """;

    private final List<Listing.Whole> lists;
    private final JdbcClient jdbc;
    private final ViewSentence words;

    Exports(List<Listing.Whole> lists, JdbcClient jdbc, ViewSentence words) {
        this.lists = lists;
        this.jdbc = jdbc;
        this.words = words;
    }

    /** A list to be written: what is said of it, and what hands out its rows. */
    record View(About about, Consumer<Consumer<List<Long>>> ids) {}

    /**
     * The view of a list that a reader asks for; refuses what its page refuses.
     *
     * @param base where Pacta runs, as the reader addresses it
     */
    View view(String noun, ListFilter filter, String base) {
        if (noun.equals("councils")) {
            List<Long> ids = jdbc.sql(COUNCILS).query(Long.class).list();
            return new View(
                    about(noun, words.say("export.all"), base + "/councils", "name"), batch -> batch.accept(ids));
        }
        Listing.Whole list = lists.stream()
                .filter(each -> each.nouns().contains(noun))
                .findFirst()
                .orElseThrow();
        ListPage<?> page = list.page(noun, filter);
        ListPage.Words looked = page.words();
        if (looked != null && looked.problem() != null) {
            throw new UnreadyException(looked.problem());
        }
        String address = base + page.address();
        return new View(about(noun, words.of(page), address, page.order()), batch -> list.ids(noun, page, batch));
    }

    /** What is said of a view. */
    About about(String noun, String sentence, String address, String order) {
        return new About(
                noun,
                "Pacta: " + words.say("nav." + noun),
                sentence,
                address,
                Instant.now(),
                revision(),
                order,
                words.say("export.rule"));
    }

    long revision() {
        return jdbc.sql("select coalesce(max(id), 0) from revision")
                .query(Long.class)
                .single();
    }

    /** Writes a list in a format. */
    void write(String noun, ListFilter filter, String base, String format, OutputStream out) throws IOException {
        View view = view(noun, filter, base);
        Sheet sheet = Sheet.of(format, view.about(), columns(noun), out);
        view.ids().accept(ids -> rows(noun, ids, base, sheet));
        sheet.end();
    }

    /** What is said of a list and its columns, for the file beside a CSV file. */
    byte[] head(String noun, ListFilter filter, String base) {
        return JsonSheet.head(view(noun, filter, base).about(), columns(noun));
    }

    private void rows(String noun, List<Long> ids, String base, Sheet sheet) {
        jdbc.sql(Table.of(noun).sql()).param("ids", ids.toArray(Long[]::new)).query(row -> {
            try {
                sheet.row(values(row, base));
            } catch (IOException gone) {
                throw new UncheckedIOException(gone);
            }
        });
    }

    private List<String> columns(String noun) {
        return jdbc.sql(Table.of(noun).sql()).param("ids", new Long[0]).query(rows -> {
            ResultSetMetaData about = rows.getMetaData();
            List<String> columns = new ArrayList<>();
            for (int column = 1; column <= about.getColumnCount(); column++) {
                columns.add(about.getColumnLabel(column));
            }
            return columns;
        });
    }

    private static List<@Nullable Object> values(ResultSet row, String base) throws SQLException {
        ResultSetMetaData about = row.getMetaData();
        List<@Nullable Object> values = new ArrayList<>();
        for (int column = 1; column <= about.getColumnCount(); column++) {
            String name = about.getColumnLabel(column);
            Object value = row.getObject(column);
            if (value instanceof Array several) {
                values.add(Arrays.stream((Object[]) several.getArray())
                        .map(each -> name.equals("sources") ? whole(each.toString(), base) : each.toString())
                        .toList());
            } else {
                values.add(name.endsWith("address") && value != null ? whole(value.toString(), base) : value);
            }
        }
        return values;
    }

    private static String whole(String address, String base) {
        return address.startsWith("/") ? base + address : address;
    }
}
