package org.pacta.reader.dashboard;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.Wording;
import org.pacta.reader.dashboard.YearEntries.Entry;
import org.pacta.reader.dashboard.YearsView.Cell;
import org.pacta.reader.dashboard.YearsView.Choice;
import org.pacta.reader.dashboard.YearsView.Part;
import org.pacta.reader.dashboard.YearsView.Row;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.CellWording.Columns;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Puts what was done into a table of councils and years. A recorded row belongs to its own council alone, so that those of bodies under a
 * council are counted once; announced numbers stand beside each other and are not added.
 */
@Repository
@Transactional(readOnly = true)
class Years {

    private static final int HOTTEST = 5;

    private final Ledgers ledgers;
    private final YearEntries entries;
    private final LedgerWording words;
    private final Wording wording;

    Years(Ledgers ledgers, YearEntries entries, LedgerWording words, Wording wording) {
        this.ledgers = ledgers;
        this.entries = entries;
        this.words = words;
        this.wording = wording;
    }

    YearsView show(Choice choice, CountingRule rule) {
        List<CouncilLedger> councils = Dashboards.nested(ledgers.all(rule));
        Map<CouncilLedger, List<Entry>> known = entries.of(choice, rule, councils);
        List<Integer> all = known.values().stream()
                .flatMap(List::stream)
                .filter(Entry::isOfAYear)
                .map(Entry::year)
                .sorted()
                .toList();
        List<Integer> years = choice.shown(all);
        int first = years.isEmpty() ? Integer.MAX_VALUE : years.get(0);
        boolean hasEarlier = choice.from() == null && all.stream().anyMatch(year -> year < first);
        boolean hasUndated = known.values().stream().flatMap(List::stream).anyMatch(of(YearEntries.UNDATED));
        boolean hasSeveral = known.values().stream().flatMap(List::stream).anyMatch(of(YearEntries.SEVERAL));
        long most = years.stream()
                .flatMap(year -> known.values().stream().map(own -> weight(own, of(year))))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<Row> rows = councils.stream()
                .filter(council -> known.containsKey(council))
                .map(each -> row(choice, rule, each, known.getOrDefault(each, List.of()), years, first, most))
                .toList();
        List<Entry> everything = known.values().stream().flatMap(List::stream).toList();
        return new YearsView(
                choice,
                rule,
                years,
                hasEarlier,
                hasUndated,
                hasSeveral,
                rows,
                choice.isAnnounced() || rows.isEmpty() ? null : sums(rule, everything, years, first));
    }

    private static Predicate<Entry> of(int year) {
        return entry -> entry.year() == year;
    }

    private static String name(CouncilLedger ledger) {
        return ledger.council().name().in(LocaleContextHolder.getLocale());
    }

    private Row row(
            Choice choice,
            CountingRule rule,
            CouncilLedger council,
            List<Entry> own,
            List<Integer> years,
            int first,
            long most) {
        return new Row(
                council.council().slug(),
                council.council().name(),
                council.council().parentId() != null,
                cell(rule, own, entry -> entry.isOfAYear() && entry.year() < first, most),
                years.stream().map(year -> cell(rule, own, of(year), most)).toList(),
                cell(rule, own, of(YearEntries.UNDATED), 0),
                cell(rule, own, of(YearEntries.SEVERAL), 0),
                total(choice, rule, council, own));
    }

    private Cell total(Choice choice, CountingRule rule, CouncilLedger council, List<Entry> own) {
        if (!choice.isAnnounced()) {
            return linked(cell(rule, own, any -> true, 0), choice, rule, council);
        }
        Tally tally = council.tally(Measure.of(choice.measure().code()));
        Number number = tally.latest();
        return number.isKnown()
                ? new Cell(
                        List.of(entries.entry(tally, number, tally.day(number).orElse(null), number.ordinal())
                                .part()),
                        0)
                : new Cell(List.of(), 0);
    }

    /** The sum of all years leads to its rows where one list has just these. */
    private static Cell linked(Cell total, Choice choice, CountingRule rule, CouncilLedger council) {
        if (total.parts().size() != 1
                || !choice.isOfMeetings() && !council.children().isEmpty()) {
            return total;
        }
        Part sum = total.parts().get(0);
        String list = choice.isOfMeetings()
                ? YearEntries.held(council).toString()
                : rule.on(Address.of(council.council().path() + "/rows")
                                .with("measure", choice.measure().code()))
                        .toString();
        return new Cell(List.of(new Part(sum.sign(), sum.text(), sum.basis(), sum.notes(), list)), total.heat());
    }

