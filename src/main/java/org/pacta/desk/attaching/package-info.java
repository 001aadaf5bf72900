/** Hands in files: each is kept at once, and becomes a document of a source or an agreement by a correction that a reviewer publishes. */
@ApplicationModule(
        id = "attaching",
        displayName = "Attaching",
        allowedDependencies = {"security", "form", "reading", "storage", "record", "document", "correction", "intake"})
@NullMarked
package org.pacta.desk.attaching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
