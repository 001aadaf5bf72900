package org.pacta.reader.dashboard;

import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class CoverageController {

    private final CoverageQueries coverage;

    CoverageController(CoverageQueries coverage) {
        this.coverage = coverage;
    }

    @GetMapping("/dashboard/coverage")
    String show(Model model) {
        model.addAttribute("coverage", coverage.show());
        return "dashboard/coverage";
    }

    @GetMapping("/dashboard/coverage.csv")
    ResponseEntity<String> csv() {
        return coverage.chart().csv();
    }

    @GetMapping("/dashboard/coverage.json")
    ResponseEntity<String> json() {
        return coverage.chart().json("/dashboard/coverage");
    }
}
