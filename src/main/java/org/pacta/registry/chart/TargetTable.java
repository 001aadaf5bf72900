package org.pacta.registry.chart;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.TargetLine;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.LedgerWording;
import org.pacta.registry.telling.Targets;
import org.pacta.registry.telling.Targets.Told;
import org.springframework.stereotype.Component;

/** The targets of councils as a table to take away, each beside the number it can be compared with. */
@Component
public class TargetTable {

    private static final List<String> COLUMNS = List.of(
            "council",
            "name",
            "target",
            "measure",
            "measure_as_printed",
            "comparator",
            "value",
            "set_on",
            "counted_from",
            "due",
            "due_latest",
            "compared_with",
            "compared_basis",
            "below_least",
            "below_most",
            "distance",
            "differs",
            "sources");

    private final Targets targets;
    private final LedgerWording words;
    private final CellWording cells;

    TargetTable(Targets targets, LedgerWording words, CellWording cells) {
        this.targets = targets;
        this.words = words;
        this.cells = cells;
    }

    public Chart of(List<CouncilLedger> ledgers, CountingRule rule) {
        return new Chart(
                "pacta-targets",
                "table",
                words.say("targets.title"),
                words.say("targets.hint"),
                words.rule(rule),
                COLUMNS,
                ledgers.stream()
                        .flatMap(ledger -> targets.of(ledger).stream().map(told -> row(ledger, told)))
                        .toList(),
                "",
                Map.of());
    }

    private List<@Nullable Object> row(CouncilLedger ledger, Told told) {
        TargetLine line = told.line();
        return Arrays.asList(
                ledger.council().slug(),
                Captions.name(ledger),
                told.aim(),
                line.measure() == null ? null : line.measure().code(),
                line.measureAsPrinted(),
                line.comparator(),
                line.value(),
                edtf(line.setOn()),
                edtf(line.countedFrom()),
                line.due().edtf(),
                line.by().toString(),
                told.compared() == null ? null : cells.number(told.compared()),
                told.compared() == null ? null : told.compared().basis().code(),
                told.below().least(),
                told.below().most(),
                told.distance(),
                told.differs(),
                line.sources().stream().map(CouncilLedger.Source::path).collect(Collectors.joining(" ")));
    }

    private static @Nullable String edtf(@Nullable PartialDate date) {
        return date == null ? null : date.edtf();
    }
}
