/** Focus areas against years and councils: what was agreed on, when, and where. */
@ApplicationModule(
        id = "focus",
        displayName = "Focus",
        allowedDependencies = {"shared", "history", "reading", "chart"})
@NullMarked
package org.pacta.reader.focus;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
