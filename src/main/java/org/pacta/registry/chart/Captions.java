package org.pacta.registry.chart;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.rules.ledger.Measure;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Says what a chart finds, what it shows to those who do not see it, and what it does not show. */
@Component
class Captions {

    /** So many councils are named in a title. */
    private static final int IN_TITLE = 3;

    private final LedgerWording words;
    private final CellWording cells;
    private final Wording wording;

    Captions(LedgerWording words, CellWording cells, Wording wording) {
        this.words = words;
        this.cells = cells;
        this.wording = wording;
    }

    /** What the chart finds: the total of one council, or those with the most; what the fullest meeting added. */
    String title(List<Tally> tallies, Measure measure, String kind) {
        if (tallies.isEmpty()) {
            return words.measure(measure);
        }
        if (kind.equals("meetings")
                && tallies.stream().anyMatch(tally -> fullest(tally).isPresent())) {
            return byMeeting(tallies, measure);
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
                        cells.amongTotals(tally, tally.headline())))
                .collect(Collectors.joining(words.say("list.semicolon")));
        return tallies.size() <= IN_TITLE
                ? words.say("chart.steps.several", words.measure(measure), named)
                : words.say("chart.steps.several.more", words.measure(measure), named, tallies.size() - IN_TITLE);
    }

    /** What the fullest meeting added: of one council, or of those with the most at one meeting. */
    private String byMeeting(List<Tally> tallies, Measure measure) {
        List<Tally> fullest = tallies.stream()
                .filter(tally -> fullest(tally).isPresent())
                .sorted(Comparator.comparing(
                                (Tally tally) -> fullest(tally).orElseThrow().least())
                        .reversed())
                .toList();
        if (tallies.size() == 1) {
            Number most = fullest(fullest.get(0)).orElseThrow();
            return words.say("chart.meetings.title", name(fullest.get(0)), words.place(most), cells.told(most));
        }
        String named = fullest.stream()
                .limit(IN_TITLE)
                .map(tally -> {
                    Number most = fullest(tally).orElseThrow();
                    return words.say("chart.one", name(tally), cells.number(most), cells.when(tally, most));
                })
                .collect(Collectors.joining(words.say("list.semicolon")));
        int others = tallies.size() - Math.min(IN_TITLE, fullest.size());
        return others == 0
                ? words.say("chart.meetings.several", words.measure(measure), named)
                : words.say("chart.meetings.several.more", words.measure(measure), named, others);
    }

    private static Optional<Number> fullest(Tally tally) {
        return tally.rows().stream()
                .map(Tally.Row::added)
                .filter(added -> added.isResult() && (added.basis().isSaid() || added.isExact()))
                .max(Comparator.comparing(Number::least));
    }

    String described(List<Tally> drawn) {
        return drawn.stream()
                .map(tally -> words.say(
                        "chart.steps.description",
                        name(tally),
                        cells.told(tally.headline()),
                        wording.count(counted(tally, tally.held())),
                        held(tally)))
                .collect(Collectors.joining(words.say("list.space")));
    }

    /**
     * What the chart does not show, or not where it belongs: councils of which nothing is known, or only rows are recorded; rows and meetings
     * without a date.
     */
    String left(List<Tally> tallies, List<CouncilLedger> ledgers, List<Tally> drawn, List<StepPoint> points) {
        List<String> left = new ArrayList<>();
        Map<Boolean, List<CouncilLedger>> numberless = ledgers.stream()
                .filter(ledger -> drawn.stream().noneMatch(tally -> tally.ledger() == ledger))
                .collect(Collectors.partitioningBy(ledger -> tallies.size() <= StepCharts.IN_DETAIL
                        && tallies.stream()
                                .anyMatch(tally -> tally.ledger() == ledger && counted(tally, tally.held()) > 0)));
        numberless.forEach((isRecorded, councils) -> {
            if (!councils.isEmpty()) {
                left.add(words.say(
                        isRecorded ? "chart.none.recorded" : "chart.none",
                        councils.stream().map(Captions::name).collect(Collectors.joining(words.say("list.comma")))));
            }
        });
        undated(points).forEach((isPlaced, meetings) -> {
            if (meetings > 0) {
                left.add(words.say(isPlaced ? "chart.between" : "chart.placeless", meetings));
            }
        });
        long undated =
                tallies.stream().mapToLong(tally -> Counted.of(tally).undated()).sum();
        if (undated > 0) {
            left.add(words.say("chart.undated", undated));
        }
        return String.join(words.say("list.space"), left);
    }

    /** The meetings of the series but those that did not take place, or not yet. */
    private static long held(Tally tally) {
        return tally.rows().stream()
                .filter(row -> tally.ledger().unheld(row.ordinal()).isEmpty())
                .mapToInt(row -> row.through() - row.ordinal() + 1)
                .sum();
    }

    /** How many meetings were held on a day that is not published, by whether they have a place between others. */
    private static Map<Boolean, Long> undated(List<StepPoint> points) {
        return points.stream()
                .filter(point -> point.through() == null && point.day() == null && isOnRecord(point))
                .collect(Collectors.partitioningBy(point -> point.drawnOn() != null, Collectors.counting()));
    }

    private static boolean isOnRecord(StepPoint point) {
        Integer meeting = point.meeting();
        return meeting != null
                && point.tally().ledger().meetings(meeting, meeting).findAny().isPresent();
    }

    static String name(Tally tally) {
        return name(tally.ledger());
    }

    static String name(CouncilLedger ledger) {
        return Objects.requireNonNullElseGet(
                ledger.council().acronym(), () -> ledger.council().name().in(LocaleContextHolder.getLocale()));
    }

    private static long counted(Tally tally, Held held) {
        return held.counted(tally.ledger().rule());
    }
}
