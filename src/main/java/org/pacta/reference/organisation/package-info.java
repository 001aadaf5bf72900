/** The companies, ministries, hospitals and universities that sign, witness and take part. */
@ApplicationModule(
        id = "organisation",
        displayName = "Organisations",
        allowedDependencies = {"shared", "form", "language", "history", "reading", "source", "place", "indicator"})
@NullMarked
package org.pacta.reference.organisation;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
