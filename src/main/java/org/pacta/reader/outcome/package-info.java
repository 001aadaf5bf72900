/** What became of what was agreed: agreements with a project, projects with an outcome, commitments kept, overdue and silent. */
@ApplicationModule(
        id = "outcome",
        displayName = "Outcomes",
        allowedDependencies = {"shared", "language", "history", "reading", "chart"})
@NullMarked
package org.pacta.reader.outcome;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
