/**
 * What the registry's tables and columns mean, and the page that tells it. The words are the comments of the schema itself
 * ({@code db/migration/R__dictionary.sql}), so that whoever meets the data in the database, on the page or in a Data Package reads the same;
 * the Chinese stands in {@code dictionary_zh.properties}.
 */
@ApplicationModule(
        id = "dictionary",
        displayName = "Data dictionary",
        allowedDependencies = {"shared", "history"})
@NullMarked
package org.pacta.exchange.dictionary;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
