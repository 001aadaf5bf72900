/** What others follow and cite: feeds of changes, citations of records and views, the site map. */
@ApplicationModule(
        id = "feed",
        displayName = "Feeds and citations",
        allowedDependencies = {"shared", "reading", "record", "revision", "search"})
@NullMarked
package org.pacta.exchange.feed;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
