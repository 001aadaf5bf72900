/** What is said of a draft: remarks on its lines, which stay whatever becomes of it, and the reasons why a warning is kept. */
@ApplicationModule(
        id = "discussion",
        displayName = "Discussion",
        allowedDependencies = {"shared", "security", "reading", "draft"})
@NullMarked
package org.pacta.desk.discussion;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
