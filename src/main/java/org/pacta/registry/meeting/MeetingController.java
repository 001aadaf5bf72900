package org.pacta.registry.meeting;

import jakarta.validation.constraints.Min;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

@Controller
class MeetingController {

    private final MeetingQueries meetings;
    private final TimelineQueries timelines;

    MeetingController(MeetingQueries meetings, TimelineQueries timelines) {
        this.meetings = meetings;
        this.timelines = timelines;
    }

    @GetMapping("/meetings/timeline")
    String timeline(@RequestParam(defaultValue = "1") @Min(1) int page, Model model) {
        model.addAttribute("timeline", timelines.page(page));
        return "meeting/timeline";
    }

    @GetMapping("/meetings/{id}")
    String show(@PathVariable long id, Model model) {
        model.addAttribute("meeting", meetings.getUnnumbered(id));
        return "meeting/show";
    }

    @GetMapping("/councils/{slug}/meetings/{ordinal}")
    String show(@PathVariable String slug, @PathVariable int ordinal, Model model) {
        model.addAttribute("meeting", meetings.get(slug, ordinal));
        return "meeting/show";
    }
}
