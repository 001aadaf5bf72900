/**
 * The rows of a list become records: the values of its columns are settled once each, every row is tried dry, a reviewer publishes what is ready
 * in batches, and all of it can be taken back as one.
 *
 * <p>A row is known again by a number of its own or by what it says, so that a list that comes again makes nothing twice.
 */
@ApplicationModule(
        id = "moving",
        displayName = "Moving in",
        allowedDependencies = {
            "shared",
            "form",
            "security",
            "audit",
            "database",
            "history",
            "reading",
            "language",
            "table",
            "term",
            "record",
            "matching",
            "organisation",
            "revision",
            "reversal",
            "publication",
            "importing"
        })
@NullMarked
package org.pacta.desk.moving;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
