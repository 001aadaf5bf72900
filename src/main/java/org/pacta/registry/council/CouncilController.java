package org.pacta.registry.council;

import jakarta.validation.Valid;
import org.pacta.platform.shared.Address;
import org.pacta.registry.tally.CountingRule;
import org.pacta.rules.ledger.Measure;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CouncilController {

    private final CouncilQueries councils;

    CouncilController(CouncilQueries councils) {
        this.councils = councils;
    }

    @GetMapping("/councils")
    String list(Model model) {
        model.addAttribute("councils", councils.all());
        return "council/list";
    }

    @GetMapping("/councils/{slug}")
    String show(
            @PathVariable String slug,
            @Valid CountingRule rule,
            @RequestParam(defaultValue = "false") boolean all,
            Model model) {
        model.addAttribute("council", councils.get(slug, rule, all));
        return "council/show";
    }

    @GetMapping("/councils/{slug}/ledger.csv")
    ResponseEntity<String> csv(@PathVariable String slug, @RequestParam Measure measure, @Valid CountingRule rule) {
        return councils.chart(slug, measure, rule).csv();
    }

    @GetMapping("/councils/{slug}/ledger.json")
    ResponseEntity<String> json(@PathVariable String slug, @RequestParam Measure measure, @Valid CountingRule rule) {
        String address = rule.on(Address.of("/councils/" + slug)).toString();
        return councils.chart(slug, measure, rule).json(address);
    }
}
