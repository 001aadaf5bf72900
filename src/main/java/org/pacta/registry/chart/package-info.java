/** Charts with the table each is drawn from, and those of what was announced, follows and is recorded over time. */
@ApplicationModule(
        id = "chart",
        displayName = "Charts",
        allowedDependencies = {"shared", "ledger", "tally", "telling"})
@NullMarked
package org.pacta.registry.chart;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
