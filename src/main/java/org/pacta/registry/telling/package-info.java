/**
 * Tells of ledgers: puts numbers, proofs, findings and targets into words, signs, columns and tables in the reader's language. Whatever
 * shows a number takes it from here, so that it is called what it is everywhere.
 */
@ApplicationModule(
        id = "telling",
        displayName = "Telling",
        allowedDependencies = {"shared", "ledger", "tally"})
@NullMarked
package org.pacta.registry.telling;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
