package org.pacta.exchange.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.ListPage;
import org.pacta.reader.search.WholeLists;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Isolation;
import org.springframework.transaction.annotation.Transactional;

/** Writes all rows of a view into a file, a few hundred at a time, as they stood at one moment. */
@Service
class Exports {

    private static final int AT_ONCE = 500;

    private final WholeLists lists;
    private final JdbcClient jdbc;

    Exports(WholeLists lists, JdbcClient jdbc) {
        this.lists = lists;
        this.jdbc = jdbc;
    }

    @Transactional(readOnly = true, isolation = Isolation.REPEATABLE_READ)
    public void write(Table table, ListPage<?> view, String site, TableFile file) throws IOException {
        List<Long> ids = lists.ids(table.plural(), view);
        for (int from = 0; from == 0 || from < ids.size(); from += AT_ONCE) {
            boolean isFirst = from == 0;
            List<Long> some = ids.subList(from, Math.min(ids.size(), from + AT_ONCE));
            jdbc.sql(table.sql())
                    .param("ids", some.toArray(Long[]::new))
                    .param("site", site)
                    .query((ResultSet rows) -> {
                        if (isFirst) {
                            begin(rows.getMetaData(), file);
                        }
                        while (rows.next()) {
                            write(rows, file);
                        }
                        return some.size();
                    });
        }
    }

    private static void begin(ResultSetMetaData columns, TableFile file) throws SQLException {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= columns.getColumnCount(); i++) {
            names.add(columns.getColumnLabel(i));
        }
        try {
            file.head(names);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static void write(ResultSet row, TableFile file) throws SQLException {
        List<@Nullable Object> cells = new ArrayList<>();
        for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
            cells.add(cell(row.getObject(i)));
        }
        try {
            file.row(cells);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    private static @Nullable Object cell(@Nullable Object value) {
        return value == null
                        || value instanceof Long
                        || value instanceof Integer
                        || value instanceof BigDecimal
                        || value instanceof Boolean
                ? value
                : value.toString();
    }
}
