package org.pacta.reader.search;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

@Controller
class SearchController {

    /** What is looked for. */
    record Query(@Nullable @Size(max = 200) String q) {

        String words() {
            return q == null ? "" : q.strip();
        }
    }

    private final SearchQueries search;

    SearchController(SearchQueries search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(@Valid Query query, Model model) {
        model.addAttribute("q", query.words());
        model.addAttribute("groups", search.find(query.words()));
        return "search/show";
    }
}
