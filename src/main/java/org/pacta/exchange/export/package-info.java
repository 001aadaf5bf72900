/** Lists as files: every row of a view, as CSV, as a workbook or as JSON, with what the view is in words. */
@ApplicationModule(
        id = "export",
        displayName = "Exports",
        allowedDependencies = {"shared", "reading", "search"})
@NullMarked
package org.pacta.exchange.export;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
