package org.pacta.registry.agreement;

import jakarta.validation.Valid;
import org.pacta.platform.reading.ListFilter;
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

    @GetMapping("/agreements")
    String list(@Valid ListFilter filter, Model model) {
        model.addAttribute("list", agreements.list(filter));
        return "shared/line-list";
    }

    @GetMapping("/agreements/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("agreement", agreements.get(id));
        return "agreement/show";
    }
}
