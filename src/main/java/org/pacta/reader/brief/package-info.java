/** One printable page to take into the next meeting of a council. */
@ApplicationModule(
        id = "brief",
        displayName = "Brief",
        allowedDependencies = {"shared", "reading", "line", "tally", "telling", "chart", "paper"})
@NullMarked
package org.pacta.reader.brief;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
