package org.pacta.exchange.feed;

import java.nio.charset.StandardCharsets;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final MeetingCalendar calendar;
    private final Changes changes;

    CalendarController(MeetingCalendar calendar, Changes changes) {
        this.calendar = calendar;
        this.changes = changes;
    }

    @GetMapping("/meetings.ics")
    ResponseEntity<byte[]> all() {
        return answer(calendar.all(Site.here()));
    }

    @GetMapping("/councils/{slug}/meetings.ics")
    ResponseEntity<byte[]> ofCouncil(@PathVariable String slug) {
        return answer(calendar.ofCouncil(slug, Site.here()));
    }

    private ResponseEntity<byte[]> answer(String file) {
        Changes.Newest newest = changes.newest();
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .cacheControl(CacheControl.noCache())
                .eTag(newest.tag())
                .lastModified(newest.madeAt())
                .body(file.getBytes(StandardCharsets.UTF_8));
    }
}
