package org.pacta.reader.passage;

import jakarta.validation.constraints.Min;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class PassageController {

    private final PassageQueries passages;
    private final StatementFinder statements;

    PassageController(PassageQueries passages, StatementFinder statements) {
        this.passages = passages;
        this.statements = statements;
    }

    @GetMapping("/search/documents")
    String search(
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            Model model) {
        Sought sought = Sought.of(q);
        show("documents", sought, passages.find(sought, page), model);
        return "passage/list";
    }

    @GetMapping("/search/{noun:commitments|figures|indicators}")
    String statements(
            @PathVariable String noun,
            @RequestParam(required = false) @Nullable String q,
            @RequestParam(defaultValue = "1") @Min(1) int page,
            Model model) {
        Sought sought = Sought.of(q);
        show(noun, sought, statements.find(noun, sought, page), model);
        return "passage/statements";
    }

    private static void show(String noun, Sought sought, Slice<?> slice, Model model) {
        Address address = Address.of("/search/" + noun).with("q", sought.text());
        model.addAttribute("noun", noun);
        model.addAttribute("q", sought.text());
        model.addAttribute("problem", sought.problem());
        model.addAttribute("slice", slice);
        model.addAttribute("view", address.with("page", slice.number() == 1 ? null : slice.number()));
        model.addAttribute("before", slice.number() == 2 ? address : address.with("page", slice.number() - 1));
        model.addAttribute("after", address.with("page", slice.number() + 1));
    }
}
