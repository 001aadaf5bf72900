package org.pacta.exchange.feed;

import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.history.Snapshots.Snapshot;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

@Controller
class CalendarController {

    private static final MediaType CALENDAR = new MediaType("text", "calendar", StandardCharsets.UTF_8);

    private final MeetingCalendar calendar;
    private final Snapshots snapshots;

    CalendarController(MeetingCalendar calendar, Snapshots snapshots) {
        this.calendar = calendar;
        this.snapshots = snapshots;
    }

    @GetMapping("/meetings.ics")
    ResponseEntity<byte[]> all() {
        return answer(calendar::all);
    }

    @GetMapping("/councils/{slug}/meetings.ics")
    ResponseEntity<byte[]> ofCouncil(@PathVariable String slug) {
        return answer(site -> calendar.ofCouncil(slug, site));
    }

    @GetMapping("/agreements.ics")
    ResponseEntity<byte[]> ending() {
        return answer(calendar::ending);
    }

    /** For whoever is at the desk, with drafts that no revision tells of. */
    @GetMapping("/desk/meetings.ics")
    ResponseEntity<byte[]> ofDesk() {
        return ResponseEntity.ok()
                .contentType(CALENDAR)
                .body(calendar.ofDesk(Site.here()).getBytes(StandardCharsets.UTF_8));
    }

    private ResponseEntity<byte[]> answer(Function<Site, String> file) {
        Snapshot snapshot = snapshots.now();
        return TaggedFile.of(file.apply(Site.here()).getBytes(StandardCharsets.UTF_8), CALENDAR, snapshot);
    }
}
