package org.pacta.reader.dashboard;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.reader.dashboard.YearsView.Cell;
import org.pacta.reader.dashboard.YearsView.Choice;
import org.pacta.reader.dashboard.YearsView.Part;
import org.pacta.reader.dashboard.YearsView.Row;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CellWording;
import org.pacta.registry.tally.CellWording.Columns;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.LedgerWording;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.tally.RecordedRows;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private static final int UNDATED = 0;

    private final JdbcClient jdbc;
    private final Ledgers ledgers;
    private final LedgerWording words;
    private final CellWording cells;
    private final Wording wording;

    Years(JdbcClient jdbc, Ledgers ledgers, LedgerWording words, CellWording cells, Wording wording) {
        this.jdbc = jdbc;
        this.ledgers = ledgers;
        this.words = words;
        this.cells = cells;
        this.wording = wording;
    }

    /** Recorded rows of one council and year, or one number announced of it. */
    private record Entry(
            CouncilLedger ledger,
            int year,
            long weight,
            Part part,
            @Nullable Held held,
            @Nullable Columns columns) {}

    YearsView show(Choice choice, CountingRule rule) {
        List<CouncilLedger> councils = Dashboards.nested(ledgers.all(rule));
        Map<CouncilLedger, List<Entry>> entries = entries(choice, rule, councils);
        List<Integer> all = entries.values().stream()
                .flatMap(List::stream)
                .map(Entry::year)
                .filter(year -> year != UNDATED)
                .sorted()
                .toList();
        List<Integer> years = choice.shown(all);
        int first = years.isEmpty() ? Integer.MAX_VALUE : years.get(0);
        boolean hasEarlier = choice.from() == null && all.stream().anyMatch(year -> year < first);
        boolean hasUndated = entries.values().stream().flatMap(List::stream).anyMatch(entry -> entry.year == UNDATED);
        long most = years.stream()
                .flatMap(year -> entries.values().stream().map(own -> weight(own, of(year))))
                .mapToLong(Long::longValue)
                .max()
                .orElse(0);
        List<Row> rows = councils.stream()
                .filter(council -> entries.containsKey(council))
                .map(each -> row(choice, rule, each, entries.getOrDefault(each, List.of()), years, first, most))
                .toList();
        List<Entry> everything = entries.values().stream().flatMap(List::stream).toList();
        return new YearsView(
                choice,
                rule,
                years,
                hasEarlier,
                hasUndated,
                rows,
                choice.isAnnounced() || rows.isEmpty() ? null : sums(rule, everything, years, first));
    }

    private static Predicate<Entry> of(int year) {
        return entry -> entry.year == year;
    }

    private static String name(CouncilLedger ledger) {
        return ledger.council().name().in(LocaleContextHolder.getLocale());
    }

    private Map<CouncilLedger, List<Entry>> entries(Choice choice, CountingRule rule, List<CouncilLedger> councils) {
        Map<CouncilLedger, List<Entry>> entries = new HashMap<>();
        if (choice.isOfMeetings()) {
            Map<Long, CouncilLedger> byId = councils.stream()
                    .collect(Collectors.toMap(each -> each.council().id(), Function.identity()));
            meetings(rule, byId)
                    .forEach(entry -> entries.computeIfAbsent(entry.ledger, any -> new ArrayList<>())
                            .add(entry));
            return entries;
        }
        Measure measure = Measure.of(choice.measure().code());
        for (CouncilLedger council : councils) {
            List<Entry> own =
                    choice.isAnnounced() ? announced(council.tally(measure)) : recorded(council, measure, rule);
            if (!own.isEmpty()) {
                entries.put(council, own);
            }
        }
        return entries;
    }

    private List<Entry> meetings(CountingRule rule, Map<Long, CouncilLedger> councils) {
        return jdbc
                .sql("""
                        select council_id, coalesce(extract(year from held_sort), 0)::integer as year, count(*) as meetings
                        from meeting
                        where status = 'held' and withdrawn_on is null and (cast(:asOf as date) is null or edtf_latest(held_on) <= :asOf)
                        group by 1, 2
                        """)
                .param("asOf", rule.asOf())
                .query((row, n) -> {
                    CouncilLedger council = councils.get(row.getLong("council_id"));
                    long meetings = row.getLong("meetings");
                    int year = row.getInt("year");
                    return council == null
                            ? Optional.<Entry>empty()
                            : Optional.of(new Entry(council, year, meetings, met(council, year, meetings), null, null));
                })
                .list()
                .stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Part met(CouncilLedger council, int year, long meetings) {
        Address list = Address.of("/meetings").with("council", council.council().slug());
        return new Part(
                null,
                wording.count(meetings),
                null,
                List.of(),
                year == UNDATED
                        ? council.council().path()
                        : list.with("from", year).with("to", year).toString());
    }

    private List<Entry> recorded(CouncilLedger council, Measure measure, CountingRule rule) {
        Map<Integer, List<Holding>> years = council.holdings().stream()
                .filter(holding -> holding.council() == council.council().id() && holding.isOf(measure))
                .collect(Collectors.groupingBy(holding -> year(council, holding)));
        return years.entrySet().stream()
                .map(year -> {
                    Held held = Held.of(year.getValue().stream());
                    Address rows = new RecordedRows.Choice(measure, null, year.getKey(), null, 1)
                            .on(Address.of(council.council().path() + "/rows"));
                    return new Entry(
                            council,
                            year.getKey(),
                            held.counted(rule),
                            part(held, rule, rule.on(rows).toString()),
                            held,
                            null);
                })
                .filter(entry -> Objects.requireNonNull(entry.held).all() > 0)
                .toList();
    }

    private Part part(Held held, CountingRule rule, @Nullable String href) {
        return new Part(null, wording.count(held.inCount()), null, cells.notes(held, rule), href);
    }

    private static int year(CouncilLedger council, Holding holding) {
        Optional<PartialDate> meeting = Optional.ofNullable(holding.ordinal()).flatMap(council::day);
        if (holding.ordinal() != null) {
            return meeting.map(day -> day.sort().getYear()).orElse(UNDATED);
        }
        return holding.day() == null ? UNDATED : holding.day().getYear();
    }

    /** What each meeting added, as far as it is known, and what was announced of other occasions. */
    private List<Entry> announced(Tally tally) {
        CouncilLedger ledger = tally.ledger();
        if (tally.series().measure() != tally.measure()) {
            return List.of();
        }
        Stream<Entry> meetings = tally.rows().stream()
                .filter(row -> row.ordinal() == row.through())
                .filter(row ->
                        row.added().basis() != Basis.UNKNOWN && row.added().basis() != Basis.BOUNDED)
                .map(row -> entry(tally, row.added(), ledger.day(row.ordinal()).orElse(null), row.ordinal()));
        Stream<Entry> besides = ledger.beside().stream()
                .filter(figure -> figure.isReported() && !figure.isTotal() && figure.measure() == tally.measure())
                .map(figure -> beside(ledger, figure));
        return Stream.concat(meetings, besides).toList();
    }

    private Entry entry(Tally tally, Number number, @Nullable PartialDate day, int ordinal) {
        List<String> notes = new ArrayList<>(cells.notes(number));
        if (day == null) {
            notes.add(words.say("meeting.numbered", wording.ordinal(ordinal)));
        }
        Part part = new Part(
                number.basis() == Basis.ANNOUNCED ? null : number.basis().sign(),
                cells.number(number),
                cells.basis(number.basis()),
                notes,
                cells.href(tally, number));
        return new Entry(
                tally.ledger(),
                day == null ? UNDATED : day.sort().getYear(),
                number.least(),
                part,
                null,
                cells.columns(tally, number));
    }

    private Entry beside(CouncilLedger ledger, Figure figure) {
        PartialDate day = figure.day();
        String source =
                figure.sources().isEmpty() ? null : figure.sources().get(0).path();
        Long value = figure.value() == null ? null : figure.value().longValue();
        return new Entry(
                ledger,
                day == null ? UNDATED : day.sort().getYear(),
                value == null ? 0 : value,
                new Part(
                        null,
                        cells.amount(figure),
                        cells.basis(Basis.ANNOUNCED),
                        List.of(words.say("years.beside")),
                        source),
                null,
                new Columns(value, null, null, Basis.ANNOUNCED.code(), null, null, source, null, cells.amount(figure)));
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
                cell(rule, own, entry -> entry.year != UNDATED && entry.year < first, most),
                years.stream().map(year -> cell(rule, own, of(year), most)).toList(),
                cell(rule, own, of(UNDATED), 0),
                total(choice, rule, council, own));
    }

    private Cell total(Choice choice, CountingRule rule, CouncilLedger council, List<Entry> own) {
        if (!choice.isAnnounced()) {
            return cell(rule, own, any -> true, 0);
        }
        Tally tally = council.tally(Measure.of(choice.measure().code()));
        Number number = tally.total();
        return number.isKnown()
                ? new Cell(List.of(entry(tally, number, tally.day(number).orElse(null), number.ordinal()).part), 0)
                : new Cell(List.of(), 0);
    }

    /** The sums of recorded rows, of which each belongs to one council and one year. */
    private Row sums(CountingRule rule, List<Entry> all, List<Integer> years, int first) {
        return new Row(
                null,
                new Name(words.say("ledger.all"), null),
                false,
                sum(rule, all, entry -> entry.year != UNDATED && entry.year < first),
                years.stream().map(year -> sum(rule, all, of(year))).toList(),
                sum(rule, all, of(UNDATED)),
                sum(rule, all, any -> true));
    }

    private static long weight(List<Entry> entries, Predicate<Entry> which) {
        return entries.stream().filter(which).mapToLong(Entry::weight).sum();
    }

    /** One entry as it is, several of recorded rows as their sum, several that are announced beside each other. */
    private Cell cell(CountingRule rule, List<Entry> entries, Predicate<Entry> which, long most) {
        List<Entry> own = entries.stream().filter(which).toList();
        long weight = own.stream().mapToLong(Entry::weight).sum();
        int heat = most == 0 || weight == 0 ? 0 : Math.max(1, Math.toIntExact(HOTTEST * weight / most));
        return own.size() <= 1 || own.get(0).columns != null
                ? new Cell(own.stream().map(Entry::part).toList(), heat)
                : new Cell(sum(rule, entries, which).parts(), heat);
    }

    /** The sum of recorded rows, which no list shows together. */
    private Cell sum(CountingRule rule, List<Entry> entries, Predicate<Entry> which) {
        List<Entry> own = entries.stream().filter(which).toList();
        if (own.isEmpty()) {
            return new Cell(List.of(), 0);
        }
        if (own.get(0).held == null) {
            return new Cell(List.of(new Part(null, wording.count(weight(own, any -> true)), null, List.of(), null)), 0);
        }
        Held sum = own.stream()
                .map(entry -> Objects.requireNonNull(entry.held))
                .reduce(Held::plus)
                .orElseThrow();
        return new Cell(List.of(part(sum, rule, null)), 0);
    }

    /** The same as a table for files: a row for each number, with its council and year. */
    Chart chart(Choice choice, CountingRule rule) {
        List<CouncilLedger> councils = Dashboards.nested(ledgers.all(rule));
        Map<CouncilLedger, List<Entry>> entries = entries(choice, rule, councils);
        List<List<@Nullable Object>> rows = councils.stream()
                .flatMap(council -> entries.getOrDefault(council, List.of()).stream())
                .filter(entry -> entry.year == UNDATED
                        || (choice.from() == null || entry.year >= choice.from())
                                && (choice.to() == null || entry.year <= choice.to()))
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
        Columns known = entry.columns;
        Held held = entry.held;
        return Arrays.asList(
                entry.ledger.council().slug(),
                name(entry.ledger),
                entry.year == UNDATED ? null : entry.year,
                choice.measure().code(),
                known == null ? choice.basis().code() : known.basis(),
                known == null ? Long.valueOf(entry.weight) : known.value(),
                held == null ? null : held.perhaps(),
                known == null ? null : known.least(),
                known == null ? null : known.most(),
                known == null ? null : known.alternative(),
                known == null ? null : known.proof(),
                known == null ? null : known.sources(),
                entry.part.text(),
                entry.part.href());
    }
}
