/**
 * Takes the content of a record away that must not be kept: from its rows and those that belong to it, from their history, from what staff
 * wrote before it was published, and from the files that it alone names. Its number stays, with the day and the reason, and so does the audit chain, which states anew what the
 * revisions hold that lost something.
 */
@ApplicationModule(
        id = "erasure",
        displayName = "Erasure",
        allowedDependencies = {"audit", "dictionary", "storage"})
@NullMarked
package org.pacta.exchange.erasure;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
