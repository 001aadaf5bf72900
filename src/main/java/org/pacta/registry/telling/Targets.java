package org.pacta.registry.telling;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.WallClock;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Ends;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.tally.TargetLine;
import org.pacta.rules.ledger.Measure;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;

/** Sets targets beside the numbers they can honestly be compared with. They are never counted. */
@Component
public class Targets {

    private final LedgerWording words;
    private final CellWording cells;
    private final FigureWording figures;
    private final Wording wording;
    private final WallClock clock;

    Targets(LedgerWording words, CellWording cells, FigureWording figures, Wording wording, WallClock clock) {
        this.words = words;
        this.cells = cells;
        this.figures = figures;
        this.wording = wording;
        this.clock = clock;
    }

    /**
     * A target in words.
     *
     * @param aim what was set: "50 projects by 2027"
     * @param compared the total it is compared with; null where there is none of the same count
     * @param below how many the total is below it, at least and at most; less than nothing where it is above, null where nothing says
     * @param distance how far the total is from it and how the total is known, or why nobody can say
     * @param differs that there is another target for the same day; null where there is none
     */
    public record Told(
            TargetLine line,
            String aim,
            @Nullable Number compared,
            Ends below,
            String distance,
            @Nullable String differs) {}

    /** The targets of a council, the next to fall due first. */
    public List<Told> of(CouncilLedger ledger) {
        return ledger.targets().stream().map(line -> told(ledger, line)).toList();
    }

    private Told told(CouncilLedger ledger, TargetLine line) {
        String others = ledger.targets().stream()
                .filter(line::differsFrom)
                .map(this::aim)
                .collect(Collectors.joining(words.say("list.comma")));
        String differs = others.isEmpty() ? null : words.say("target.differs", others);
        Measure measure = line.measure();
        if (measure == null) {
            return untold(line, words.say("target.unmeasured"), differs);
        }
        if (line.countedFrom() != null) {
            return untold(line, words.say("target.from", wording.date(line.countedFrom())), differs);
        }
        Tally tally = ledger.tally(ledger.ledger().series(measure).measure());
        boolean isOver = line.by().isBefore(today(ledger.rule()));
        Number number = isOver ? lastBy(tally, line.by()) : tally.total();
        String over = isOver ? words.say("target.over") + words.say("list.space") : "";
        if (!number.isKnown() || !tally.isSaid()) {
            String none = isOver ? "target.none_by" : "target.none";
            long rows = tally.held().counted(ledger.rule());
            return untold(
                    line, over + words.say(none, words.measure(tally.measure()), wording.count(rows), rows), differs);
        }
        Ends below = below(line, number);
        String told = StringUtils.capitalize(
                words.say("target.compared", cells.told(number), cells.when(tally, number), below(number, below)));
        return new Told(line, aim(line), number, below, over + told, differs);
    }

    private Told untold(TargetLine line, String why, @Nullable String differs) {
        return new Told(line, aim(line), null, new Ends(null, null), why, differs);
    }

    private String aim(TargetLine line) {
        String amount = words.say("comparator." + line.comparator(), wording.count(line.value()));
        String quantity = line.measure() == null
                ? words.say("target.word", amount, line.measureAsPrinted())
                : figures.quantity(amount, line.value(), line.measure());
        return words.say("target.by", quantity, wording.date(line.due()));
    }

    /** The day from which a view looks at what is to come. */
    private LocalDate today(CountingRule rule) {
        return Stream.of(rule.asOf(), rule.knownOn(), clock.today())
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElseThrow();
    }

    /** The last total that was surely reached by a day; unknown where there is none. */
    private static Number lastBy(Tally tally, LocalDate by) {
        Stream<Number> totals =
                tally.rows().stream().filter(Tally.Row::isOnRecord).map(Tally.Row::toDate);
        return Stream.concat(totals, tally.dated().stream())
                .filter(Number::isResult)
                .filter(number ->
                        latest(tally, number).filter(day -> !day.isAfter(by)).isPresent())
                .max(Comparator.comparing(number -> latest(tally, number).orElseThrow()))
                .orElseGet(() -> Number.unknown(tally.measure(), null, List.of()));
    }

    private static Optional<LocalDate> latest(Tally tally, Number number) {
        return tally.day(number).flatMap(day -> Stream.ofNullable(day.latest()).findFirst());
    }

    /** How far below a target a total is. What is disputed, planned or only about so much says nothing of it. */
    private static Ends below(TargetLine line, Number number) {
        if (number.basis() == Basis.DISPUTED || number.basis() == Basis.PLANNED) {
            return new Ends(null, null);
        }
        Ends ends = number.ends();
        return new Ends(
                ends.most() == null ? null : line.value() - ends.most(),
                ends.least() == null ? null : line.value() - ends.least());
    }

    private String below(Number number, Ends below) {
        Long least = below.least();
        Long most = below.most();
        if (least == null && most == null) {
            return words.say("target.unsaid." + number.basis().code());
        }
        if (least != null && least.equals(most)) {
            return least == 0 ? words.say("target.reached") : side(least);
        }
        if (least != null && least > 0) {
            return most == null
                    ? words.say("target.below.at_least", least)
                    : words.say("target.below.between", least, most);
        }
        if (most == null) {
            return words.say("target.above.at_most", -Objects.requireNonNull(least));
        }
        if (most > 0) {
            return least == null || least == 0
                    ? words.say("target.below.at_most", most)
                    : words.say("target.either", most, -least);
        }
        return most == 0 ? words.say("target.reached.at_least") : words.say("target.above.at_least", -most);
    }

    private String side(long below) {
        return below > 0 ? words.say("target.below", below) : words.say("target.above", -below);
    }
}
