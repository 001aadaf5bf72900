/** Numbers on paper: what a Word document or a set of slides says is put down once, and written as either, with charts and tables that can be edited there. */
@ApplicationModule(
        id = "paper",
        displayName = "Paper",
        allowedDependencies = {"shared", "tally", "telling", "chart"})
@NullMarked
package org.pacta.registry.paper;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
