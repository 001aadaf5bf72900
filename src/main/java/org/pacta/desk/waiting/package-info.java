/**
 * The first page of the desk: what waits for whoever is signed in, what they and others are at, the meetings to come, and what the registry
 * lacks. Each thing at work stands in one list only: where it waits for them there, else an import among the imports, and what waits for its day there.
 */
@ApplicationModule(
        id = "waiting",
        displayName = "Waiting",
        allowedDependencies = {"shared", "database", "security", "reading", "tally", "dashboard", "draft", "merging"})
@NullMarked
package org.pacta.desk.waiting;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
