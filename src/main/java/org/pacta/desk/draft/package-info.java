/**
 * What staff prepare at the desk: drafts of a meeting with its figures, agreements, projects and commitments.
 *
 * <p>A line keeps what was typed as text, whether or not it can be read yet, and is saved under its own version; reading it as the form of its
 * feature is left to checking and publishing. So nothing typed is ever lost, and two windows cannot overwrite each other.
 */
@ApplicationModule(
        id = "draft",
        displayName = "Drafts",
        allowedDependencies = {
            "shared",
            "form",
            "record",
            "history",
            "security",
            "reading",
            "ledger",
            "tally",
            "source",
            "organisation",
            "meeting",
            "agreement",
            "project",
            "commitment",
            "figure",
            "language",
            "matching"
        })
@NullMarked
package org.pacta.desk.draft;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
