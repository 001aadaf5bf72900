/**
 * Files that are kept outside the database, each once, under the SHA-256 of its bytes. The rows that name them come after the file is safe, so
 * that a crash between both leaves a file without a row and never a row without a file.
 */
@ApplicationModule(
        id = "storage",
        displayName = "Storage",
        allowedDependencies = {})
@NullMarked
package org.pacta.platform.storage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
