package org.pacta.registry.meeting;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.BrokenRuleException;
import org.pacta.platform.history.Records;
import org.pacta.registry.council.Council;

/** The council a record belongs to and the meeting it comes from; the meeting tells the council where only the meeting is given. */
public record Occasion(@Nullable Council council, @Nullable Meeting meeting) {

    public Occasion {
        if (council == null && meeting != null) {
            council = meeting.council();
        }
    }

    /** The council and the meeting of these numbers, where they are given. */
    public static Occasion of(Records records, @Nullable Long council, @Nullable Long meeting) {
        return new Occasion(records.find(Council.class, council), records.find(Meeting.class, meeting));
    }

    /** Itself, when the two agree; refuses under the name of a rule when they do not. */
    public Occasion agreed(String rule) {
        if (!agrees()) {
            throw new BrokenRuleException(rule);
        }
        return this;
    }

    /** Whether the meeting is the council's own, or that of a body above or under it. */
    public boolean agrees() {
        return council == null
                || meeting == null
                || Objects.equals(council.top().getId(), meeting.council().top().getId());
    }

    /** Whether it is the same meeting, or like the other none. */
    public boolean isAt(@Nullable Meeting other) {
        return meeting == null ? other == null : other != null && Objects.equals(meeting.getId(), other.getId());
    }
}
