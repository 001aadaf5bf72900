/**
 * Runs a part of Pacta in a process of its own, with a heap of its own and a deadline: what the libraries that read other people's files do with
 * one, they do to nobody else. The process is given no setting, no password and no connection, and what it says is read as text.
 */
@ApplicationModule(
        id = "child",
        displayName = "Child processes",
        allowedDependencies = {})
@NullMarked
package org.pacta.platform.child;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
