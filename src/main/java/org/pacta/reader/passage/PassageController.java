package org.pacta.reader.passage;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PassageController {

    private static final String PAGE = "/search/documents";

    private final PassageQueries passages;

    PassageController(PassageQueries passages) {
        this.passages = passages;
    }

    @GetMapping(PAGE)
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") int page,
            Model model) {
        if (page < 1) {
            throw new BadParameterException("page");
        }
        Sought sought = Sought.of(q);
        Slice<FoundPassage> slice = passages.find(sought, page);
        Address address = Address.of(PAGE).with("q", sought.text());
        model.addAttribute("q", sought.text());
        model.addAttribute("problem", sought.problem());
        model.addAttribute("slice", slice);
        model.addAttribute("view", address.with("page", page == 1 ? null : page));
        model.addAttribute("before", page == 2 ? address : address.with("page", page - 1));
        model.addAttribute("after", address.with("page", page + 1));
        return "passage/list";
    }
}
