/**
 * Takes the registry out as a Frictionless Data Package, one CSV file per table, and in again. A package is made from one snapshot. It is
 * loaded whole or not at all: everything its descriptor promises and the database demands of a column is checked first, and what only the
 * database can tell ends the one transaction that writes it.
 *
 * @see <a href="https://datapackage.org/standard/data-package/">Data Package 2.0</a>
 */
@ApplicationModule(
        id = "datapackage",
        displayName = "Data Package",
        allowedDependencies = {"shared", "history", "audit", "dictionary", "storage"})
@NullMarked
package org.pacta.exchange.datapackage;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
