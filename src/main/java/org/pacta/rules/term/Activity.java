package org.pacta.rules.term;

import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Whether an agreement is active on a day, and on what that rests: the status last told, then the end of its own term. One whose term is over is
 * active no more, unless it renews itself or a source says that it was extended beyond.
 */
public enum Activity {
    /** Nothing tells that it was signed. */
    NOT_SIGNED(false),
    /** A source tells its end. */
    ENDED(false),
    /** A source tells that it rests. */
    SUSPENDED(false),
    /** Its last day is past, and no source tells of an extension. */
    LAPSED(false),
    /** Its last day may be past. */
    MAY_HAVE_LAPSED(true),
    /** Its first term is over, and it renews itself. */
    RENEWED(true),
    /** Its last day is still to come. */
    WITHIN_TERM(true),
    /** It runs until somebody ends it, and no source tells that somebody did. */
    UNTIL_ENDED(true),
    /** No source tells when it ends, and none that it did. */
    NO_END_TOLD(true);

    private final boolean active;

    Activity(boolean active) {
        this.active = active;
    }

    /** What a status means for it. */
    public enum Stage {
        BEFORE,
        UNDER_WAY,
        SUSPENDED,
        OVER
    }

    /**
     * Judges an agreement on a day.
     *
     * @param first first day that can be the last of its term; null where that is open
     * @param last last day that can be the last of its term; null where that is open
     * @param renewsItself whether it goes on at the end of its term
     * @param untilEnded whether it has no term
     */
    public static Activity of(
            Stage stage,
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean renewsItself,
            boolean untilEnded,
            LocalDate day) {
        return switch (stage) {
            case BEFORE -> NOT_SIGNED;
            case OVER -> ENDED;
            case SUSPENDED -> SUSPENDED;
            case UNDER_WAY -> underWay(first, last, renewsItself, untilEnded, day);
        };
    }

    private static Activity underWay(
            @Nullable LocalDate first,
            @Nullable LocalDate last,
            boolean renewsItself,
            boolean untilEnded,
            LocalDate day) {
        if (last == null) {
            return untilEnded ? UNTIL_ENDED : NO_END_TOLD;
        }
        if (last.isBefore(day)) {
            return renewsItself ? RENEWED : LAPSED;
        }
        boolean isPerhapsPast = first == null || first.isBefore(day);
        return isPerhapsPast && !renewsItself ? MAY_HAVE_LAPSED : WITHIN_TERM;
    }

    public boolean isActive() {
        return active;
    }

    /** As in the keys of messages. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
