package org.pacta.registry.telling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.LedgerView.Item;
import org.pacta.registry.telling.LedgerView.Sentence;
import org.springframework.stereotype.Component;

/** Says first how much was announced: totals, else numbers one by one, else what is planned. */
@Component
class Leads {

    private final SentenceParts parts;
    private final LedgerWording words;
    private final CellWording cells;
    private final FigureWording figures;

    Leads(SentenceParts parts, LedgerWording words, CellWording cells, FigureWording figures) {
        this.parts = parts;
        this.words = words;
        this.cells = cells;
        this.figures = figures;
    }

    /** What is announced, or that no source gives a number. */
    List<Sentence> of(CouncilLedger ledger, List<Tally> tallies) {
        List<Sentence> told = leads("total.", ledger, tallies);
        CountingRule rule = ledger.rule();
        String nothing = !ledger.figures().isEmpty()
                ? "uncounted"
                : rule.asOf() != null ? "none.by" : rule.knownOn() != null ? "none.known" : "none";
        LocalDate day = rule.asOf() != null ? rule.asOf() : rule.knownOn();
        return told.isEmpty()
                ? parts.sentence(
                        nothing,
                        List.of(SentenceParts.item(SentenceParts.name(ledger), null)),
                        day == null ? "" : words.day(day))
                : told;
    }

    /** The same without the name of the council, and nothing where no source gives a number. */
    List<Sentence> shortly(CouncilLedger ledger, List<Tally> tallies) {
        return leads("gist.", ledger, tallies);
    }

    /** Totals, else numbers one by one; then totals that are planned, and where nothing is reported whatever is. */
    private List<Sentence> leads(String kind, CouncilLedger ledger, List<Tally> tallies) {
        String name = SentenceParts.name(ledger);
        List<Sentence> told = new ArrayList<>(totals(kind, name, tallies, Number::isResult));
        if (told.isEmpty()) {
            told.addAll(parts.joined(kind + "single", single(ledger, tallies), name));
        }
        told.addAll(totals(kind, name, tallies, total -> !total.isResult()));
        List<Figure> planned = CouncilLedger.inOrder(ledger.figures().values(), Figure::isPlanned);
        return told.isEmpty() ? parts.sentence(kind + "planned_only", parts.named(ledger, planned), name) : told;
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
                told.addAll(parts.joined(kind + "fallen", List.of(apart("", tally, total.higher()), then), name));
            } else if (isTotalled(tally) && which.test(total)) {
                alike.computeIfAbsent(lead(tally, total), any -> new ArrayList<>())
                        .add(SentenceParts.item(
                                cells.quantity(total) + cells.reasons(total), cells.href(tally, total)));
            }
        }
        alike.forEach((lead, items) ->
                told.addAll(parts.sentence(kind + lead.basis, items, name, lead.day, lead.day.isEmpty() ? 0 : 1)));
        return told;
    }

    private Lead lead(Tally tally, Number total) {
        Basis basis = total.basis() == Basis.APPROXIMATE ? Basis.ANNOUNCED : total.basis();
        CountingRule rule = tally.ledger().rule();
        return new Lead(
                basis.code(), tally.day(total).map(day -> figures.by(day, rule)).orElse(""));
    }

    static boolean isTotalled(Tally tally) {
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
                items.add(new Item(joint, words.quantity(figures.get(i)), SentenceParts.source(figures.get(i))));
            }
        });
        return items;
    }
}
