/** Finds records by words and by what can be chosen: the search page, the four lists with their facets, and the jump box. */
@ApplicationModule(
        id = "search",
        displayName = "Search",
        allowedDependencies = {
            "shared",
            "history",
            "form",
            "reading",
            "organisation",
            "line",
            "indexing",
            "engine",
            "language"
        })
@NullMarked
package org.pacta.reader.search;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
