/** The sessions of councils: when and where they were held, who chaired and who took part. */
@ApplicationModule(
        id = "meeting",
        displayName = "Meetings",
        allowedDependencies = {
            "shared",
            "form",
            "history",
            "reading",
            "source",
            "place",
            "indicator",
            "person",
            "organisation",
            "line",
            "council",
            "tally",
            "telling"
        })
@NullMarked
package org.pacta.registry.meeting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
