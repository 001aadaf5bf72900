package org.pacta.registry.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.CellWording.Columns;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.registry.telling.Targets;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Charts of what councils announced, what follows and what is recorded, over time. */
@Component
public class StepCharts {

    private static final List<Column> COLUMNS = List.of(
            new Column("council", Point::council),
            new Column("name", Point::name),
            new Column("meeting", Point::meeting),
            new Column("date", Point::date),
            new Column("day", Point::day),
            new Column("new", point -> of(point.added, Columns::value)),
            new Column("new_basis", point -> of(point.added, Columns::basis)),
            new Column("to_date", point -> of(point.toDate, Columns::value)),
            new Column("to_date_basis", point -> of(point.toDate, Columns::basis)),
            new Column("recorded_new", Point::recordedNew),
            new Column("recorded_to_date", Point::recordedToDate),
            new Column("page", Point::page),
            new Column("sources", Point::sources),
            new Column("new_words", point -> of(point.added, Columns::words)),
            new Column("new_least", point -> of(point.added, Columns::least)),
            new Column("new_most", point -> of(point.added, Columns::most)),
            new Column("new_alternative", point -> of(point.added, Columns::alternative)),
            new Column("new_proof", point -> of(point.added, Columns::proof)),
            new Column("new_sources", point -> of(point.added, Columns::sources)),
            new Column("to_date_words", point -> of(point.toDate, Columns::words)),
            new Column("to_date_least", point -> of(point.toDate, Columns::least)),
            new Column("to_date_most", point -> of(point.toDate, Columns::most)),
            new Column("to_date_alternative", point -> of(point.toDate, Columns::alternative)),
            new Column("to_date_proof", point -> of(point.toDate, Columns::proof)),
            new Column("to_date_sources", point -> of(point.toDate, Columns::sources)),
            new Column("drawn_on", Point::drawnOn),
            new Column("new_aside", point -> of(point.added, Columns::aside)),
            new Column("to_date_aside", point -> of(point.toDate, Columns::aside)));

    /** With more councils than these, only meetings and announced totals are told. */
    private static final int IN_DETAIL = 3;

    /** So many councils are named in a title. */
    private static final int IN_TITLE = 3;

    private final LedgerWording words;
    private final CellWording cells;
    private final Wording wording;
    private final Targets targets;
    private final WallClock clock;

    StepCharts(LedgerWording words, CellWording cells, Wording wording, Targets targets, WallClock clock) {
        this.words = words;
        this.cells = cells;
        this.wording = wording;
        this.targets = targets;
        this.clock = clock;
    }

    /** A column of the file, and how it is read from a point. */
    private record Column(String name, Function<Point, @Nullable Object> of) {}

    /**
     * What is known of a council at one meeting or on one day.
     *
     * @param day the last day that it can be; null for a meeting without a date
     * @param drawnOn the same, or for a meeting without a date its place between its neighbours; null where it has none
     * @param isAfter whether it is a meeting after others whose day is known
     * @param added null where no number is announced by meeting
     * @param toDate null where only rows are recorded
     */
    private record Point(
            String council,
            String name,
            @Nullable Integer meeting,
            @Nullable String date,
            @Nullable LocalDate day,
            @Nullable LocalDate drawnOn,
            boolean isAfter,
            @Nullable Columns added,
            @Nullable Columns toDate,
            long recordedNew,
            long recordedToDate,
            String page) {

        /** What it is sorted by: meetings whose place is not known come before or after those whose day is. */
        LocalDate sort() {
            return drawnOn != null ? drawnOn : isAfter ? LocalDate.MAX : LocalDate.MIN;
        }

        String sources() {
            return Stream.of(added, toDate)
                    .flatMap(columns -> Stream.ofNullable(of(columns, Columns::sources)))
                    .flatMap(paths -> Stream.of(paths.toString().split(" ")))
                    .distinct()
                    .collect(Collectors.joining(" "));
        }
    }

    private static @Nullable Object of(@Nullable Columns columns, Function<Columns, @Nullable Object> column) {
        return columns == null ? null : column.apply(columns);
    }

    /**
     * A chart of one measure.
     *
     * @param kind steps for totals, meetings for what each meeting added
     */
    public Chart of(List<CouncilLedger> ledgers, Measure measure, String kind) {
        return of(ledgers, measure, kind, day -> true);
    }

