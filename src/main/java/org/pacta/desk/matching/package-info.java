/** Which organisation a printed name stands for, and which organisations may be one. */
@ApplicationModule(
        id = "matching",
        displayName = "Matching",
        allowedDependencies = {"shared", "history", "reading", "language", "naming"})
@NullMarked
package org.pacta.desk.matching;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
