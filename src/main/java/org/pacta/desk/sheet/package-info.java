/**
 * Sheets to fill in: the empty ones that the desk offers, and the rows of those that come back.
 *
 * <p>A column is told by its heading, in either language or by the name of the field. A sheet that comes back is a text like any other, with tabs
 * between its cells, so it is kept as evidence and looked through on the same page.
 */
@ApplicationModule(
        id = "sheet",
        displayName = "Sheets",
        allowedDependencies = {"shared", "form", "language", "record", "draft"})
@NullMarked
package org.pacta.desk.sheet;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
