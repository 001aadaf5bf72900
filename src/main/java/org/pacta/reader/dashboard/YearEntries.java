package org.pacta.reader.dashboard;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.reader.dashboard.YearsView.Choice;
import org.pacta.reader.dashboard.YearsView.Part;
import org.pacta.registry.line.InTime;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Figure;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.RecordedRows;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.CellWording.Columns;
import org.pacta.registry.telling.FigureWording;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Finds what is known of councils year by year: meetings held, rows recorded, or numbers announced and what follows from them. */
@Repository
class YearEntries {

    /** The year of what has no date. */
    static final int UNDATED = 0;

    /** The year of what is only known of several years together. */
    static final int SEVERAL = -1;

    private final JdbcClient jdbc;
    private final LedgerWording words;
    private final CellWording cells;
    private final FigureWording figures;
    private final Wording wording;

    YearEntries(JdbcClient jdbc, LedgerWording words, CellWording cells, FigureWording figures, Wording wording) {
        this.jdbc = jdbc;
        this.words = words;
        this.cells = cells;
        this.figures = figures;
        this.wording = wording;
    }

    /** Recorded rows of one council and year, or one number announced of it. */
    record Entry(
            CouncilLedger ledger,
            int year,
            long weight,
            Part part,
            @Nullable Held held,
            @Nullable Columns columns) {

        /** Whether it is of one year, and not of none or several. */
        boolean isOfAYear() {
            return year > UNDATED;
        }
    }

    /** What is known of each council; one of which nothing is known is not there. */
    Map<CouncilLedger, List<Entry>> of(Choice choice, CountingRule rule, List<CouncilLedger> councils) {
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
                        where status = 'held' and withdrawn_on is null and %s
                        group by 1, 2
                        """.formatted(InTime.condition("held_on", "meeting")))
                .param("until", rule.asOf())
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

    /** The list of the meetings of a council that were held. */
    static Address held(CouncilLedger council) {
        return Address.of("/meetings").with("council", council.council().slug()).with("status", "held");
    }

    private Part met(CouncilLedger council, int year, long meetings) {
        Address list = held(council);
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

    Part part(Held held, CountingRule rule, @Nullable String href) {
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
                .filter(row ->
                        row.added().bounds() == null || !row.added().bounds().isOfNoMeeting())
                .map(row -> entry(tally, row.added(), ledger.day(row.ordinal()).orElse(null), row.ordinal()));
        Stream<Entry> spans = tally.spans().stream().map(span -> span(tally, span));
        Stream<Entry> besides = ledger.beside().stream()
                .filter(figure -> figure.isReported() && !figure.isTotal() && figure.measure() == tally.measure())
                .map(figure -> beside(ledger, figure));
        List<Entry> entries =
                Stream.of(meetings, spans, besides).flatMap(Function.identity()).toList();
        return entries.isEmpty() && tally.isSaid() && tally.total().isKnown() ? List.of(onlyTotal(tally)) : entries;
    }

    /** A number of several meetings together, in their year where it is one. */
    private Entry span(Tally tally, Number number) {
        Statement.At at = (Statement.At) Objects.requireNonNull(number.place());
        List<Integer> years = tally.ledger()
                .meetings(at.ordinal(), at.through())
                .flatMap(meeting -> Stream.ofNullable(meeting.day()))
                .map(day -> day.sort().getYear())
                .toList();
        boolean isWhole = years.size() == at.through() - at.ordinal() + 1;
        boolean isOne = isWhole && years.stream().distinct().count() == 1;
        List<String> notes = new ArrayList<>(cells.notes(number));
        notes.add(words.say("ledger.run", wording.ordinal(at.ordinal()), wording.ordinal(at.through()))
                + words.say("list.space")
                + words.say("ledger.together"));
        if (isWhole && !isOne) {
            notes.add(words.say(
                    "years.span",
                    years.get(0).toString(),
                    years.get(years.size() - 1).toString()));
        }
        return new Entry(
                tally.ledger(),
                isOne ? years.get(0) : SEVERAL,
                number.least(),
                part(tally, number, notes),
                null,
                cells.columns(tally, number));
    }

    /** That sources give totals only, so that no year has a number of its own. */
    private Entry onlyTotal(Tally tally) {
        Part part = new Part(
                null,
                words.say("years.only_total"),
                null,
                List.of(),
                tally.ledger().council().path() + "#figures");
        return new Entry(
                tally.ledger(),
                SEVERAL,
                0,
                part,
                null,
                new Columns(null, null, null, Basis.UNKNOWN.code(), null, null, null, null, part.text()));
    }

    private Part part(Tally tally, Number number, List<String> notes) {
        return new Part(
                number.basis() == Basis.ANNOUNCED ? null : number.basis().sign(),
                cells.number(number),
                cells.basis(number.basis()),
                notes,
                cells.href(tally, number));
    }

    /** A number of one meeting, or a total, in the year of its day. */
    Entry entry(Tally tally, Number number, @Nullable PartialDate day, int ordinal) {
        List<String> notes = new ArrayList<>(cells.notes(number));
        if (day == null) {
            notes.add(words.say("meeting.numbered", wording.ordinal(ordinal)));
        }
        return new Entry(
                tally.ledger(),
                day == null ? UNDATED : day.sort().getYear(),
                number.least(),
                part(tally, number, notes),
                null,
                cells.columns(tally, number));
    }

    private Entry beside(CouncilLedger ledger, Figure figure) {
        PartialDate day = figure.day();
        String source =
                figure.sources().isEmpty() ? null : figure.sources().get(0).path();
        Long value = figure.value() == null ? null : figure.value().longValue();
        Basis basis = value != null && figure.comparator().equals("exactly") ? Basis.ANNOUNCED : Basis.APPROXIMATE;
        return new Entry(
                ledger,
                day == null ? UNDATED : day.sort().getYear(),
                value == null ? 0 : value,
                new Part(
                        basis == Basis.ANNOUNCED ? null : basis.sign(),
                        figures.amount(figure),
                        cells.basis(basis),
                        List.of(words.say("years.beside")),
                        source),
                null,
                new Columns(value, null, null, basis.code(), null, null, source, null, figures.amount(figure)));
    }
}
