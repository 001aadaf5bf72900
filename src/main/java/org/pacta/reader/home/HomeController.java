package org.pacta.reader.home;

import org.pacta.registry.council.CouncilCards;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class HomeController {

    private final CouncilCards councils;
    private final HomeQueries registry;

    HomeController(CouncilCards councils, HomeQueries registry) {
        this.councils = councils;
        this.registry = registry;
    }

    @GetMapping("/")
    String show(Model model) {
        model.addAttribute("councils", councils.all());
        model.addAttribute("meetings", registry.latestMeetings());
        return "home/show";
    }
}
