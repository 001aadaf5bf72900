package org.pacta.registry.chart;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Holding;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.LedgerWording;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Held;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.rules.ledger.Cell;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Charts of what councils announced, what follows and what is recorded, over time. */
@Component
public class StepCharts {

    private static final List<String> COLUMNS = List.of(
            "council",
            "name",
            "meeting",
            "date",
            "day",
            "new",
            "new_basis",
            "to_date",
            "to_date_basis",
            "recorded_new",
            "recorded_to_date",
            "page",
            "sources");

    /** With more councils than these, only meetings and announced totals are told. */
    private static final int IN_DETAIL = 3;

    private final LedgerWording words;
    private final Wording wording;

    StepCharts(LedgerWording words, Wording wording) {
        this.words = words;
        this.wording = wording;
    }

    /** Something that happened on a day that a series knows a number of. */
    private record Event(
            LocalDate day,
            String date,
            @Nullable Integer meeting,
            @Nullable Number added,
            @Nullable Number toDate,
            String page) {}

    /**
     * A chart of one measure.
     *
     * @param kind steps for totals, meetings for what each meeting added
     */
    public Chart of(List<CouncilLedger> ledgers, Measure measure, String kind) {
        List<Tally> tallies = ledgers.stream()
                .filter(ledger -> ledger.ledger().series(measure).measure() == measure)
                .map(ledger -> ledger.tally(measure))
                .filter(Tally::isSpoken)
                .toList();
        CountingRule rule =
                ledgers.isEmpty() ? CountingRule.PLAIN : ledgers.get(0).rule();
        return new Chart(
                tallies.size() == 1
                        ? "pacta-" + tallies.get(0).ledger().council().slug() + "-" + measure.code()
                        : "pacta-" + measure.code(),
                kind,
                title(tallies, measure),
                tallies.stream().map(this::described).collect(Collectors.joining(words.say("list.space"))),
                words.rule(measure, rule),
                COLUMNS,
                tallies.stream()
                        .flatMap(tally -> rows(tally, tallies.size() <= IN_DETAIL))
                        .toList());
    }

    private String title(List<Tally> tallies, Measure measure) {
        if (tallies.size() != 1) {
            return words.say("chart.steps.several", words.measure(measure), tallies.size());
        }
        Tally tally = tallies.get(0);
        return words.say(
                "chart.steps.title", name(tally), announced(tally), wording.count(counted(tally, tally.held())));
    }

    private String described(Tally tally) {
        return words.say(
                "chart.steps.description",
                name(tally),
                announced(tally),
                wording.count(counted(tally, tally.held())),
                tally.rows().size());
    }

    private String announced(Tally tally) {
        Number total = tally.total();
        return words.quantity(total);
    }

    private static String name(Tally tally) {
        CouncilLedger.Head council = tally.ledger().council();
        return Objects.requireNonNullElseGet(
                council.acronym(), () -> council.name().in(LocaleContextHolder.getLocale()));
    }

    private static long counted(Tally tally, Held held) {
        return held.counted(tally.ledger().rule());
    }

    private Stream<List<@Nullable Object>> rows(Tally tally, boolean inDetail) {
        Counted counted = Counted.of(tally);
        return events(tally, counted, inDetail).stream().map(event -> row(tally, event, counted));
    }

    private static List<Event> events(Tally tally, Counted counted, boolean inDetail) {
        CouncilLedger ledger = tally.ledger();
        List<Event> events = new ArrayList<>();
        for (Tally.Row row : tally.rows()) {
            ledger.meetings(row.ordinal(), row.through())
                    .filter(meeting -> meeting.day() != null)
                    .forEach(meeting -> events.add(new Event(
                            meeting.day().sort(),
                            meeting.day().edtf(),
                            meeting.ordinal(),
                            row.added(),
                            row.toDate(),
                            ledger.meetingPath(meeting.ordinal()))));
        }
        for (Number number : tally.dated()) {
            tally.day(number)
                    .ifPresent(day -> events.add(new Event(
                            day.sort(),
                            day.edtf(),
                            null,
                            null,
                            number,
                            ledger.council().path() + "#figures")));
        }
        if (inDetail) {
            counted.elsewhere()
                    .forEach((month, last) -> events.add(new Event(
                            last.day(),
                            last.day().toString(),
                            null,
                            null,
                            null,
                            tally.rows(null).toString())));
        }
        events.sort(Comparator.comparing(Event::day)
                .thenComparing(Event::meeting, Comparator.nullsFirst(Comparator.naturalOrder())));
        return events;
    }

