package org.pacta.exchange.api;

import java.util.List;
import org.pacta.platform.form.RecordKind;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.servlet.support.ServletUriComponentsBuilder;

/** Tells people what programs may ask, with examples. */
@Controller
class ManualController {

    /** Each is asked by a test. */
    static final List<String> EXAMPLES = List.of(
            "/api/v1/agreements?council=sci&kind=mou",
            "/api/v1/projects?q=digital&from=2020",
            "/api/v1/councils/sci",
            "/api/v1/meetings/1",
            "/api/v1/figures?page=2",
            "/api/v1/openapi.json");

    @GetMapping("/api")
    String show(Model model) {
        model.addAttribute("kinds", RecordKind.values());
        model.addAttribute("examples", EXAMPLES);
        model.addAttribute(
                "site", ServletUriComponentsBuilder.fromCurrentContextPath().toUriString());
        return "api/show";
    }
}
