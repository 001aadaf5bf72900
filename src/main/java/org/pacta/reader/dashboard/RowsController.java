package org.pacta.reader.dashboard;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.tally.CouncilLedger.Standing;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.RecordedRows;
import org.pacta.registry.tally.RecordedRows.Behind;
import org.pacta.registry.tally.RecordedRows.Choice;
import org.pacta.registry.tally.RecordedRows.Row;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerViews;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** The recorded rows behind a number. */
@Controller
class RowsController {

    private final LedgerViews ledgers;
    private final RecordedRows rows;
    private final Absences absences;

    RowsController(LedgerViews ledgers, RecordedRows rows, Absences absences) {
        this.ledgers = ledgers;
        this.rows = rows;
        this.absences = absences;
    }

    /** The rows as their page shows them. */
    record RowsView(LedgerView ledger, Choice choice, CountingRule rule, Behind behind) {

        public Address of(@Nullable Standing standing) {
            return rule.on(rows(standing));
        }

        /** The same rows counted by the plain rule. */
        public Address plain() {
            return rule.plain().on(rows(null));
        }

        /** What stands behind the path in the address of all these rows, its question mark included. */
        public String query() {
            String address = of(choice.standing()).toString();
            return address.contains("?") ? address.substring(address.indexOf('?')) : "";
        }

        private Address rows(@Nullable Standing standing) {
            Choice other = new Choice(choice.measure(), choice.meeting(), choice.year(), standing, 1);
            return other.on(Address.of(ledger.ledger().council().path() + "/rows"));
        }

        /** What a form of the page keeps. */
        public Map<String, List<String>> kept() {
            Map<String, List<String>> kept = new TreeMap<>();
            kept.put("measure", List.of(choice.measure().code()));
            if (choice.meeting() != null) {
                kept.put("meeting", List.of(choice.meeting().toString()));
            }
            if (choice.year() != null) {
                kept.put("year", List.of(choice.year().toString()));
            }
            return kept;
        }

        public Slice<Row> slice() {
            return behind.rows();
        }

        public Address page(int number) {
            return of(choice.standing()).with("page", number == 1 ? null : number);
        }

        /** How many rows the rule counts. */
        public long counted() {
            return behind.groups().stream()
                    .mapToLong(group -> group.counted(rule))
                    .sum();
        }

        /** How many the rule counts and the plain one does not. */
        public long entered() {
            return behind.groups().stream()
                    .filter(group -> group.standing() != Standing.IN_COUNT)
                    .mapToLong(group -> group.counted(rule))
                    .sum();
        }

        /** How many the plain rule counts and this one does not. */
        public long left() {
            return behind.groups().stream()
                    .filter(group -> group.standing() == Standing.IN_COUNT && rule.isActive())
                    .mapToLong(group -> group.rows() - group.active())
                    .sum();
        }
    }

    @GetMapping("/councils/{slug}/rows")
    String show(@PathVariable String slug, @Valid Choice choice, @Valid CountingRule rule, Model model) {
        LedgerView ledger = ledgers.of(slug, rule).orElseThrow(() -> absences.of("council", slug));
        Behind behind = rows.behind(ledger.ledger().council().id(), choice, rule);
        if (behind.rows().rows().isEmpty() && choice.page() > 1) {
            throw new NotFoundException("page", choice.page());
        }
        model.addAttribute("view", new RowsView(ledger, choice, rule, behind));
        return "dashboard/rows";
    }
}