    private static List<@Nullable Object> row(Tally tally, Event event, Counted counted) {
        CouncilLedger ledger = tally.ledger();
        String sources = Stream.of(event.added(), event.toDate())
                .filter(Objects::nonNull)
                .flatMap(number -> number.figures().stream())
                .flatMap(figure -> figure.sources().stream())
                .map(CouncilLedger.Source::path)
                .distinct()
                .collect(Collectors.joining(" "));
        Map.Entry<LocalDate, Long> toDate = counted.toDate().floorEntry(event.day());
        return Arrays.asList(
                ledger.council().slug(),
                name(tally),
                event.meeting(),
                event.date(),
                event.day().toString(),
                value(event.added()),
                basis(event.added()),
                value(event.toDate()),
                basis(event.toDate()),
                counted.here(event),
                toDate == null ? 0L : toDate.getValue(),
                event.page(),
                sources);
    }

    /**
     * Recorded rows that the rule counts.
     *
     * @param atMeeting by the ordinal of their meeting
     * @param elsewhere those of no numbered meeting, by month, with the last day of the month that has some
     * @param toDate the sum by each day that has some: of a meeting on its day, the others on their own
     */
    private record Counted(
            Map<Integer, Long> atMeeting, Map<YearMonth, OfMonth> elsewhere, NavigableMap<LocalDate, Long> toDate) {

        record OfMonth(LocalDate day, long rows) {

            OfMonth with(OfMonth other) {
                return new OfMonth(day.isAfter(other.day) ? day : other.day, rows + other.rows);
            }
        }

        static Counted of(Tally tally) {
            Map<Integer, LocalDate> meetings = new HashMap<>();
            tally.ledger().meetings().stream()
                    .filter(meeting -> meeting.day() != null)
                    .forEach(meeting ->
                            meetings.put(meeting.ordinal(), meeting.day().sort()));
            Counted counted = new Counted(new HashMap<>(), new TreeMap<>(), new TreeMap<>());
            tally.ofMeasure()
                    .filter(holding ->
                            holding.standing().isCountedBy(tally.ledger().rule()))
                    .forEach(holding -> counted.add(holding, meetings));
            long[] sum = {0};
            counted.toDate.replaceAll((day, rows) -> sum[0] += rows);
            return counted;
        }

        private void add(Holding holding, Map<Integer, LocalDate> meetings) {
            LocalDate day = holding.ordinal() == null ? holding.day() : meetings.get(holding.ordinal());
            if (holding.ordinal() != null) {
                atMeeting.merge(holding.ordinal(), holding.rows(), Long::sum);
            } else if (day != null) {
                elsewhere.merge(YearMonth.from(day), new OfMonth(day, holding.rows()), OfMonth::with);
            }
            if (day != null) {
                toDate.merge(day, holding.rows(), Long::sum);
            }
        }

        /** The rows of the meeting, or, beside the meetings, of the month. */
        long here(Event event) {
            if (event.meeting() != null) {
                return atMeeting.getOrDefault(event.meeting(), 0L);
            }
            OfMonth month = elsewhere.get(YearMonth.from(event.day()));
            return month == null || !month.day.equals(event.day()) ? 0 : month.rows;
        }
    }

    private static @Nullable Long value(@Nullable Number number) {
        return number == null || number.bounds() == null || number.least() == 0 && !number.isExact()
                ? null
                : (Long) number.least();
    }

    private static @Nullable String basis(@Nullable Number number) {
        if (number == null || value(number) == null) {
            return null;
        }
        return number.basis() == Cell.Basis.BOUNDED
                ? "at_least"
                : number.basis().name().toLowerCase(java.util.Locale.ROOT);
    }
}
