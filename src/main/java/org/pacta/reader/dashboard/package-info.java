/**
 * What managers read: cumulative numbers by council with how sure they are, the gap between announced and recorded as a list of work, and the
 * rows behind each number.
 */
@ApplicationModule(
        id = "dashboard",
        displayName = "Dashboard",
        allowedDependencies = {
            "shared",
            "language",
            "history",
            "reading",
            "indicator",
            "line",
            "record",
            "ledger",
            "tally",
            "telling",
            "chart",
            "paper"
        })
@NullMarked
package org.pacta.reader.dashboard;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
