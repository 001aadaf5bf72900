/** The forward-looking statements of the sources, and what became of them. */
@ApplicationModule(
        id = "commitment",
        displayName = "Commitments",
        allowedDependencies = {
            "shared",
            "form",
            "history",
            "source",
            "organisation",
            "council",
            "meeting",
            "agreement",
            "project"
        })
@NullMarked
package org.pacta.registry.commitment;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
