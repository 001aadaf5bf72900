/**
 * Finds what the texts of documents say, page by page. PostgreSQL searches them itself, by the pages of documents that are published now, so that no
 * index can be behind or tell of what was withdrawn.
 */
@ApplicationModule(
        id = "passage",
        displayName = "Passages",
        allowedDependencies = {"shared", "reading"})
@NullMarked
package org.pacta.reader.passage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
