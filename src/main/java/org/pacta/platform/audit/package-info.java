/**
 * Keeps what was done in a chain that is only added to: who signed in and who was refused, what was denied to whom, which rights were given, what
 * staff took out, and a digest of each revision. Each row carries a digest of itself and of the digest before it.
 *
 * <p>Whoever does something leaves a row that waits, in the same transaction, and queues for nobody. A thread puts what is committed into the
 * chain five times a second, in the order in which it was left; of several instances one does so at a time. The digest of a revision is that of its
 * rows in the audit tables without {@code revend}, which a later revision fills, and without what is empty, so that a new column changes none.
 */
@ApplicationModule(
        id = "audit",
        displayName = "Audit",
        allowedDependencies = {"security", "database"})
@NullMarked
package org.pacta.platform.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
