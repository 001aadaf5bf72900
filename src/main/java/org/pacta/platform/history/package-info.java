/**
 * Records every change of the registry as a revision: who, when and why.
 *
 * <p>The reason belongs to the transaction, since one transaction is one revision and the audit tables are written while it commits, when
 * the service that opened it has returned. A commit that changes audited records without a reason fails, so no history has gaps.
 */
@ApplicationModule(
        id = "history",
        displayName = "History",
        allowedDependencies = {"shared", "security"})
@NullMarked
package org.pacta.platform.history;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
