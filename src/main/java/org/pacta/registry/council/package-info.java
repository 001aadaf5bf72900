/** The standing bodies between places: their sides, pillars, names and standing roles. */
@ApplicationModule(
        id = "council",
        displayName = "Councils",
        allowedDependencies = {
            "shared",
            "language",
            "form",
            "history",
            "reading",
            "source",
            "place",
            "indicator",
            "topic",
            "person",
            "organisation",
            "line",
            "record",
            "ledger",
            "tally",
            "telling",
            "chart"
        })
@NullMarked
package org.pacta.registry.council;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
