/**
 * Reads the registry from a Frictionless Data Package, one CSV file per table. A package is written whole or not at all: everything its
 * descriptor promises is checked first, and what only the database can tell ends the one transaction that writes it.
 *
 * @see <a href="https://datapackage.org/standard/data-package/">Data Package 2.0</a>
 */
@ApplicationModule(
        id = "datapackage",
        displayName = "Data Package",
        allowedDependencies = {})
@NullMarked
package org.pacta.exchange.datapackage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
