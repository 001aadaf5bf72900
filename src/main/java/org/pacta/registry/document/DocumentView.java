package org.pacta.registry.document;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.KeptDocument;
import org.pacta.platform.shared.Name;

/**
 * A document with what it belongs to.
 *
 * @param isThere whether the store has its file
 * @param isUnread whether its text could not be read
 */
record DocumentView(
        KeptDocument document,
        @Nullable Long sourceId,
        Name source,
        @Nullable Long agreementId,
        Name agreement,
        boolean isThere,
        boolean isUnread) {}
