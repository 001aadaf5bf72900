package org.pacta.registry.tally;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.LedgerView.Item;
import org.pacta.registry.tally.LedgerView.Sentence;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Finding;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a council has announced, what is recorded of it, how sure that is and what is missing, in sentences whose numbers are links. */
@Component
class Sentences {

    /** Where the items stand in a message. */
    private static final String ITEMS = "§";

    /** So many figures of other occasions are named one by one. */
    private static final int NAMED = 12;

    private final LedgerWording words;
    private final CellWording cells;
    private final FindingWording findings;
    private final Wording wording;

    Sentences(LedgerWording words, CellWording cells, FindingWording findings, Wording wording) {
        this.words = words;
        this.cells = cells;
        this.findings = findings;
        this.wording = wording;
    }

    /** What a reader should know first about a council. */
    public List<Sentence> of(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        return Stream.of(
                        announced(ledger, tallies),
                        held(ledger, tallies),
                        beside(ledger, tallies, false),
                        beside(ledger, tallies, true),
                        unsure(ledger),
                        lastMeeting(ledger, tallies),
                        sureness(tallies),
                        missing(ledger, tallies))
                .flatMap(List::stream)
                .toList();
    }

    /** The same in one paragraph that does not name the council: how much, how sure, and what is missing. */
    public List<Sentence> gist(CouncilLedger ledger) {
        List<Tally> tallies = ledger.tallies();
        return Stream.of(
                        leads("gist.", ledger, tallies),
                        held(ledger, tallies),
                        sureness(tallies),
                        missing(ledger, tallies))
                .flatMap(List::stream)
                .toList();
    }

    private List<Sentence> announced(CouncilLedger ledger, List<Tally> tallies) {
        List<Sentence> told = leads("total.", ledger, tallies);
        CountingRule rule = ledger.rule();
        String nothing = !ledger.figures().isEmpty()
                ? "uncounted"
                : rule.asOf() != null ? "none.by" : rule.knownOn() != null ? "none.known" : "none";
        LocalDate day = rule.asOf() != null ? rule.asOf() : rule.knownOn();
        return told.isEmpty()
                ? sentence(nothing, List.of(item(name(ledger), null)), day == null ? "" : words.day(day))
                : told;
    }

    /** Totals, else numbers one by one; then totals that are planned, and where nothing is reported whatever is. */
    private List<Sentence> leads(String kind, CouncilLedger ledger, List<Tally> tallies) {
        String name = name(ledger);
        List<Sentence> told = new ArrayList<>(totals(kind, name, tallies, Number::isResult));
        if (told.isEmpty()) {
            told.addAll(joined(kind + "single", single(ledger, tallies), name));
        }
        told.addAll(totals(kind, name, tallies, total -> !total.isResult()));
        List<Figure> planned = CouncilLedger.inOrder(ledger.figures().values(), Figure::isPlanned);
        return told.isEmpty() ? sentence(kind + "planned_only", named(ledger, planned), name) : told;
    }

    /** Items that are sentences themselves. */
    private List<Item> apart(List<Item> items) {
        List<Item> apart = new ArrayList<>();
        items.forEach(item ->
                apart.add(new Item(apart.isEmpty() ? "" : words.say("list.semicolon"), item.text(), item.href())));
        return apart;
    }

    private Item apart(String joint, Tally tally, Number number) {
        String text = words.say("sentence.apart", cells.quantity(number), cells.when(tally, number));
        return new Item(joint, text, cells.href(tally, number));
    }

    /** Numbers from which no total follows: those of a day, else what the latest meeting added. */
    private List<Item> single(CouncilLedger ledger, List<Tally> tallies) {
        List<Item> byDay = byDay(ledger);
        if (!byDay.isEmpty()) {
            return byDay;
        }
        List<Item> items = new ArrayList<>();
        for (Tally tally : tallies) {
            Number added = tally.headline();
            if (added.isResult()) {
                items.add(apart(items.isEmpty() ? "" : words.say("list.semicolon"), tally, added));
            }
        }
        return items;
    }

