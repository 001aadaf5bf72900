/** The people who chaired, signed or spoke. */
@ApplicationModule(
        id = "person",
        displayName = "People",
        allowedDependencies = {"shared", "form", "history", "reading", "language", "source"})
@NullMarked
package org.pacta.reference.person;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
