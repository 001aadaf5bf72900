package org.pacta.reader.dashboard;

import jakarta.validation.Valid;
import org.pacta.reader.dashboard.YearsView.Choice;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.tally.CountingRule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Councils by year. */
@Controller
class YearsController {

    private final Years years;

    YearsController(Years years) {
        this.years = years;
    }

    @GetMapping("/dashboard/years")
    String show(@Valid Choice choice, @Valid CountingRule rule, Model model) {
        model.addAttribute("table", years.show(choice, rule));
        return "dashboard/years";
    }

    @GetMapping("/dashboard/years.csv")
    ResponseEntity<String> csv(@Valid Choice choice, @Valid CountingRule rule) {
        return years.chart(choice, rule).csv();
    }

    @GetMapping("/dashboard/years.json")
    ResponseEntity<String> json(@Valid Choice choice, @Valid CountingRule rule) {
        return years.chart(choice, rule)
                .json(choice.on("/dashboard/years", rule).toString());
    }

    @GetMapping("/dashboard/years.xlsx")
    ResponseEntity<byte[]> workbook(@Valid Choice choice, @Valid CountingRule rule) {
        Chart chart = years.chart(choice, rule);
        return chart.workbook(choice.on("/dashboard/years", rule).toString());
    }
}
