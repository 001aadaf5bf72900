package org.pacta.registry.agreement;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class AgreementController {

    private final AgreementQueries agreements;

    AgreementController(AgreementQueries agreements) {
        this.agreements = agreements;
    }

    @GetMapping("/agreements/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("agreement", agreements.get(id));
        return "agreement/show";
    }
}
