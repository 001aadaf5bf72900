package org.pacta.registry.council;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
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
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.chart.StepCharts;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.tally.Tally;
import org.pacta.rules.language.ReadingOrder;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads all councils as cards. */
@Component
public class CouncilCards {

    /** What cards are sorted by, by its name in addresses. */
    private static final Map<String, Comparator<CouncilCard>> ORDERS = Map.of(
            "last",
            Comparator.comparing(CouncilCards::newest).reversed(),
            "name",
            (one, other) -> {
                Locale locale = LocaleContextHolder.getLocale();
                return ReadingOrder.of(locale)
                        .compare(one.name().in(locale), other.name().in(locale));
            },
            "announced",
            Comparator.comparing(CouncilCards::announced).reversed(),
            "recorded",
            Comparator.comparing(CouncilCards::recorded).reversed());

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

    private static LocalDate newest(CouncilCard card) {
        return card.last() == null || card.last().day() == null
                ? LocalDate.MIN
                : card.last().day().sort();
    }

    private static long announced(CouncilCard card) {
        return most(card, tally -> tally.headline().least());
    }

    private static long recorded(CouncilCard card) {
        return most(card, tally -> tally.held().inCount());
    }

    /** The most of agreements or MOUs; projects are not compared with them. */
    private static long most(CouncilCard card, ToLongFunction<Tally> number) {
        return card.tallies().stream()
                .filter(tally -> tally.measure() != Measure.PROJECTS)
                .mapToLong(number)
                .max()
                .orElse(0);
    }

    /** All councils with pictures over the same years, sorted: by {@code last}, {@code name}, {@code announced} or {@code recorded}. */
    public List<CouncilCard> sorted(String order) {
        Comparator<CouncilCard> by =
                Optional.ofNullable(ORDERS.get(order)).orElseThrow(() -> new BadParameterException("sort"));
        List<CouncilLedger> all = ledgers.all(CountingRule.PLAIN);
        LocalDate today = clock.today();
        LocalDate first = all.stream()
                .flatMap(ledger -> ledger.meetings().stream())
                .flatMap(meeting -> Stream.ofNullable(meeting.day()))
                .map(PartialDate::sort)
                .min(Comparator.naturalOrder())
                .orElse(today);
        return cards(all, ledger -> charts.picture(ledger, first, today)).stream()
                .sorted(by)
                .toList();
    }

    /** All councils without pictures, each after the council it belongs to. */
    List<CouncilCard> all() {
        return cards(ledgers.all(CountingRule.PLAIN), ledger -> Optional.empty());
    }

    private List<CouncilCard> cards(
            List<CouncilLedger> all, Function<CouncilLedger, Optional<Chart.Picture>> pictures) {
        Map<Long, CouncilLedger> byCouncil =
                all.stream().collect(Collectors.toMap(ledger -> ledger.council().id(), Function.identity()));
        return jdbc.sql(NameOrder.in("""
                        select council.*, parent.slug as parent_slug, last.id as last_id, last.ordinal as last_ordinal,
                            last.kind as last_kind, last.held_on as last_day
                        from council
                        left join council parent on parent.id = council.parent_id
                        left join lateral (
                            select * from meeting
                            where council_id = council.id and status = 'held' and withdrawn_on is null
                            order by held_sort desc nulls last, ordinal desc nulls last limit 1
                        ) last on true
                        where council.id = any(:drawn)
                        order by coalesce({parent.name}, {council.name}), parent.id nulls first, {council.name}
                        """))
                .param("drawn", byCouncil.keySet().toArray(Long[]::new))
                .query((row, n) -> card(row, Objects.requireNonNull(byCouncil.get(row.getLong("id"))), pictures))
                .list();
    }

    private static CouncilCard card(
            ResultSet row, CouncilLedger ledger, Function<CouncilLedger, Optional<Chart.Picture>> pictures)
            throws SQLException {
        return new CouncilCard(
                row.getLong("id"),
                row.getString("slug"),
                Columns.name(row, ""),
                row.getString("acronym"),
                row.getString("kind"),
                row.getString("parent_slug"),
                last(row),
                ledger.tallies(),
                pictures.apply(ledger).orElse(null));
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
