/**
 * Indicators as pages show them, whatever they are about: a place, a pair of places, an organisation, a meeting. They are written where they
 * are entered, in the registry, and never counted with its figures.
 */
@ApplicationModule(
        id = "indicator",
        displayName = "Indicators",
        allowedDependencies = {"shared", "reading"})
@NullMarked
package org.pacta.reference.indicator;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
