package org.pacta.registry.paper;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.paper.Outline.Cell;
import org.pacta.registry.paper.Outline.Grid;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger.Held;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;
import org.pacta.registry.telling.CellWording;
import org.pacta.registry.telling.FigureWording;
import org.pacta.registry.telling.LedgerTable;
import org.pacta.registry.telling.LedgerTable.Dated;
import org.pacta.registry.telling.LedgerTable.Entry;
import org.pacta.registry.telling.LedgerTable.Line;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerWording;
import org.springframework.stereotype.Component;

/** Lays the table of a ledger out as pages do: a row for each meeting, three columns for each measure. */
@Component
class LedgerGrid {

    private static final int OF_A_MEASURE = 3;

    private final LedgerWording words;
    private final CellWording cells;
    private final FigureWording figures;
    private final Wording wording;

    LedgerGrid(LedgerWording words, CellWording cells, FigureWording figures, Wording wording) {
        this.words = words;
        this.cells = cells;
        this.figures = figures;
        this.wording = wording;
    }

    Grid of(LedgerView view) {
        LedgerTable table = view.table();
        List<Cell> measures = new ArrayList<>(List.of(new Cell(words.say("column.meeting"))));
        List<Cell> columns = new ArrayList<>(List.of(new Cell("")));
        for (Tally tally : table.tallies()) {
            measures.add(new Cell(words.measure(tally.measure()), List.of(), OF_A_MEASURE, 1));
            columns.add(new Cell(words.say("ledger.added")));
            columns.add(new Cell(words.say("ledger.to_date")));
            columns.add(new Cell(words.say("ledger.recorded")));
        }
        List<List<Cell>> rows = new ArrayList<>();
        table.lines().forEach(line -> rows.add(row(view, line)));
        table.dated().forEach(dated -> rows.add(row(dated)));
        rows.add(total(view));
        return new Grid(List.of(measures, columns), rows, false);
    }

    /** What the signs mean. */
    String legend(LedgerView view) {
        return view.table().bases().stream()
                        .map(basis -> basis.sign() + " " + cells.basis(basis))
                        .collect(Collectors.joining(" · "))
                + " · " + words.say("ledger.legend.recorded");
    }

    private List<Cell> row(LedgerView view, Line line) {
        boolean isOne = line.through() == line.ordinal();
        String name = isOne
                ? words.say("ledger.meeting", wording.ordinal(line.ordinal()))
                : words.say("ledger.run", wording.ordinal(line.ordinal()), wording.ordinal(line.through()));
        List<String> notes = new ArrayList<>();
        if (line.day() != null) {
            notes.add(wording.date(line.day()));
        }
        if (!line.isOnRecord()) {
            notes.add(words.say(line.unheld() == null ? "ledger.not_on_record" : "status." + line.unheld()));
        }
        List<Cell> row = new ArrayList<>(List.of(new Cell(name, notes, 1, 1)));
        for (Entry entry : line.entries()) {
            row.add(added(entry, isOne));
            row.add(isOne ? number(entry.toDate(), 1) : new Cell(""));
            row.add(isOne ? held(entry.held(), view) : new Cell(""));
        }
        if (line.entries().isEmpty()) {
            row.addAll(Collections.nCopies(OF_A_MEASURE * view.table().tallies().size(), new Cell("")));
        }
        return row;
    }

    private List<Cell> row(Dated dated) {
        List<Cell> row = new ArrayList<>(List.of(new Cell(cells.day(dated))));
        for (Number number : dated.numbers()) {
            Cell told = number == null ? new Cell("") : number(number, 1);
            row.add(dated.isTotal() ? new Cell("") : told);
            row.add(dated.isTotal() ? told : new Cell(""));
            row.add(new Cell(""));
        }
        return row;
    }

    private Cell added(Entry entry, boolean isOne) {
        if (entry.added() == null) {
            return new Cell("", List.of(), 1, 0);
        }
        if (entry.lines() == 1) {
            return isOne ? number(entry.added(), 1) : new Cell("");
        }
        Cell together = number(entry.added(), entry.lines());
        List<String> notes = new ArrayList<>(together.notes());
        notes.add(words.say("ledger.together"));
        return new Cell(together.text(), notes, 1, entry.lines());
    }

    private List<Cell> total(LedgerView view) {
        List<Cell> row = new ArrayList<>(List.of(new Cell(words.say("ledger.all"))));
        for (Tally tally : view.table().tallies()) {
            row.add(new Cell(""));
            row.add(number(tally.latest(), 1));
            row.add(held(tally.held(), view));
        }
        return row;
    }

    private Cell number(Number number, int rows) {
        List<String> asides = number.asides().stream().map(figures::aside).toList();
        if (!number.isKnown()) {
            return new Cell(Basis.UNKNOWN.sign(), asides, 1, rows);
        }
        String sign = number.basis() == Basis.ANNOUNCED ? "" : number.basis().sign() + " ";
        List<String> notes =
                Stream.concat(cells.notes(number).stream(), asides.stream()).toList();
        return new Cell(sign + cells.number(number), notes, 1, rows);
    }

    private Cell held(Held held, LedgerView view) {
        return new Cell(wording.count(held.inCount()), cells.notes(held, Objects.requireNonNull(view.rule())), 1, 1);
    }
}
