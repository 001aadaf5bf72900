package org.pacta.registry.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.chart.StepCharts;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.tally.Tally;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all councils as cards. */
@Component
public class CouncilCards {

    /** What cards are sorted by, by its name in addresses; the first unless another is asked for. */
    private static final Map<String, Comparator<CouncilCard>> ORDERS = orders();

    private final JdbcClient jdbc;
    private final Ledgers ledgers;
    private final StepCharts charts;
    private final WallClock clock;

    CouncilCards(JdbcClient jdbc, Ledgers ledgers, StepCharts charts, WallClock clock) {
        this.jdbc = jdbc;
        this.ledgers = ledgers;
        this.charts = charts;
        this.clock = clock;
    }

    private static Map<String, Comparator<CouncilCard>> orders() {
        Map<String, Comparator<CouncilCard>> orders = new LinkedHashMap<>();
        orders.put(
                "last", Comparator.comparing((CouncilCard card) -> newest(card)).reversed());
        orders.put("name", Comparator.comparing(card -> card.name().in(LocaleContextHolder.getLocale())));
        orders.put(
                "announced",
                Comparator.comparing((CouncilCard card) ->
                                most(card, tally -> tally.headline().least()))
                        .reversed());
        orders.put(
                "recorded",
                Comparator.comparing((CouncilCard card) ->
                                most(card, tally -> tally.held().inCount()))
                        .reversed());
        return orders;
    }

    private static LocalDate newest(CouncilCard card) {
        return card.last() == null || card.last().day() == null
                ? LocalDate.MIN
                : card.last().day().sort();
    }

    /** The most of agreements or MOUs; projects are not compared with them. */
    private static long most(CouncilCard card, ToLongFunction<Tally> number) {
        return card.tallies().stream()
                .filter(tally -> tally.measure() != Measure.PROJECTS)
                .mapToLong(number)
                .max()
                .orElse(0);
    }

    /** All councils, sorted: by {@code last}, {@code name}, {@code announced} or {@code recorded}. */
    public List<CouncilCard> sorted(String order) {
        return Optional.ofNullable(ORDERS.get(order))
                .map(by -> all().stream().sorted(by).toList())
                .orElseThrow(() -> new BadParameterException("sort"));
    }

    /** All councils, each after the council it belongs to. */
    public List<CouncilCard> all() {
        Map<Long, CouncilLedger> byCouncil = ledgers.all(CountingRule.PLAIN).stream()
                .collect(Collectors.toMap(ledger -> ledger.council().id(), Function.identity()));
        LocalDate first = byCouncil.values().stream()
                .flatMap(ledger -> ledger.meetings().stream())
                .flatMap(meeting -> Stream.ofNullable(meeting.day()))
                .map(PartialDate::sort)
                .min(Comparator.naturalOrder())
                .orElse(clock.today());
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
                        """)
                .query((row, n) -> card(row, Objects.requireNonNull(byCouncil.get(row.getLong("id"))), first))
                .list();
    }

    private CouncilCard card(ResultSet row, CouncilLedger ledger, LocalDate first) throws SQLException {
        return new CouncilCard(
                row.getLong("id"),
                row.getString("slug"),
                Columns.name(row, ""),
                row.getString("acronym"),
                row.getString("kind"),
                row.getString("parent_slug"),
                last(row),
                ledger.tallies(),
                charts.picture(ledger, first, clock.today()).orElse(null));
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