    /** Totals that are told in one sentence: known alike, by the same day. */
    private record Lead(String basis, String day) {}

    /** Those that are known alike together; one that was announced to be more before, both times by itself. */
    private List<Sentence> totals(String kind, String name, List<Tally> tallies, Predicate<Number> which) {
        Map<Lead, List<Item>> alike = new LinkedHashMap<>();
        List<Sentence> told = new ArrayList<>();
        for (Tally tally : tallies) {
            Number total = tally.total();
            if (total.higher() != null && which.test(total)) {
                Item then = apart(words.say("list.then"), tally, total.alone());
                told.addAll(joined(kind + "fallen", List.of(apart("", tally, total.higher()), then), name));
            } else if (isTotalled(tally) && which.test(total)) {
                alike.computeIfAbsent(lead(tally, total), any -> new ArrayList<>())
                        .add(item(cells.quantity(total) + cells.reasons(total), cells.href(tally, total)));
            }
        }
        alike.forEach((lead, items) ->
                told.addAll(sentence(kind + lead.basis, items, name, lead.day, lead.day.isEmpty() ? 0 : 1)));
        return told;
    }

    private Lead lead(Tally tally, Number total) {
        Basis basis = total.basis() == Basis.APPROXIMATE ? Basis.ANNOUNCED : total.basis();
        CountingRule rule = tally.ledger().rule();
        return new Lead(
                basis.code(), tally.day(total).map(day -> cells.by(day, rule)).orElse(""));
    }

    private static boolean isTotalled(Tally tally) {
        return tally.isSaid() && tally.total().isKnown();
    }

    /** Numbers that are not of the council's own series, day by day, each part after its whole. */
    private List<Item> byDay(CouncilLedger ledger) {
        List<Item> items = new ArrayList<>();
        Map<String, List<Figure>> days = ledger.apart().stream()
                .collect(Collectors.groupingBy(words::when, LinkedHashMap::new, Collectors.toList()));
        days.forEach((day, figures) -> {
            for (int i = 0; i < figures.size(); i++) {
                String joint = i == 0
                        ? (items.isEmpty() ? "" : words.say("list.semicolon")) + words.say("sentence.day", day)
                        : words.say(i == figures.size() - 1 ? "list.and" : "list.comma");
                items.add(new Item(joint, words.quantity(figures.get(i)), source(figures.get(i))));
            }
        });
        return items;
    }

    private List<Sentence> held(CouncilLedger ledger, List<Tally> tallies) {
        List<Item> items = tallies.stream()
                .filter(Sentences::isOwnRows)
                .filter(tally -> tally.isAnnounced()
                        || tally.held().inCount() + tally.held().perhaps() > 0)
                .map(this::held)
                .toList();
        return sentence(ledger.rule().isActive() ? "held.active" : "held", items);
    }

    /** Rows of all agreements are told only where some are no MOUs, or where a source counts agreements and there is a total or no row. */
    private static boolean isOwnRows(Tally tally) {
        boolean isCounted =
                tally.isAnnounced() && (tally.total().isKnown() || tally.held().all() == 0);
        return tally.measure() != Measure.AGREEMENTS || !tally.holdsOnlyMous() || isCounted;
    }

    private Item held(Tally tally) {
        Held held = tally.held();
        Number total = tally.total();
        String text;
        if (total.isResult() && total.higher() == null && tally.isAnnounced()) {
            String key = total.isExact() && total.least() > 1 ? "sentence.of" : "sentence.of.open";
            text = words.say(key, wording.count(held.inCount()), cells.quantity(total));
            if (held.perhaps() > 0) {
                text = words.say("sentence.perhaps", text, wording.count(held.perhaps()));
            }
        } else {
            long rows = held.inCount() + held.perhaps();
            text = cells.quantity(wording.count(rows), rows, tally.measure());
        }
        return item(text, tally.rows(null).toString());
    }

