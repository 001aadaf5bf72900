/** The numbers announced about the agreements and projects of councils, those set as targets, and all other statistics as indicators. */
@ApplicationModule(
        id = "figure",
        displayName = "Figures",
        allowedDependencies = {
            "shared",
            "form",
            "history",
            "source",
            "place",
            "organisation",
            "council",
            "meeting",
            "agreement",
            "project"
        })
@NullMarked
package org.pacta.registry.figure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
