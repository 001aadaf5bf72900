/** One field of everything in a list changed at once, as one correction that a reviewer publishes and that is taken back as one. */
@ApplicationModule(
        id = "changing",
        displayName = "Changing lists",
        allowedDependencies = {"shared", "form", "security", "reading", "record", "correction"})
@NullMarked
package org.pacta.desk.changing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