    /** What stands beside the count: what the rule adds to it, or what it leaves out. */
    private List<Sentence> beside(CouncilLedger ledger, List<Tally> tallies, boolean added) {
        List<Item> items = new ArrayList<>();
        for (Tally tally : tallies.stream().filter(Sentences::isOwnRows).toList()) {
            Stream.of(Standing.values())
                    .filter(standing ->
                            standing.extra() != null && ledger.rule().includes(standing.extra()) == added)
                    .filter(standing -> tally.held().of(standing) > 0)
                    .filter(standing -> standing != Standing.FOUNDING || !takesInFounding(tally))
                    .forEach(standing -> items.add(recorded(tally, standing)));
        }
        if (ledger.rule().includes(CountingRule.Extra.SUB_COUNCILS) == added) {
            ledger.children().stream()
                    .filter(child -> !child.council().countsTowardsParent())
                    .forEach(child -> items.addAll(announcedBy(child)));
        }
        if (!added) {
            boolean isTotalled = tallies.stream()
                    .anyMatch(tally -> isTotalled(tally) && tally.total().isResult());
            Stream<Figure> apart = isTotalled ? ledger.apart().stream() : Stream.empty();
            items.addAll(named(
                    ledger, Stream.concat(apart, ledger.setAside().stream()).toList()));
        }
        return sentence(added ? "added" : "excluded", items);
    }

    /** Whether the founding agreement must be among those announced, so that it cannot be said to stand outside them. */
    private static boolean takesInFounding(Tally tally) {
        return tally.findings().stream()
                .anyMatch(finding -> finding instanceof Finding.CountedBefore before && before.founding() != null);
    }

    private Item recorded(Tally tally, Standing standing) {
        long rows = tally.held().of(standing);
        String quantity = cells.quantity(wording.count(rows), rows, tally.measure());
        String href = tally.rows(null).toString() + "#" + standing.code();
        return item(words.say("sentence.standing." + standing.code(), quantity), href);
    }

    private List<Item> announcedBy(CouncilLedger child) {
        Stream<Item> totals = child.tallies().stream()
                .filter(Sentences::isTotalled)
                .map(tally -> item(
                        words.say("sentence.child", cells.quantity(tally.total()), name(child)),
                        child.council().path()));
        Stream<Item> single = child.apart().stream()
                .map(figure -> item(words.say("sentence.child", words.quantity(figure), name(child)), source(figure)));
        return Stream.concat(totals, single).toList();
    }

    /** Figures one by one, with the occasion or the day they are of, and how many more there are. */
    private List<Item> named(CouncilLedger ledger, List<Figure> figures) {
        List<Item> items = new ArrayList<>(figures.stream()
                .limit(NAMED)
                .map(figure -> item(words.occasion(figure), source(figure)))
                .toList());
        if (figures.size() > NAMED) {
            items.add(item(
                    words.say("sentence.more", wording.count(figures.size() - NAMED)),
                    ledger.council().path() + "#figures"));
        }
        return items;
    }

    /** What may be of a time up to the day of the rule. */
    private List<Sentence> unsure(CouncilLedger ledger) {
        CouncilLedger.Unsure unsure = ledger.unsure();
        if (ledger.rule().asOf() == null) {
            return List.of();
        }
        List<Item> items = new ArrayList<>();
        unsure.meetings()
                .forEach(meeting -> items.add(item(
                        words.say(
                                "sentence.apart",
                                words.say("missing.meeting", wording.ordinal(meeting.ordinal())),
                                words.day(meeting.day())),
                        ledger.meetingPath(meeting.ordinal()))));
        items.addAll(named(
                ledger,
                CouncilLedger.inOrder(unsure.figures(), figure -> figure.isReported() && figure.ordinal() == null)));
        for (Measure measure : List.of(Measure.AGREEMENTS, Measure.PROJECTS)) {
            long rows = unsure.holdings().stream()
                    .filter(holding -> holding.isOf(measure))
                    .mapToLong(CouncilLedger.Holding::rows)
                    .sum();
            if (rows > 0) {
                items.add(
                        item(words.say("sentence.recorded", cells.quantity(wording.count(rows), rows, measure)), null));
            }
        }
        return sentence(
                "unsure",
                items,
                wording.date(PartialDate.parse(ledger.rule().asOf().toString())));
    }

