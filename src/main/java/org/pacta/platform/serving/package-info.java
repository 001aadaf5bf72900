/**
 * What is answered when the database is away, late or full, and when more is asked than can be answered: a page that says so, at once, and
 * 503 with {@code Retry-After} for programs. Pages, the desk and files each work in a lane of their own, so that what waits in one never
 * holds up another. What two people do at the same moment is done again by the server before it is refused. A request is taken for what it
 * is: one that cannot be read is refused, the address it claims to have come to counts only where it is ours, and a language that its address
 * names is that of the page.
 */
@ApplicationModule(
        id = "serving",
        displayName = "Serving",
        allowedDependencies = {"shared", "database", "limit"})
@NullMarked
package org.pacta.platform.serving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
