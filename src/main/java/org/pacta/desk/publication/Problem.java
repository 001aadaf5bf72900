package org.pacta.desk.publication;

import org.jspecify.annotations.Nullable;

/**
 * Something about a draft that somebody should know before it is published.
 *
 * @param line it is about; null for the draft as a whole
 * @param field of the line; null for the line as a whole
 * @param isGrave whether the draft cannot be published with it
 */
record Problem(@Nullable Long line, @Nullable String field, String message, boolean isGrave) {}
