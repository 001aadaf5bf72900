package org.pacta.desk.draft;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftView.Line;
import org.pacta.desk.draft.DraftView.Measured;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.tally.Tally;
import org.pacta.rules.ledger.Measure;
import org.springframework.stereotype.Component;

/** Holds the lines of a draft against the numbers announced in it, and these against the totals before. */
@Component
class Reconciliations {

    private final Ledgers ledgers;

    Reconciliations(Ledgers ledgers) {
        this.ledgers = ledgers;
    }

    /** A row for each measure that is announced or entered. */
    List<Measured> of(long council, List<Line> lines) {
        List<Line> entered = lines.stream().filter(Line::isEntered).toList();
        int ordinal = number(entered, line -> line.section() == Section.BASICS, "ordinal")
                .map(Long::intValue)
                .orElse(0);
        Optional<CouncilLedger> ledger = ordinal < 2 ? Optional.empty() : ledgers.of(council, CountingRule.PLAIN);
        List<Measured> rows = new ArrayList<>();
        for (Measure measure : Measure.values()) {
            Measured row = new Measured(
                    measure,
                    figure(entered, measure, "at", "reported"),
                    figure(entered, measure, "at", "planned"),
                    entered.stream().filter(line -> counts(line, measure)).count(),
                    figure(entered, measure, "after", "reported"),
                    before(ledger, measure, ordinal));
            boolean isSaid =
                    Stream.of(row.announced(), row.planned(), row.toDate()).anyMatch(Objects::nonNull);
            if (isSaid || row.entered() > 0 && measure != Measure.AGREEMENTS) {
                rows.add(row);
            }
        }
        return rows;
    }

    private static @Nullable Long before(Optional<CouncilLedger> ledger, Measure measure, int ordinal) {
        return ledger.flatMap(drawnUp -> drawnUp.tally(measure).row(ordinal - 1))
                .map(Tally.Row::toDate)
                .filter(Tally.Number::isExact)
                .map(Tally.Number::least)
                .orElse(null);
    }

    private static boolean counts(Line line, Measure measure) {
        boolean isCounted = !line.value("counting").equals("outside")
                && !line.value("status").equals("planned");
        return isCounted
                && switch (measure) {
                    case MOUS ->
                        line.section() == Section.AGREEMENT
                                && line.value("kind").equals("mou");
                    case AGREEMENTS -> line.section() == Section.AGREEMENT;
                    case PROJECTS -> line.section() == Section.PROJECT;
                };
    }

    /** The exact number of both sides that counts. */
    private static @Nullable Long figure(List<Line> lines, Measure measure, String series, String standing) {
        return number(
                        lines,
                        line -> line.section() == Section.FIGURE
                                && line.get("measure").equals(measure.code())
                                && line.value("series").equals(series)
                                && line.value("standing").equals(standing)
                                && line.get("side").isEmpty()
                                && line.get("setAsideReason").isEmpty()
                                && line.value("comparator").equals("exactly"),
                        "value")
                .orElse(null);
    }

    private static Optional<Long> number(List<Line> lines, Predicate<Line> which, String field) {
        return lines.stream()
                .filter(which)
                .map(line -> line.get(field))
                .filter(words -> words.matches("\\d{1,7}"))
                .map(Long::valueOf)
                .findFirst();
    }
}
