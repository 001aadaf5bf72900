package org.pacta.desk.publication;

import org.jspecify.annotations.Nullable;
import org.pacta.desk.publication.Keeping.Kept;

/**
 * Something about a draft that somebody should know before it is published.
 *
 * @param line it is about; null for the draft as a whole
 * @param field of the line; null for the line as a whole
 * @param isGrave whether the draft cannot be published with it
 * @param mark tells it from others, and from itself once what it says has changed; empty for a grave one
 * @param kept why it is kept all the same; null where nobody has said so
 */
record Problem(
        @Nullable Long line,
        @Nullable String field,
        String message,
        boolean isGrave,
        String mark,
        @Nullable Kept kept) {

    /** Whether nobody has said why it may stay. */
    boolean isOpen() {
        return !isGrave && kept == null;
    }

    static Problem grave(@Nullable Long line, @Nullable String field, String message) {
        return new Problem(line, field, message, true, "", null);
    }
}
