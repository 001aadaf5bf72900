package org.pacta.registry.chart;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.registry.telling.Targets;
import org.pacta.rules.ledger.Measure;
import org.pacta.rules.ledger.Statement;
import org.springframework.stereotype.Component;

/** Charts of what councils announced, what follows and what is recorded, over time. */
@Component
public class StepCharts {

    /** With more councils than these, only meetings and announced totals are told. */
    static final int IN_DETAIL = 3;

    private final LedgerWording words;
    private final CellWording cells;
    private final Wording wording;
    private final Captions captions;
    private final Targets targets;
    private final WallClock clock;

    StepCharts(
            LedgerWording words,
            CellWording cells,
            Wording wording,
            Captions captions,
            Targets targets,
            WallClock clock) {
        this.words = words;
        this.cells = cells;
        this.wording = wording;
        this.captions = captions;
        this.targets = targets;
        this.clock = clock;
    }

    /**
     * A chart of one measure.
     *
     * @param kind steps for totals, meetings for what each meeting added
     */
    public Chart of(List<CouncilLedger> ledgers, Measure measure, String kind) {
        return of(ledgers, measure, kind, day -> true, Integer.MAX_VALUE);
    }

    /**
     * The same of some days; a meeting without a day belongs to every choice that a neighbour of it belongs to.
     *
     * @param most so many points at most, the newest first where some must be left out
     */
    public Chart of(List<CouncilLedger> ledgers, Measure measure, String kind, Predicate<LocalDate> covers, int most) {
        List<Tally> tallies = ledgers.stream()
                .filter(ledger -> ledger.ledger().series(measure).measure() == measure)
                .map(ledger -> ledger.tally(measure))
                .filter(Tally::isSpoken)
                .toList();
        List<Tally> drawn =
                tallies.stream().filter(tally -> tally.headline().isKnown()).toList();
        CountingRule rule =
                ledgers.isEmpty() ? CountingRule.PLAIN : ledgers.get(0).rule();
        List<List<StepPoint>> each = tallies.stream()
                .map(tally -> points(tally, tallies.size() <= IN_DETAIL).stream()
                        .filter(point -> point.drawnOn() == null || covers.test(point.drawnOn()))
                        .toList())
                .toList();
        List<StepPoint> points = each.stream().flatMap(List::stream).toList();
        String left = captions.left(tallies, ledgers, drawn, kind.equals("steps") ? points : List.of());
        Stream<StepPoint> shown = points.size() <= most
                ? points.stream()
                : points.stream().sorted(StepPoint.IN_ORDER.reversed()).limit(most);
        return new Chart(
                tallies.size() == 1
                        ? "pacta-" + tallies.get(0).ledger().council().slug() + "-" + measure.code()
                        : "pacta-" + measure.code(),
                kind,
                captions.title(drawn.isEmpty() ? tallies : drawn, measure, kind),
                (captions.described(drawn) + words.say("list.space") + left).strip(),
                words.rule(measure, rule),
                StepPoint.columns(),
                shown.map(point -> point.row(cells, wording)).toList(),
                left,
                Stream.of(Basis.values())
                        .collect(Collectors.toMap(Basis::code, cells::basis, (one, other) -> one, LinkedHashMap::new)),
                points.size(),
                kind.equals("steps") ? targets(drawn, measure, covers) : List.of(),
                kind.equals("steps")
                        ? each.stream().flatMap(own -> Spans.of(own).stream()).toList()
                        : List.of());
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
                .map(tally ->
                        StepPicture.of(captions.title(List.of(tally), tally.measure(), "steps"), tally, from, to));
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
                        captions.title(List.of(tally), tally.measure(), "steps"),
                        tally,
                        from,
                        to,
                        targets(List.of(tally), tally.measure(), day -> true),
                        cells,
                        wording))
                .toList();
    }

    static List<StepPoint> points(Tally tally, boolean inDetail) {
        CouncilLedger ledger = tally.ledger();
        Counted counted = Counted.of(tally);
        Undated undated = Undated.of(ledger);
        List<StepPoint> points = new ArrayList<>();
        for (Tally.Row row : tally.rows()) {
            if (row.isOnRecord()) {
                ledger.meetings(row.ordinal(), row.through())
                        .forEach(meeting -> points.add(ofMeeting(tally, row, meeting.ordinal(), counted, undated)));
            } else {
                points.add(ofMeeting(tally, row, row.ordinal(), counted, undated));
            }
        }
        Stream.concat(tally.dated().stream(), tally.datedAsides().stream())
                .forEach(number -> tally.day(number)
                        .ifPresent(date -> points.add(ofADay(
                                tally,
                                date.edtf(),
                                ledger.rule().by(date),
                                number,
                                0L,
                                counted,
                                ledger.council().path() + "#figures"))));
        tally.spans().forEach(span -> points.add(ofMeetings(tally, span, counted, undated)));
        tally.occasions().forEach(number -> points.add(ofAnOccasion(tally, number, counted)));
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
        points.sort(StepPoint.IN_ORDER);
        return points;
    }

    private static StepPoint ofMeeting(Tally tally, Tally.Row row, int ordinal, Counted counted, Undated undated) {
        CouncilLedger ledger = tally.ledger();
        LocalDate day = undated.days().get(ordinal);
        return new StepPoint(
                tally,
                Captions.name(tally),
                ordinal,
                row.through() > row.ordinal() && !row.isOnRecord() ? row.through() : null,
                ledger.date(ordinal).map(PartialDate::edtf).orElse(null),
                day,
                day == null ? undated.between(ordinal) : day,
                day == null && undated.isAfterOthers(ordinal),
                row.added(),
                row.toDate(),
                counted.atMeeting().getOrDefault(ordinal, 0L),
                counted.by(day),
                row.isOnRecord() || ledger.unheld(ordinal).isPresent()
                        ? ledger.meetingPath(ordinal)
                        : ledger.council().path() + "#ledger");
    }

    /** What several meetings added together, on the day of the last of them. */
    private static StepPoint ofMeetings(Tally tally, Number span, Counted counted, Undated undated) {
        CouncilLedger ledger = tally.ledger();
        Statement.At at = (Statement.At) Objects.requireNonNull(span.place());
        LocalDate day = undated.days().get(at.through());
        return new StepPoint(
                tally,
                Captions.name(tally),
                at.ordinal(),
                at.through(),
                ledger.date(at.through()).map(PartialDate::edtf).orElse(null),
                day,
                day == null ? undated.between(at.through()) : day,
                day == null && undated.isAfterOthers(at.through()),
                span,
                null,
                null,
                counted.by(day),
                ledger.council().path() + "#ledger");
    }

    private static StepPoint ofAnOccasion(Tally tally, Number number, Counted counted) {
        CouncilLedger ledger = tally.ledger();
        PartialDate date = tally.day(number).orElse(null);
        LocalDate day = date == null ? null : ledger.rule().by(date);
        boolean isTotal = number.figures().get(0).isTotal();
        return new StepPoint(
                tally,
                Captions.name(tally),
                null,
                null,
                date == null ? null : date.edtf(),
                day,
                day,
                true,
                isTotal ? null : number,
                isTotal ? number : null,
                0L,
                counted.by(day),
                ledger.council().path() + "#figures");
    }

    private static StepPoint ofADay(
            Tally tally, String date, LocalDate day, @Nullable Number toDate, long rows, Counted counted, String page) {
        return new StepPoint(
                tally,
                Captions.name(tally),
                null,
                null,
                date,
                day,
                day,
                true,
                null,
                toDate,
                rows,
                counted.by(day),
                page);
    }
}
