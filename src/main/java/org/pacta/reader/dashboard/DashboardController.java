package org.pacta.reader.dashboard;

import jakarta.validation.Valid;
import org.pacta.registry.tally.CountingRule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class DashboardController {

    private final Dashboards dashboards;

    DashboardController(Dashboards dashboards) {
        this.dashboards = dashboards;
    }

    @GetMapping("/dashboard")
    String show(@Valid DashboardFilter filter, @Valid CountingRule rule, Model model) {
        model.addAttribute("dashboard", dashboards.show(filter, rule));
        return "dashboard/show";
    }

    @GetMapping("/dashboard/counts.csv")
    ResponseEntity<String> csv(@Valid DashboardFilter filter, @Valid CountingRule rule) {
        return dashboards.chart(filter, rule).csv();
    }

    @GetMapping("/dashboard/counts.json")
    ResponseEntity<String> json(@Valid DashboardFilter filter, @Valid CountingRule rule) {
        String address = filter.address("/dashboard", rule).toString();
        return dashboards.chart(filter, rule).json(address);
    }
}
