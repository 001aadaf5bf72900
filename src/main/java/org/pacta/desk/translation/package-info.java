/**
 * Titles, names and summaries in both languages side by side: what one of them lacks is a list of work. What is typed becomes one correction of
 * all the records on the page.
 */
@ApplicationModule(
        id = "translation",
        displayName = "Translation",
        allowedDependencies = {"shared", "form", "security", "reading", "record", "draft", "correction"})
@NullMarked
package org.pacta.desk.translation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
