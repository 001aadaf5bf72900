package org.pacta.reader.dashboard;

import jakarta.validation.Valid;
import java.util.List;
import org.pacta.platform.shared.Address;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.chart.TargetTable;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Ledgers;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerViews;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The targets of all councils, beside the numbers they can be compared with. */
@Controller
class TargetsController {

    private static final String PAGE = "/dashboard/targets";

    private final Ledgers ledgers;
    private final LedgerViews views;
    private final TargetTable table;

    TargetsController(Ledgers ledgers, LedgerViews views, TargetTable table) {
        this.ledgers = ledgers;
        this.views = views;
        this.table = table;
    }

    /** The councils with targets, under a rule. */
    public record Set(CountingRule rule, List<LedgerView> views) {

        /** The address of the same as a file. */
        public Address file(String format) {
            return rule.on(Address.of(PAGE + "." + format));
        }
    }

    @GetMapping(PAGE)
    String show(@Valid CountingRule rule, Model model) {
        List<LedgerView> all = ledgers.all(rule).stream()
                .filter(ledger -> !ledger.targets().isEmpty())
                .map(views::of)
                .toList();
        model.addAttribute("targets", new Set(rule, all));
        return "dashboard/targets";
    }

    @GetMapping(PAGE + ".csv")
    ResponseEntity<String> csv(@Valid CountingRule rule) {
        return chart(rule).csv();
    }

    @GetMapping(PAGE + ".json")
    ResponseEntity<String> json(@Valid CountingRule rule) {
        return chart(rule).json(address(rule));
    }

    @GetMapping(PAGE + ".xlsx")
    ResponseEntity<byte[]> workbook(@Valid CountingRule rule) {
        return chart(rule).workbook(address(rule));
    }

    private Chart chart(CountingRule rule) {
        return table.of(ledgers.all(rule), rule);
    }

    private static String address(CountingRule rule) {
        return rule.on(Address.of(PAGE)).toString();
    }
}
