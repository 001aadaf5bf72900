/** The countries, provinces, cities and zones that stand behind a council or host it. */
@ApplicationModule(
        id = "place",
        displayName = "Places",
        allowedDependencies = {"shared", "form", "history", "reading", "source", "indicator"})
@NullMarked
package org.pacta.reference.place;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
