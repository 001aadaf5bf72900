package org.pacta.registry.meeting;

import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class MeetingController {

    private final MeetingQueries meetings;

    MeetingController(MeetingQueries meetings) {
        this.meetings = meetings;
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
