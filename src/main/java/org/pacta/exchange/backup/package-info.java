/**
 * A copy of everything PostgreSQL keeps, history, accounts and drafts included, and of the files of documents, and the way back from it. Sessions
 * are left out: whoever was signed in signs in again.
 *
 * <p>The embedded server brings no {@code pg_dump}, so Pacta copies its tables itself, in one transaction that sees one moment. A backup is
 * sealed by a checksum over all its bytes, and nothing is changed by one whose seal is broken.
 */
@ApplicationModule(
        id = "backup",
        displayName = "Backup",
        allowedDependencies = {"storage"})
@NullMarked
package org.pacta.exchange.backup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
