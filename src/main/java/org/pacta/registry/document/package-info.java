/**
 * Files that are kept as documents, and what they are: the authentic text of an agreement, a translation, an annex, a press release, a photograph.
 * A document belongs to a source, an agreement or both, and goes when all of them do.
 */
@ApplicationModule(
        id = "document",
        displayName = "Documents",
        allowedDependencies = {"shared", "child", "form", "history", "reading", "storage", "source", "agreement"})
@NullMarked
package org.pacta.registry.document;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
