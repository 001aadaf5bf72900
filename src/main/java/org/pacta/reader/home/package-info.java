/** The front page. */
@ApplicationModule(
        id = "home",
        displayName = "Home",
        allowedDependencies = {"shared", "reading", "line", "council"})
@NullMarked
package org.pacta.reader.home;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
