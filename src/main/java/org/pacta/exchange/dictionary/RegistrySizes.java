package org.pacta.exchange.dictionary;

import java.sql.Array;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the rows of the registry. Counting reads every table, so the counts are kept until a revision follows. */
@Repository
class RegistrySizes {

    private final JdbcClient database;
    private final Dictionary dictionary;

    private volatile @Nullable RegistrySize counted;

    RegistrySizes(JdbcClient database, Dictionary dictionary) {
        this.database = database;
        this.dictionary = dictionary;
    }

    /** One statement sees one state of the registry, and counts only where it is not the one counted last. */
    RegistrySize now() {
        RegistrySize kept = counted;
        List<String> tables =
                dictionary.registry().stream().map(TableEntry::name).toList();
        String counts =
                tables.stream().map("(select count(*) from \"%s\")"::formatted).collect(Collectors.joining(", "));
        RegistrySize size = database.sql("""
                        select state.*, case when is_own or name <> :counted then array[%s] end as counts from (%s) state
                        """.formatted(counts, Snapshots.SELECT))
                .param("counted", kept == null ? "" : kept.state().name())
                .query((row, n) -> size(row, tables, kept))
                .single();
        if (!size.state().isOwn()) {
            counted = size;
        }
        return size;
    }

    private static RegistrySize size(ResultSet row, List<String> tables, @Nullable RegistrySize kept)
            throws SQLException {
        Array counts = row.getArray("counts");
        if (counts == null) {
            return Objects.requireNonNull(kept);
        }
        Long[] numbers = (Long[]) counts.getArray();
        Map<String, Long> rows = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            rows.put(tables.get(i), numbers[i]);
        }
        return new RegistrySize(Snapshots.read(row), rows);
    }
}
