package org.pacta.desk.publication;

import org.pacta.platform.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where reviewers say for which councils one person is enough. */
@Controller
class AloneController {

    private final Reviewing reviewing;

    AloneController(Reviewing reviewing) {
        this.reviewing = reviewing;
    }

    @GetMapping("/desk/reviewing")
    String list(Model model) {
        model.addAttribute("councils", reviewing.councils());
        return "publication/alone";
    }

    @PostMapping("/desk/reviewing/{council}")
    String allow(
            @PathVariable long council,
            @RequestParam(defaultValue = "false") boolean alone,
            @AuthenticationPrincipal SignedIn person) {
        reviewing.allow(council, alone, person);
        return "redirect:/desk/reviewing";
    }
}