    /** The sums of recorded rows, of which each belongs to one council and one year. */
    private Row sums(CountingRule rule, List<Entry> all, List<Integer> years, int first) {
        return new Row(
                null,
                new Name(words.say("ledger.all"), null),
                false,
                sum(rule, all, entry -> entry.isOfAYear() && entry.year() < first),
                years.stream().map(year -> sum(rule, all, of(year))).toList(),
                sum(rule, all, of(YearEntries.UNDATED)),
                sum(rule, all, of(YearEntries.SEVERAL)),
                sum(rule, all, any -> true));
    }

    private static long weight(List<Entry> all, Predicate<Entry> which) {
        return all.stream().filter(which).mapToLong(Entry::weight).sum();
    }

    /** One entry as it is, several of recorded rows as their sum, several that are announced beside each other. */
    private Cell cell(CountingRule rule, List<Entry> all, Predicate<Entry> which, long most) {
        List<Entry> own = all.stream().filter(which).toList();
        long weight = own.stream().mapToLong(Entry::weight).sum();
        int heat = most == 0 || weight == 0 ? 0 : Math.max(1, Math.toIntExact(HOTTEST * weight / most));
        return own.size() <= 1 || own.get(0).columns() != null
                ? new Cell(own.stream().map(Entry::part).toList(), heat)
                : new Cell(sum(rule, all, which).parts(), heat);
    }

    /** The sum of recorded rows, which no list shows together. */
    private Cell sum(CountingRule rule, List<Entry> all, Predicate<Entry> which) {
        List<Entry> own = all.stream().filter(which).toList();
        if (own.isEmpty()) {
            return new Cell(List.of(), 0);
        }
        if (own.get(0).held() == null) {
            return new Cell(List.of(new Part(null, wording.count(weight(own, any -> true)), null, List.of(), null)), 0);
        }
        Held sum = own.stream()
                .map(entry -> Objects.requireNonNull(entry.held()))
                .reduce(Held::plus)
                .orElseThrow();
        return new Cell(List.of(entries.part(sum, rule, null)), 0);
    }

    /** The same as a table for files: a row for each number, with its council and year. */
    Chart chart(Choice choice, CountingRule rule) {
        List<CouncilLedger> councils = Dashboards.nested(ledgers.all(rule));
        Map<CouncilLedger, List<Entry>> known = entries.of(choice, rule, councils);
        List<List<@Nullable Object>> rows = councils.stream()
                .flatMap(council -> known.getOrDefault(council, List.of()).stream())
                .filter(entry -> !entry.isOfAYear()
                        || (choice.from() == null || entry.year() >= choice.from())
                                && (choice.to() == null || entry.year() <= choice.to()))
                .map(entry -> row(choice, entry))
                .toList();
        String title = words.say(
                "years.title." + choice.basis().code(),
                words.say("years." + choice.measure().code()));
        return new Chart(
                "pacta-years",
                "table",
                title,
                title,
                words.rule(rule),
                List.of(
                        "council",
                        "name",
                        "year",
                        "measure",
                        "basis",
                        "value",
                        "perhaps",
                        "least",
                        "most",
                        "alternative",
                        "proof",
                        "sources",
                        "words",
                        "page"),
                rows);
    }

    private static List<@Nullable Object> row(Choice choice, Entry entry) {
        Columns known = entry.columns();
        Held held = entry.held();
        return Arrays.asList(
                entry.ledger().council().slug(),
                name(entry.ledger()),
                entry.isOfAYear() ? entry.year() : null,
                choice.measure().code(),
                known == null ? choice.basis().code() : known.basis(),
                known == null ? Long.valueOf(entry.weight()) : known.value(),
                held == null ? null : held.perhaps(),
                known == null ? null : known.least(),
                known == null ? null : known.most(),
                known == null ? null : known.alternative(),
                known == null ? null : known.proof(),
                known == null ? null : known.sources(),
                entry.part().text(),
                entry.part().href());
    }
}
