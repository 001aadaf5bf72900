/**
 * A list of somebody's own on its way in: the file is kept as it came, read by a stream, and its columns are told what they hold.
 *
 * <p>What takes long is done by one thread beside the pages, in transactions of which each says how far it has come, so that it goes on where it
 * was after a crash. Other packages add steps as {@code ImportWork}.
 */
@ApplicationModule(
        id = "importing",
        displayName = "Imports",
        allowedDependencies = {
            "shared",
            "security",
            "storage",
            "child",
            "database",
            "history",
            "reading",
            "table",
            "language",
            "sheet"
        })
@NullMarked
package org.pacta.desk.importing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
