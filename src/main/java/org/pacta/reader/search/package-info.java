/** Finds records by any of their names. */
@ApplicationModule(
        id = "search",
        displayName = "Search",
        allowedDependencies = {"shared", "reading"})
@NullMarked
package org.pacta.reader.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
