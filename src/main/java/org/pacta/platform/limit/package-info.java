/** How much one address may ask for, so that it does not take what all others need. */
@ApplicationModule(
        id = "limit",
        displayName = "Limits",
        allowedDependencies = {})
@NullMarked
package org.pacta.platform.limit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
