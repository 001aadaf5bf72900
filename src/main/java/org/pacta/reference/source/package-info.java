/** The documents that say something, and what a citation of one holds. */
@ApplicationModule(
        id = "source",
        displayName = "Sources",
        allowedDependencies = {"shared", "form", "history", "reading"})
@NullMarked
package org.pacta.reference.source;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