    private List<Sentence> lastMeeting(CouncilLedger ledger, List<Tally> tallies) {
        Optional<CouncilLedger.Meeting> last = ledger.lastMeeting();
        if (last.isEmpty()) {
            return List.of();
        }
        return Stream.concat(
                        added("last", last.get(), tallies, Number::isResult).stream(),
                        added("last.planned", last.get(), tallies, added -> !added.isResult()).stream())
                .toList();
    }

    private List<Sentence> added(
            String code, CouncilLedger.Meeting meeting, List<Tally> tallies, Predicate<Number> which) {
        List<Item> items = tallies.stream()
                .flatMap(tally -> tally.row(meeting.ordinal()).stream()
                        .map(Tally.Row::added)
                        .filter(added -> added.isKnown() && added.lender() == null && which.test(added))
                        .map(added -> item(cells.quantity(added), cells.href(tally, added))))
                .toList();
        return sentence(code, items, wording.ordinal(meeting.ordinal()), words.day(meeting.day()));
    }

    private List<Sentence> sureness(List<Tally> tallies) {
        List<Item> items = tallies.stream()
                .filter(Sentences::isTotalled)
                .map(findings::sureness)
                .toList();
        return joined("sure", apart(items));
    }

    private List<Sentence> missing(CouncilLedger ledger, List<Tally> tallies) {
        String findings = ledger.council().path() + "#findings";
        List<Item> items = new ArrayList<>();
        List<CouncilLedger.Run> runs = ledger.missing();
        int meetings = runs.stream().mapToInt(CouncilLedger.Run::size).sum();
        if (meetings == 1) {
            items.add(item(
                    words.say("missing.meeting", wording.ordinal(runs.get(0).first())), findings));
        } else if (meetings > 1) {
            items.add(item(words.say("missing.meetings", wording.count(meetings)), findings));
        }
        for (Tally tally : tallies) {
            Number total = tally.total();
            long unnamed = total.least() - tally.held().inCount();
            boolean isSure = total.basis() != Basis.DISPUTED && !total.isDoubtful() && total.higher() == null;
            if (isSure && tally.isAnnounced() && unnamed > 0) {
                String key = total.isExact() ? "missing.names" : "missing.names.open";
                items.add(item(
                        words.say(key, cells.quantity(wording.count(unnamed), unnamed, tally.measure())), findings));
            }
        }
        return sentence("missing", items);
    }

    private static @Nullable String source(Figure figure) {
        return figure.sources().isEmpty() ? null : figure.sources().get(0).path();
    }

    private static String name(CouncilLedger ledger) {
        return ledger.council().name().in(LocaleContextHolder.getLocale());
    }

    private static Item item(String text, @Nullable String href) {
        return new Item("", text, href);
    }

    /** Nothing where there is nothing to say. */
    private List<Sentence> sentence(String code, List<Item> items, Object... arguments) {
        List<Item> joined = new ArrayList<>();
        for (int i = 0; i < items.size(); i++) {
            String joint = i == 0 ? "" : words.say(i == items.size() - 1 ? "list.and" : "list.comma");
            joined.add(new Item(joint, items.get(i).text(), items.get(i).href()));
        }
        return joined(code, joined, arguments);
    }

    private List<Sentence> joined(String code, List<Item> items, Object... arguments) {
        if (items.isEmpty()) {
            return List.of();
        }
        String[] parts = words.say("sentence." + code, arguments).split(ITEMS, 2);
        List<Item> told = parts[0].isEmpty()
                ? Stream.concat(
                                Stream.of(items.get(0).capitalised()),
                                items.stream().skip(1))
                        .toList()
                : items;
        return List.of(new Sentence(code.replace('.', '-'), parts[0], told, parts[1]));
    }
}
