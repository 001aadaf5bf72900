/** Counts what is recorded and finds what was announced, council by council, in SQL. The two are never added together. */
@ApplicationModule(
        id = "tally",
        displayName = "Tally",
        allowedDependencies = {"shared", "history", "reading", "record", "ledger"})
@NullMarked
package org.pacta.registry.tally;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
