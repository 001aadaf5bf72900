/** What lists, pages and forms read alike: the choices of a filter, the pages of a list, columns and citations, in SQL, through views; the fields that are sent. */
@ApplicationModule(id = "reading", displayName = "Reading", allowedDependencies = "shared")
@NullMarked
package org.pacta.platform.reading;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
