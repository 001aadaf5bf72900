/**
 * Whom a stretch of text names: an organisation, a person or a place; where its name ends, and what before or behind it is no part of it.
 *
 * <p>What is on record is evidence, and so are the words of the vocabulary; a stretch that neither knows may still be a name, only a weak one.
 */
@ApplicationModule(
        id = "naming",
        displayName = "Naming",
        allowedDependencies = {"language"})
@NullMarked
package org.pacta.rules.naming;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
