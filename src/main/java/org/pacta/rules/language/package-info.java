/**
 * Chinese as search needs it: one script for both, and readings in Latin letters. The Unicode data behind it is ICU's; what comes out is a key
 * to find things by and is never shown.
 */
@ApplicationModule(
        id = "language",
        displayName = "Language",
        allowedDependencies = {})
@NullMarked
package org.pacta.rules.language;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
