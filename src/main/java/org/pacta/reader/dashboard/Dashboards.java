package org.pacta.reader.dashboard;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.WallClock;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.chart.StepCharts;
import org.pacta.registry.line.Lines;
import org.pacta.registry.paper.Outline;
import org.pacta.registry.paper.Outline.Drawn;
import org.pacta.registry.paper.Outline.Item;
import org.pacta.registry.paper.Outline.Items;
import org.pacta.registry.paper.Outline.Section;
import org.pacta.registry.paper.Outline.Words;
import org.pacta.registry.paper.Papers;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.CountingRule.Extra;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerViews;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.rules.language.ReadingOrder;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Service;

/** Puts the dashboard together from the ledgers of all councils. No transaction waits while these are drawn up, which takes as long as it takes. */
@Service
class Dashboards {

    private static final int LINES = 8;
    private static final int IN_SIGHT = 40;
    private static final int MONTHS_TO_AN_END = 6;

    private final Ledgers ledgers;
    private final LedgerViews views;
    private final StepCharts charts;
    private final LedgerWording words;
    private final Papers papers;
    private final Lines lines;
    private final WallClock clock;

    Dashboards(
            Ledgers ledgers,
            LedgerViews views,
            StepCharts charts,
            LedgerWording words,
            Papers papers,
            Lines lines,
            WallClock clock) {
        this.ledgers = ledgers;
        this.views = views;
        this.charts = charts;
        this.words = words;
        this.papers = papers;
        this.lines = lines;
        this.clock = clock;
    }

    DashboardView show(DashboardFilter filter, CountingRule rule) {
        List<CouncilLedger> all = ledgers.all(rule);
        List<CouncilLedger> shown = shown(all, filter, rule);
        return new DashboardView(
                filter,
                rule,
                choices(all, filter),
                shown.stream().map(ledger -> views.of(ledger).latest(IN_SIGHT)).toList(),
                chart(shown, filter, IN_SIGHT),
                lines.ending(clock.today(), clock.today().plusMonths(MONTHS_TO_AN_END)));
    }

    /** The councils that can be chosen; refuses one that is chosen and is none of them. */
    List<DashboardView.Choice> choices(DashboardFilter filter) {
        List<CouncilLedger> all = ledgers.all(CountingRule.PLAIN);
        shown(all, filter, CountingRule.PLAIN);
        return choices(all, filter);
    }

    private static List<DashboardView.Choice> choices(List<CouncilLedger> all, DashboardFilter filter) {
        return all.stream()
                .map(ledger -> new DashboardView.Choice(
                        ledger.council().slug(),
                        ledger.council().name(),
                        filter.isChosen(ledger.council().slug())))
                .toList();
    }

    /** A view as a paper: the chart, and of a few councils their ledgers, of many a paragraph each. */
    Outline outline(DashboardFilter filter, CountingRule rule) {
        DashboardView view = show(filter, rule);
        Section chart = new Section(
                words.measure(filter.measure()),
                view.isClose()
                        ? List.of(new Drawn(chart(filter, rule)))
                        : List.of(new Words(List.of(words.say("paper.drawn"))), new Drawn(chart(filter, rule))),
                sources(view.shown()));
        Stream<Section> councils = view.isClose()
                ? view.shown().stream().flatMap(ledger -> papers.of(ledger).stream())
                : Stream.of(new Section(words.say("nav.councils"), List.of(gists(view.shown())), List.of()));
        return papers.outline(
                words.say("nav.dashboard"),
                filter.address("/dashboard", rule).toString(),
                rule,
                Stream.concat(Stream.of(chart), councils).toList());
    }

    private static Items gists(List<LedgerView> shown) {
        return new Items(shown.stream()
                .map(ledger -> new Item(
                        ledger.ledger().council().name().in(LocaleContextHolder.getLocale()), ledger.shortly()))
                .toList());
    }

    private List<String> sources(List<LedgerView> shown) {
        return shown.stream()
                .flatMap(ledger -> papers.sources(ledger).stream())
                .distinct()
                .toList();
    }

    /** The chart of a view, with all its rows. */
    Chart chart(DashboardFilter filter, CountingRule rule) {
        return chart(shown(ledgers.all(rule), filter, rule), filter, Integer.MAX_VALUE);
    }

    /**
     * The councils chosen, or all that announced something. With the bodies under them counted in, these are not shown again by themselves.
     */
    private static List<CouncilLedger> shown(List<CouncilLedger> all, DashboardFilter filter, CountingRule rule) {
        Set<String> unknown = new HashSet<>(filter.council());
        all.forEach(ledger -> unknown.remove(ledger.council().slug()));
        if (!unknown.isEmpty() && rule.knownOn() == null) {
            throw new BadParameterException("council");
        }
        boolean isChosen = !filter.council().isEmpty();
        return all.stream()
                .filter(ledger -> isChosen
                        ? filter.isChosen(ledger.council().slug())
                        : isSpoken(ledger)
                                && (ledger.council().parentId() == null || !rule.includes(Extra.SUB_COUNCILS)))
                .sorted(Comparator.comparing(Dashboards::sureness).reversed())
                .toList();
    }

    private static boolean isSpoken(CouncilLedger ledger) {
        return ledger.tallies().stream().anyMatch(Tally::isAnnounced);
    }

    /** Each council after the one it belongs to, by name. */
    static List<CouncilLedger> nested(List<CouncilLedger> all) {
        Comparator<String> byName = ReadingOrder.of(LocaleContextHolder.getLocale());
        Map<Long, String> names =
                all.stream().collect(Collectors.toMap(each -> each.council().id(), Dashboards::name));
        return all.stream()
                .sorted(Comparator.comparing(
                                (CouncilLedger each) -> names.getOrDefault(
                                        Objects.requireNonNullElse(
                                                each.council().parentId(),
                                                each.council().id()),
                                        name(each)),
                                byName)
                        .thenComparing(each -> each.council().parentId() != null)
                        .thenComparing(Dashboards::name, byName))
                .toList();
    }

    private static String name(CouncilLedger ledger) {
        return ledger.council().name().in(LocaleContextHolder.getLocale());
    }

    /** How many totals are exactly known; a confirmed one is worth more than one that is only stated, and that more than a derived one. */
    private static long sureness(CouncilLedger ledger) {
        return ledger.tallies().stream()
                .filter(tally -> tally.total().isExact())
                .mapToLong(tally ->
                        tally.confirmation().isPresent() ? 4 : tally.total().isDerived() ? 2 : 3)
                .sum();
    }

    private Chart chart(List<CouncilLedger> shown, DashboardFilter filter, int most) {
        List<CouncilLedger> drawn = shown.stream()
                .sorted(Comparator.comparing((CouncilLedger ledger) ->
                                ledger.tally(filter.measure()).headline().isKnown())
                        .thenComparing(ledger ->
                                ledger.tally(filter.measure()).headline().least())
                        .reversed())
                .limit(LINES)
                .toList();
        Chart chart = charts.of(drawn, filter.measure(), filter.per().chart(), filter::covers, most);
        return shown.size() == drawn.size()
                ? chart
                : chart.noting(words.say("chart.beyond", shown.size() - drawn.size()), words.say("list.space"));
    }
}
