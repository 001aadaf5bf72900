/**
 * From a draft to the registry: what is still wrong, a look at the page to come, review by somebody else, and publishing in one transaction.
 *
 * <p>A line becomes the form of its feature as JSON: it starts from the record it corrects, or from what is usual, and takes over every field
 * that was typed. What does not exist yet (new organisations, people, sources) is recorded first.
 */
@ApplicationModule(
        id = "publication",
        displayName = "Publication",
        allowedDependencies = {
            "shared",
            "form",
            "record",
            "security",
            "audit",
            "history",
            "reading",
            "language",
            "ledger",
            "source",
            "person",
            "organisation",
            "matching",
            "draft",
            "discussion"
        })
@NullMarked
package org.pacta.desk.publication;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
