/** What is made up for people and programs to keep, and how it is told again without being kept. */
@ApplicationModule(
        id = "secret",
        displayName = "Secrets",
        allowedDependencies = {})
@NullMarked
package org.pacta.platform.secret;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
