/**
 * What every feature speaks in: names in two scripts, partial dates, pages of a list, addresses, and the pages shown when something is not there.
 */
@ApplicationModule(
        id = "shared",
        displayName = "Shared",
        allowedDependencies = {})
@NullMarked
package org.pacta.platform.shared;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
