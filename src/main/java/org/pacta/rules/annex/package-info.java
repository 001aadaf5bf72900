/** The annex parser. */
@ApplicationModule(
        id = "annex",
        displayName = "Annex",
        allowedDependencies = {"language"})
@NullMarked
package org.pacta.rules.annex;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
