package org.pacta.desk.publication;

import org.jspecify.annotations.Nullable;
import org.pacta.desk.discussion.Answers.Kept;

/**
 * Something about a draft that somebody should know before it is published.
 *
 * @param line it is about; null for the draft as a whole
 * @param field of the line; null for the line as a whole
 * @param anchor where on the page of the draft it can be put right, or {@code review?} and what is asked of the page of what was found
 * @param isGrave whether the draft cannot be published with it
 * @param mark tells it from others, and from itself once what it says has changed; empty for a grave one
 * @param kept why it is kept all the same; null where nobody has said so
 */
record Problem(
        @Nullable Long line,
        @Nullable String field,
        String anchor,
        String message,
        boolean isGrave,
        String mark,
        @Nullable Kept kept) {

    private static final String DECISION = "decision";

    private static final String OVERTAKEN = "overtaken";

    /** Whether it stands in the way of what was just decided, and not of the draft. */
    boolean isOfTheDecision() {
        return anchor.equals(DECISION);
    }

    /** Whether others have changed meanwhile what the draft changes; its lines say which. */
    boolean isOfOthers() {
        return anchor.equals(OVERTAKEN);
    }

    /** Where it can be put right: on the page of the draft, or on that of what was found in a text. */
    public String path(long draft) {
        return "/desk/drafts/%d%s%s".formatted(draft, anchor.startsWith("review?") ? "/" : "#", anchor);
    }

    /** Whether nobody has said why it may stay. */
    boolean isOpen() {
        return !isGrave && kept == null;
    }

    static Problem grave(@Nullable Long line, @Nullable String field, String message) {
        return new Problem(line, field, anchor(line, field), message, true, "", null);
    }

    /** One that is no fault of the draft: what was just decided cannot be done. */
    static Problem ofTheDecision(String message) {
        return grave(DECISION, message);
    }

    /** One that others have brought about by changing what the draft changes. */
    static Problem ofOthers(String message) {
        return grave(OVERTAKEN, message);
    }

    /** One of the draft as a whole, to be put right at a place of its page. */
    static Problem grave(String anchor, String message) {
        return new Problem(null, null, anchor, message, true, "", null);
    }

    /** @param anchor null for the line as a whole */
    static Problem doubtful(
            @Nullable Long line, @Nullable String anchor, String message, String mark, @Nullable Kept kept) {
        return new Problem(line, null, anchor == null ? anchor(line, null) : anchor, message, false, mark, kept);
    }

    private static String anchor(@Nullable Long line, @Nullable String field) {
        return line == null ? "draft" : field == null ? "line-" + line : line + "." + field;
    }
}
