package org.pacta.reader.brief;

import jakarta.validation.Valid;
import java.util.Optional;
import org.pacta.reader.brief.BriefView.Room;
import org.pacta.registry.paper.Papers;
import org.pacta.registry.tally.CountingRule;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class BriefController {

    private static final String FILE = ".{format:docx|pptx}";

    private final BriefQueries briefs;
    private final BriefOutline outlines;
    private final Papers papers;

    BriefController(BriefQueries briefs, BriefOutline outlines, Papers papers) {
        this.briefs = briefs;
        this.outlines = outlines;
        this.papers = papers;
    }

    @GetMapping("/councils/{slug}/brief")
    String show(@PathVariable String slug, @Valid CountingRule rule, Model model) {
        return page(briefs.find(slug, null, rule, Room.PAGE), slug, model);
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}/brief")
    String show(@PathVariable String slug, @PathVariable int ordinal, @Valid CountingRule rule, Model model) {
        return page(briefs.find(slug, ordinal, rule, Room.PAGE), slug, model);
    }

    /** The brief, or that there was nothing to tell of on the evening asked for. */
    private String page(Optional<BriefView> brief, String slug, Model model) {
        brief.ifPresentOrElse(
                view -> model.addAttribute("brief", view), () -> model.addAttribute("council", briefs.council(slug)));
        return brief.isPresent() ? "brief/show" : "brief/absent";
    }

    @GetMapping("/councils/{slug}/brief" + FILE)
    ResponseEntity<byte[]> file(@PathVariable String slug, @PathVariable String format, @Valid CountingRule rule) {
        return papers.file(outlines.of(briefs.get(slug, null, rule, Room.FILE)), slug + "-brief", format);
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}/brief" + FILE)
    ResponseEntity<byte[]> file(
            @PathVariable String slug,
            @PathVariable int ordinal,
            @PathVariable String format,
            @Valid CountingRule rule) {
        return papers.file(
                outlines.of(briefs.get(slug, ordinal, rule, Room.FILE)),
                "%s-%d-brief".formatted(slug, ordinal),
                format);
    }
}
