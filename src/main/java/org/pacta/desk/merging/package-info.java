/**
 * Organisations that are on record twice: found, merged with a look at what moves, and parted again.
 *
 * <p>A merge keeps each record it changes as it stood before and after. Parting compares these with the record as it stands: what the merge
 * changed goes back, what others have changed since stays, and where both touched the same field nothing is done and the record is named.
 */
@ApplicationModule(
        id = "merging",
        displayName = "Merging",
        allowedDependencies = {"shared", "form", "record", "security", "history", "reading", "naming", "organisation"})
@NullMarked
package org.pacta.desk.merging;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
