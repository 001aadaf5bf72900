package org.pacta.reader.dashboard;

import jakarta.validation.Valid;
import org.pacta.registry.paper.Papers;
import org.pacta.registry.tally.CountingRule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class DashboardController {

    private final Dashboards dashboards;
    private final Papers papers;

    DashboardController(Dashboards dashboards, Papers papers) {
        this.dashboards = dashboards;
        this.papers = papers;
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

    @GetMapping("/dashboard.{format:docx|pptx}")
    ResponseEntity<byte[]> paper(@PathVariable String format, @Valid DashboardFilter filter, @Valid CountingRule rule) {
        return papers.file(dashboards.outline(filter, rule), "pacta-dashboard", format);
    }
}
