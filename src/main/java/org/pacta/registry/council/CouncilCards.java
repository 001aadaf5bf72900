package org.pacta.registry.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all councils as cards. */
@Component
public class CouncilCards {

    private final JdbcClient jdbc;
    private final Ledgers ledgers;

    CouncilCards(JdbcClient jdbc, Ledgers ledgers) {
        this.jdbc = jdbc;
        this.ledgers = ledgers;
    }

    /** All councils, each after the council it belongs to. */
    public List<CouncilCard> all() {
        Map<Long, CouncilLedger> byCouncil = ledgers.all(CountingRule.PLAIN).stream()
                .collect(Collectors.toMap(ledger -> ledger.council().id(), Function.identity()));
        return jdbc.sql("""
                        select council.*, parent.slug as parent_slug, last.id as last_id, last.ordinal as last_ordinal,
                            last.kind as last_kind, last.held_on as last_day
                        from council
                        left join council parent on parent.id = council.parent_id
                        left join lateral (
                            select * from meeting
                            where council_id = council.id and status = 'held' and withdrawn_on is null
                            order by held_sort desc nulls last, ordinal desc nulls last limit 1
                        ) last on true
                        where council.withdrawn_on is null
                        order by coalesce(parent.name, council.name), parent.id nulls first, council.name
                        """).query((row, n) -> card(row, byCouncil)).list();
    }

    private static CouncilCard card(ResultSet row, Map<Long, CouncilLedger> ledgers) throws SQLException {
        return new CouncilCard(
                row.getLong("id"),
                row.getString("slug"),
                Columns.name(row, ""),
                row.getString("acronym"),
                row.getString("kind"),
                row.getString("parent_slug"),
                last(row),
                Objects.requireNonNull(ledgers.get(row.getLong("id"))).tallies());
    }

    private static CouncilCard.@Nullable Last last(ResultSet row) throws SQLException {
        Long id = Columns.id(row, "last_id");
        Integer ordinal = Columns.number(row, "last_ordinal");
        String path =
                ordinal == null ? "/meetings/" + id : "/councils/" + row.getString("slug") + "/meetings/" + ordinal;
        return id == null
                ? null
                : new CouncilCard.Last(path, ordinal, row.getString("last_kind"), Columns.date(row, "last_day"));
    }
}
