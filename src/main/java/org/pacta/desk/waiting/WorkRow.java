package org.pacta.desk.waiting;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Section;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * Something that somebody is at, or has to be.
 *
 * @param what draft, correction, import, or meeting: one that is planned and of which no draft is at work
 * @param name of the council, of what a correction says, or of the file
 * @param heldOn day of the meeting as it was typed; null where none was
 * @param state as of a draft; planned for a meeting
 * @param lines of a draft, or records that a correction changes
 * @param author null for a meeting
 */
public record WorkRow(
        String what,
        long id,
        Name name,
        @Nullable String councilSlug,
        @Nullable String ordinal,
        @Nullable String heldOn,
        String state,
        @Nullable Long lines,
        @Nullable String author,
        @Nullable Instant changedAt) {

    public String path() {
        if (isMeeting()) {
            return ordinal == null ? "/meetings/" + id : "/councils/%s/meetings/%s".formatted(councilSlug, ordinal);
        }
        return "/desk/%ss/%d%s".formatted(what, id, what.equals("draft") && !state.equals("open") ? "/check" : "");
    }

    /** The day of the meeting, where what was typed can be read. */
    public @Nullable PartialDate day() {
        return heldOn == null
                        || !Section.BASICS.faults(Map.of("heldOn", heldOn)).isEmpty()
                ? null
                : PartialDate.parse(heldOn);
    }

    /** Whether a meeting that is planned should have been held. */
    public boolean isPast(LocalDate today) {
        PartialDate day = day();
        LocalDate last = day == null ? null : day.latest();
        return isMeeting() && last != null && last.isBefore(today);
    }

    public boolean isMeeting() {
        return what.equals("meeting");
    }

    /** Whether a reviewer goes on with it. */
    public boolean isSubmitted() {
        return state.equals("submitted");
    }
}
