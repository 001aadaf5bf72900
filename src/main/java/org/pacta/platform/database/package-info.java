/**
 * The database that comes with Pacta: where no data source is configured, a PostgreSQL server of its own, kept in the data directory.
 *
 * <p>The archive of its programs comes from a library made for tests. Only the archive is used: that library starts servers which trust
 * everybody, promise nothing about the disk and are waited for even when they are dead. Here writes are durable, every connection needs a
 * password, and the application connects as an ordinary role. After a crash the next start takes the directory over without anybody's
 * help; two applications never share one.
 */
@ApplicationModule(
        id = "database",
        displayName = "Database",
        allowedDependencies = {})
@NullMarked
package org.pacta.platform.database;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
