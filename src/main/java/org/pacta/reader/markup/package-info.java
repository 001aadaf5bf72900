/** Writes what stands hundredfold beside and in a list, where a template would cost more than finding it. */
@ApplicationModule(
        id = "markup",
        displayName = "Markup",
        allowedDependencies = {"shared", "reading", "line"})
@NullMarked
package org.pacta.reader.markup;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
