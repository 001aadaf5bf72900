/** The annex parser. */
@ApplicationModule(
        id = "annex",
        displayName = "Annex",
        allowedDependencies = {})
@NullMarked
package org.pacta.rules.annex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
