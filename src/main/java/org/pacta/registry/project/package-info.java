/** The joint projects, who takes part in them and the agreements they follow from. */
@ApplicationModule(
        id = "project",
        displayName = "Projects",
        allowedDependencies = {
            "shared",
            "form",
            "history",
            "source",
            "place",
            "topic",
            "organisation",
            "line",
            "council",
            "meeting",
            "agreement"
        })
@NullMarked
package org.pacta.registry.project;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
