/**
 * The database that comes with Pacta: where no data source is configured, a PostgreSQL server of its own, kept in the data directory.
 *
 * <p>The library that unpacks and starts it is made for tests, so everything it relaxes is tightened again here: writes are durable, every
 * connection needs a password, and the application connects as an ordinary role. After a crash the next start takes the directory over
 * without anybody's help; two applications never share one.
 */
@ApplicationModule(
        id = "database",
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package org.pacta.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
