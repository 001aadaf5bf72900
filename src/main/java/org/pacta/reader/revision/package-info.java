/** The history of records: their revisions, a record as it stood after one, what differs between two, and all changes one after the other. */
@ApplicationModule(
        id = "revision",
        displayName = "Revisions",
        allowedDependencies = {"shared", "form", "security", "reading", "record"})
@NullMarked
package org.pacta.reader.revision;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
