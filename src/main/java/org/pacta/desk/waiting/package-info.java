/** What waits for whoever is signed in: drafts and corrections of others to be reviewed, and their own that were returned. */
@ApplicationModule(
        id = "waiting",
        displayName = "Waiting",
        allowedDependencies = {"shared", "security", "reading"})
@NullMarked
package org.pacta.desk.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
