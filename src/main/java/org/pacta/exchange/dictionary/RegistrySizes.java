package org.pacta.exchange.dictionary;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.pacta.platform.history.Snapshots;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the rows of the registry. Counting reads every table, so the counts are kept until a revision follows. */
@Repository
class RegistrySizes {

    private final JdbcClient database;
    private final Dictionary dictionary;
    private final Snapshots.Kept<List<String>, RegistrySize> counted;

    RegistrySizes(JdbcClient database, Dictionary dictionary, Snapshots snapshots) {
        this.database = database;
        this.dictionary = dictionary;
        this.counted = snapshots.keep(1, Duration.ofHours(1));
    }

    RegistrySize now() {
        List<String> tables =
                dictionary.registry().stream().map(TableEntry::name).toList();
        return counted.get(tables, () -> count(tables));
    }

    /** One statement sees one state of the registry. */
    private RegistrySize count(List<String> tables) {
        String counts =
                tables.stream().map("(select count(*) from \"%s\")"::formatted).collect(Collectors.joining(", "));
        return database.sql("""
                        select revision.id, made_at, array[%s] as counts
                        from (select) one left join (select id, made_at from revision order by id desc limit 1) revision on true
                        """.formatted(counts))
                .query((row, n) -> size(row, tables))
                .single();
    }

    private static RegistrySize size(ResultSet row, List<String> tables) throws SQLException {
        Long[] numbers = (Long[]) row.getArray("counts").getArray();
        Map<String, Long> rows = new HashMap<>();
        for (int i = 0; i < numbers.length; i++) {
            rows.put(tables.get(i), numbers[i]);
        }
        OffsetDateTime made = row.getObject("made_at", OffsetDateTime.class);
        return new RegistrySize(row.getObject("id", Long.class), made == null ? null : made.toInstant(), rows);
    }
}
