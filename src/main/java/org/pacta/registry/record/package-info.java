/**
 * Every kind of record alike: its form, the fields of the form, and the form as text that people type and compare.
 *
 * <p>A form says all that is entered of a record. So it is what an editor changes, what two revisions are compared by, and what an old
 * revision is restored from; no kind of record has a page of its own for any of that.
 */
@ApplicationModule(
        id = "record",
        displayName = "Records",
        allowedDependencies = {"shared", "form", "history", "language"})
@NullMarked
package org.pacta.registry.record;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
