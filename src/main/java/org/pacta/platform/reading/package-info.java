/**
 * What several pages read alike: lines of agreements and projects, citations, and the choices of a filter. Reading goes through the views of
 * {@code R__views.sql}, in SQL, so that a page of a council can show agreements without the council knowing their Java types.
 */
@ApplicationModule(id = "reading", displayName = "Reading", allowedDependencies = "shared")
@NullMarked
package org.pacta.platform.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
