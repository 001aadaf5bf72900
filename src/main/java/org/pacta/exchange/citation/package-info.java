/**
 * How people, reference managers and search engines name what is here: citations of a record in its newest state, which has an address of its
 * own for ever, data about a page in the words of schema.org, and the sitemap.
 */
@ApplicationModule(
        id = "citation",
        displayName = "Citations",
        allowedDependencies = {"shared", "form", "history", "reading", "feed"})
@NullMarked
package org.pacta.exchange.citation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
