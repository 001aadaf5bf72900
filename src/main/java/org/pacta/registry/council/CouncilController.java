package org.pacta.registry.council;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

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
    String show(@PathVariable String slug, Model model) {
        model.addAttribute("council", councils.get(slug));
        return "council/show";
    }
}
