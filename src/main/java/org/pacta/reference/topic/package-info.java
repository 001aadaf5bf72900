/** The common list of focus areas that agreements, projects and the pillars of councils map to. */
@ApplicationModule(
        id = "topic",
        displayName = "Topics",
        allowedDependencies = {"shared", "history"})
@NullMarked
package org.pacta.reference.topic;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
