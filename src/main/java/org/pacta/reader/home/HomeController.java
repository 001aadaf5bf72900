package org.pacta.reader.home;

import org.pacta.registry.council.CouncilCards;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class HomeController {

    private final CouncilCards councils;
    private final HomeQueries registry;

    HomeController(CouncilCards councils, HomeQueries registry) {
        this.councils = councils;
        this.registry = registry;
    }

    @GetMapping("/")
    String show(@RequestParam(defaultValue = "last") String sort, Model model) {
        model.addAttribute("councils", councils.sorted(sort));
        model.addAttribute("registry", registry.standing());
        model.addAttribute("sort", sort);
        return "home/show";
    }
}
