package org.pacta.reference.source;

import org.pacta.platform.reading.ListFilter;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class SourceController {

    private final SourceQueries sources;

    SourceController(SourceQueries sources) {
        this.sources = sources;
    }

    @GetMapping("/sources")
    String list(ListFilter filter, Model model) {
        model.addAttribute("list", sources.list(filter));
        return "source/list";
    }

    @GetMapping("/sources/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("source", sources.get(id));
        return "source/show";
    }
}
