package org.pacta.reader.brief;

import jakarta.validation.Valid;
import org.pacta.registry.tally.CountingRule;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class BriefController {

    private final BriefQueries briefs;

    BriefController(BriefQueries briefs) {
        this.briefs = briefs;
    }

    @GetMapping("/councils/{slug}/brief")
    String show(@PathVariable String slug, @Valid CountingRule rule, Model model) {
        model.addAttribute("brief", briefs.get(slug, null, rule));
        return "brief/show";
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}/brief")
    String show(@PathVariable String slug, @PathVariable int ordinal, @Valid CountingRule rule, Model model) {
        model.addAttribute("brief", briefs.get(slug, ordinal, rule));
        return "brief/show";
    }
}
