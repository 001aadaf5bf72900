package org.pacta.reference.organisation;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class OrganisationController {

    private final OrganisationQueries organisations;

    OrganisationController(OrganisationQueries organisations) {
        this.organisations = organisations;
    }

    @GetMapping("/organisations/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("organisation", organisations.get(id));
        return "organisation/show";
    }
}
