package org.pacta.reader.brief;

import jakarta.validation.Valid;
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
        model.addAttribute("brief", briefs.get(slug, null, rule, Room.PAGE));
        return "brief/show";
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}/brief")
    String show(@PathVariable String slug, @PathVariable int ordinal, @Valid CountingRule rule, Model model) {
        model.addAttribute("brief", briefs.get(slug, ordinal, rule, Room.PAGE));
        return "brief/show";
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
