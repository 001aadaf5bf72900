package org.pacta.reader.search;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseBody;

@Controller
class SearchController {

    private final EverythingSearch everything;

    SearchController(EverythingSearch everything) {
        this.everything = everything;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(required = false) @Nullable String kind,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (page < 1) {
            throw new BadParameterException("page");
        }
        FoundPage found = everything.find(Keywords.of(q), StringUtils.hasText(kind) ? kind : null, page);
        model.addAttribute("q", found.words().text());
        model.addAttribute("found", found);
        model.addAttribute("view", found.page(page));
        return "search/show";
    }

    /** What the jump box suggests. */
    @GetMapping("/search/suggestions")
    @ResponseBody
    List<EverythingSearch.Suggestions> suggestions(@RequestParam(required = false) @Nullable String q) {
        return everything.suggest(Keywords.of(q));
    }
}