    /** The same of some days; a meeting without a day belongs to every choice that a neighbour of it belongs to. */
    public Chart of(List<CouncilLedger> ledgers, Measure measure, String kind, Predicate<LocalDate> covers) {
        List<Tally> tallies = ledgers.stream()
                .filter(ledger -> ledger.ledger().series(measure).measure() == measure)
                .map(ledger -> ledger.tally(measure))
                .filter(Tally::isSpoken)
                .toList();
        List<Tally> drawn =
                tallies.stream().filter(tally -> tally.headline().isKnown()).toList();
        CountingRule rule =
                ledgers.isEmpty() ? CountingRule.PLAIN : ledgers.get(0).rule();
        String left = left(tallies, ledgers, drawn);
        return new Chart(
                tallies.size() == 1
                        ? "pacta-" + tallies.get(0).ledger().council().slug() + "-" + measure.code()
                        : "pacta-" + measure.code(),
                kind,
                title(drawn.isEmpty() ? tallies : drawn, measure, kind),
                (described(drawn) + words.say("list.space") + left).strip(),
                words.rule(measure, rule),
                COLUMNS.stream().map(Column::name).toList(),
                tallies.stream()
                        .flatMap(tally -> points(tally, tallies.size() <= IN_DETAIL).stream())
                        .filter(point -> point.drawnOn == null || covers.test(point.drawnOn))
                        .map(point -> COLUMNS.stream()
                                .map(column -> plain(column.of.apply(point)))
                                .collect(Collectors.<@Nullable Object>toList()))
                        .toList(),
                left,
                Stream.of(Basis.values())
                        .collect(Collectors.toMap(Basis::code, cells::basis, (one, other) -> one, LinkedHashMap::new)),
                kind.equals("steps") ? targets(drawn, measure, covers) : List.of());
    }

    /** The targets that can be compared with the totals drawn. */
    private List<Chart.Target> targets(List<Tally> drawn, Measure measure, Predicate<LocalDate> covers) {
        return drawn.stream()
                .map(Tally::ledger)
                .flatMap(ledger -> targets.of(ledger).stream()
                        .filter(told ->
                                told.compared() != null && told.compared().measure() == measure)
                        .filter(told -> covers.test(told.line().by()))
                        .map(told -> target(ledger, told)))
                .toList();
    }

    private static Chart.Target target(CouncilLedger ledger, Targets.Told told) {
        PartialDate setOn = told.line().setOn();
        return new Chart.Target(
                ledger.council().slug(),
                told.line().value(),
                setOn == null ? null : setOn.sort().toString(),
                told.line().by().toString(),
                told.aim());
    }

    /** The totals of a council between two days as a picture: of the first measure that has one; none where no total is known. */
    public Optional<Chart.Picture> picture(CouncilLedger ledger, LocalDate from, LocalDate to) {
        return ledger.tallies().stream()
                .filter(tally -> tally.isAnnounced() && tally.total().isKnown())
                .findFirst()
                .map(tally -> StepPicture.of(title(List.of(tally), tally.measure(), "steps"), tally, from, to));
    }

    /** The totals of a council over time as pictures to read, one for each measure that has a total, up to the day of the rule or this one. */
    public List<Chart.Plot> plots(CouncilLedger ledger) {
        LocalDate to = Objects.requireNonNullElseGet(ledger.rule().asOf(), clock::today);
        LocalDate from = Stream.concat(
                        ledger.meetings().stream().flatMap(meeting -> Stream.ofNullable(meeting.day())),
                        ledger.tallies().stream()
                                .flatMap(tally -> tally.dated().stream().flatMap(number -> tally.day(number).stream())))
                .map(ledger.rule()::by)
                .min(Comparator.naturalOrder())
                .orElse(to)
                .minusYears(1);
        return ledger.tallies().stream()
                .filter(tally -> tally.total().isKnown())
                .map(tally -> StepPicture.plot(
                        title(List.of(tally), tally.measure(), "steps"),
                        tally,
                        from,
                        to,
                        targets(List.of(tally), tally.measure(), day -> true),
                        cells,
                        wording))
                .toList();
    }

    private static @Nullable Object plain(@Nullable Object value) {
        return value instanceof LocalDate day ? day.toString() : value;
    }

    /** What the chart finds: the total of one council, or those with the most; what the fullest meeting added. */
    private String title(List<Tally> tallies, Measure measure, String kind) {
        if (tallies.isEmpty()) {
            return words.measure(measure);
        }
        if (kind.equals("meetings")) {
            Optional<Tally> fullest = tallies.stream()
                    .max(Comparator.comparing(
                            tally -> fullest(tally).map(Number::least).orElse(-1L)));
            Optional<Number> most = fullest.flatMap(StepCharts::fullest);
            if (most.isPresent()) {
                return words.say(
                        "chart.meetings.title", name(fullest.get()), words.place(most.get()), cells.told(most.get()));
            }
        }
        if (tallies.size() == 1) {
            Tally tally = tallies.get(0);
            return words.say(
                    "chart.steps.title",
                    name(tally),
                    cells.told(tally.headline()),
                    wording.count(counted(tally, tally.held())));
        }
        String named = tallies.stream()
                .sorted(Comparator.comparing((Tally tally) -> tally.headline().least())
                        .reversed())
                .limit(IN_TITLE)
                .map(tally -> words.say(
                        "chart.one",
                        name(tally),
                        cells.number(tally.headline()),
                        cells.basis(tally.headline().basis())))
                .collect(Collectors.joining(words.say("list.semicolon")));
        return tallies.size() <= IN_TITLE
                ? words.say("chart.steps.several", words.measure(measure), named)
                : words.say("chart.steps.several.more", words.measure(measure), named, tallies.size() - IN_TITLE);
    }

