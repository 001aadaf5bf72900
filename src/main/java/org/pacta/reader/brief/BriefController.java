package org.pacta.reader.brief;

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
    String show(@PathVariable String slug, Model model) {
        model.addAttribute("brief", briefs.get(slug, null));
        return "brief/show";
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}/brief")
    String show(@PathVariable String slug, @PathVariable int ordinal, Model model) {
        model.addAttribute("brief", briefs.get(slug, ordinal));
        return "brief/show";
    }
}
