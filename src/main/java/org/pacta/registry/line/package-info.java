/**
 * The registry line by line: agreements, projects and meetings as every list and page shows them, who is in them, and what sources state about
 * a record. Lines are read from the views of {@code R__views.sql}, so that a page of a council can show agreements without the council knowing
 * their Java types.
 */
@ApplicationModule(
        id = "line",
        displayName = "Lines",
        allowedDependencies = {"shared", "form", "reading", "indicator"})
@NullMarked
package org.pacta.registry.line;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
