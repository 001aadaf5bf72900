package org.pacta.reader.dashboard;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import org.pacta.platform.shared.Address;
import org.pacta.registry.tally.CountingRule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class CoverageController {

    private final CoverageQueries coverage;

    CoverageController(CoverageQueries coverage) {
        this.coverage = coverage;
    }

    @GetMapping("/dashboard/coverage")
    String show(
            @RequestParam(defaultValue = "1") @Min(1) @Max(100_000) int page, @Valid CountingRule rule, Model model) {
        model.addAttribute("coverage", coverage.show(page, rule));
        return "dashboard/coverage";
    }

    @GetMapping("/dashboard/coverage.csv")
    ResponseEntity<String> csv(@Valid CountingRule rule) {
        return coverage.chart(rule).csv();
    }

    @GetMapping("/dashboard/coverage.json")
    ResponseEntity<String> json(@Valid CountingRule rule) {
        return coverage.chart(rule)
                .json(rule.on(Address.of("/dashboard/coverage")).toString());
    }
}
