/**
 * What all kinds of record have in common: each is described once, by its form.
 *
 * <p>A form is a record that says all that is entered of a record of the registry. Its components say what they are called, of which type they
 * are and what they must be; where that is not all, an annotation says the rest: what a number {@linkplain org.pacta.platform.form.Refers
 * refers to}, in which {@linkplain org.pacta.platform.form.KeptIn table} rows are kept, what is {@linkplain org.pacta.platform.form.Usual usual}.
 * From this follow the form to correct it in, the lines of the desk, the comparison of revisions, merging, the interface for programs, files
 * and the search index. Whoever adds a field to a form adds it to all of them.
 */
@ApplicationModule(
        id = "form",
        displayName = "Forms",
        allowedDependencies = {"shared", "history"})
@NullMarked
package org.pacta.platform.form;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
