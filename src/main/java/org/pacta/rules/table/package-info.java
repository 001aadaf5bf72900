/**
 * A table of somebody's own, as offices keep them: its letters and separators, what its columns may hold by their headings in four languages and
 * by their values, dates however they were typed, and the words for instruments and states.
 */
@ApplicationModule(
        id = "table",
        displayName = "Tables",
        allowedDependencies = {"language", "term"})
@NullMarked
package org.pacta.rules.table;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