    private static Optional<Number> fullest(Tally tally) {
        return tally.rows().stream()
                .map(Tally.Row::added)
                .filter(added -> added.isResult() && (added.basis().isSaid() || added.isExact()))
                .max(Comparator.comparing(Number::least));
    }

    private String described(List<Tally> drawn) {
        return drawn.stream()
                .map(tally -> words.say(
                        "chart.steps.description",
                        name(tally),
                        cells.told(tally.headline()),
                        wording.count(counted(tally, tally.held())),
                        tally.rows().size()))
                .collect(Collectors.joining(words.say("list.space")));
    }

    /** What the chart does not show: councils of which nothing is known, rows without a date. */
    private String left(List<Tally> tallies, List<CouncilLedger> ledgers, List<Tally> drawn) {
        List<String> left = new ArrayList<>();
        String none = ledgers.stream()
                .filter(ledger -> drawn.stream().noneMatch(tally -> tally.ledger() == ledger))
                .map(StepCharts::name)
                .collect(Collectors.joining(words.say("list.comma")));
        if (!none.isEmpty()) {
            left.add(words.say("chart.none", none));
        }
        long undated =
                tallies.stream().mapToLong(tally -> Counted.of(tally).undated()).sum();
        if (undated > 0) {
            left.add(words.say("chart.undated", undated));
        }
        return String.join(words.say("list.space"), left);
    }

    private static String name(Tally tally) {
        return name(tally.ledger());
    }

    static String name(CouncilLedger ledger) {
        return Objects.requireNonNullElseGet(
                ledger.council().acronym(), () -> ledger.council().name().in(LocaleContextHolder.getLocale()));
    }

    private static long counted(Tally tally, Held held) {
        return held.counted(tally.ledger().rule());
    }

    private List<Point> points(Tally tally, boolean inDetail) {
        CouncilLedger ledger = tally.ledger();
        Counted counted = Counted.of(tally);
        List<Point> points = new ArrayList<>();
        for (Tally.Row row : tally.rows()) {
            if (row.isOnRecord()) {
                ledger.meetings(row.ordinal(), row.through())
                        .forEach(meeting ->
                                points.add(ofMeeting(tally, row, meeting.ordinal(), meeting.day(), counted)));
            } else {
                points.add(ofMeeting(tally, row, row.ordinal(), null, counted));
            }
        }
        Stream.concat(tally.dated().stream(), tally.datedAsides().stream())
                .forEach(number -> tally.day(number)
                        .ifPresent(date -> points.add(ofADay(
                                tally,
                                date.edtf(),
                                ledger.rule().by(date),
                                cells.columns(tally, number),
                                0L,
                                counted,
                                ledger.council().path() + "#figures"))));
        if (inDetail) {
            counted.elsewhere()
                    .forEach((month, last) -> points.add(ofADay(
                            tally,
                            last.day().toString(),
                            last.day(),
                            null,
                            last.rows(),
                            counted,
                            tally.rows(null).toString())));
        }
        points.sort(Comparator.comparing(Point::sort)
                .thenComparing(Point::meeting, Comparator.nullsFirst(Comparator.naturalOrder())));
        return points;
    }

    private Point ofMeeting(Tally tally, Tally.Row row, int ordinal, @Nullable PartialDate date, Counted counted) {
        CouncilLedger ledger = tally.ledger();
        LocalDate day = date == null ? null : ledger.rule().by(date);
        Undated undated = new Undated(ledger);
        return new Point(
                ledger.council().slug(),
                name(tally),
                ordinal,
                date == null ? null : date.edtf(),
                day,
                day == null ? undated.between(ordinal) : day,
                day == null && undated.before(ordinal).isPresent(),
                cells.columns(tally, row.added()),
                cells.columns(tally, row.toDate()),
                counted.atMeeting().getOrDefault(ordinal, 0L),
                counted.by(day),
                row.isOnRecord()
                        ? ledger.meetingPath(ordinal)
                        : ledger.council().path() + "#ledger");
    }

    private static Point ofADay(
            Tally tally,
            String date,
            LocalDate day,
            @Nullable Columns toDate,
            long rows,
            Counted counted,
            String page) {
        String council = tally.ledger().council().slug();
        return new Point(council, name(tally), null, date, day, day, true, null, toDate, rows, counted.by(day), page);
    }
}
