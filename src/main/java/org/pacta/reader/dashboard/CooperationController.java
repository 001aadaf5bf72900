package org.pacta.reader.dashboard;

import jakarta.validation.Valid;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.reference.indicator.IndicatorLines;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.tally.CountingRule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** Who works together on what, and the indicators that are no counts. */
@Controller
class CooperationController {

    private static final Set<String> CHARTS = Set.of("focus", "places", "organisations", "network");

    private final CooperationQueries cooperation;
    private final IndicatorLines indicators;
    private final Dashboards dashboards;

    CooperationController(CooperationQueries cooperation, IndicatorLines indicators, Dashboards dashboards) {
        this.cooperation = cooperation;
        this.indicators = indicators;
        this.dashboards = dashboards;
    }

    @GetMapping("/dashboard/cooperation")
    String cooperation(@Valid DashboardFilter filter, Model model) {
        model.addAttribute("councils", dashboards.choices(filter));
        model.addAttribute("charts", cooperation.charts(filter.council()));
        model.addAttribute("filter", filter);
        return "dashboard/cooperation";
    }

    @GetMapping("/dashboard/indicators")
    String indicators(
            @RequestParam(required = false) @Nullable String place,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        model.addAttribute("page", indicators.page(place, page));
        return "dashboard/indicators";
    }

    @GetMapping("/dashboard/{chart}.csv")
    ResponseEntity<String> csv(@PathVariable String chart, @Valid DashboardFilter filter) {
        return chart(chart, filter.council()).csv();
    }

    @GetMapping("/dashboard/{chart}.json")
    ResponseEntity<String> json(@PathVariable String chart, @Valid DashboardFilter filter) {
        String address =
                filter.address("/dashboard/cooperation", CountingRule.PLAIN).toString();
        return chart(chart, filter.council()).json(address);
    }

    private Chart chart(String name, List<String> councils) {
        if (!CHARTS.contains(name)) {
            throw new NotFoundException("chart", name);
        }
        return cooperation.chart(name, councils);
    }
}
