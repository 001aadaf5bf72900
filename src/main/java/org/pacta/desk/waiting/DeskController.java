package org.pacta.desk.waiting;

import jakarta.validation.Valid;
import org.pacta.platform.security.SignedIn;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The first page of the desk. */
@Controller
class DeskController {

    private final DeskQueries desk;

    DeskController(DeskQueries desk) {
        this.desk = desk;
    }

    @GetMapping(DeskFilter.PAGE)
    String show(@Valid DeskFilter filter, @AuthenticationPrincipal SignedIn person, Model model) {
        model.addAttribute("desk", desk.show(filter, person));
        return "waiting/show";
    }
}
