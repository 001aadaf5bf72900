package org.pacta.exchange.dictionary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
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

    RegistrySize now() {
        Long newest = database.sql("select max(id) from revision")
                .query(Long.class)
                .optional()
                .orElse(null);
        RegistrySize kept = counted;
        if (kept == null || !Objects.equals(kept.revision(), newest)) {
            kept = count();
            counted = kept;
        }
        return kept;
    }

    /** One statement sees one state of the registry. */
    private RegistrySize count() {
        List<String> tables =
                dictionary.registry().stream().map(TableEntry::name).toList();
        String counts = tables.stream()
                .map(table -> ", (select count(*) from \"%1$s\") as \"%1$s\"".formatted(table))
                .collect(Collectors.joining());
        return database.sql(
                        "select revision.id as revision, revision.made_at" + counts
                                + " from (select) nothing left join (select * from revision order by id desc limit 1) revision on true")
                .query((row, n) -> size(row, tables))
                .single();
    }

    private static RegistrySize size(ResultSet row, List<String> tables) throws SQLException {
        Map<String, Long> rows = new HashMap<>();
        for (String table : tables) {
            rows.put(table, row.getLong(table));
        }
        OffsetDateTime made = row.getObject("made_at", OffsetDateTime.class);
        Instant madeAt = made == null ? null : made.toInstant();
        return new RegistrySize(row.getObject("revision", Long.class), madeAt, rows);
    }
}
