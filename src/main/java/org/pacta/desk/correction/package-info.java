/**
 * One record at a time: corrected, added, restored or withdrawn, by the one form that every kind of record has.
 *
 * <p>What is typed is kept whether or not it can be read, and takes the road of a draft: its author has it checked, a reviewer publishes
 * it or gives it back. A correction remembers the revision it began with, so that a record changed meanwhile is noticed, and both changes
 * can be brought together field by field.
 */
@ApplicationModule(
        id = "correction",
        displayName = "Corrections",
        allowedDependencies = {
            "shared",
            "form",
            "language",
            "security",
            "history",
            "reading",
            "record",
            "revision",
            "draft",
            "publication"
        })
@NullMarked
package org.pacta.desk.correction;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
