/**
 * Keeps the search index in step with the registry.
 *
 * <p>PostgreSQL is the only truth; the index can be thrown away. It follows the history: every change of the registry is a revision, and when
 * one is committed, the records it touched are indexed again together with the records that show their names. One thread does this for all
 * writers, who wait for it, so what was saved is found by the next request of anybody. The same statement finds what to catch up with after a
 * crash or a load by COPY, which pass every listener of Hibernate by; those listeners are therefore switched off. Only when the index is missing, cannot
 * be read or was written by other code is it built from nothing.
 */
@ApplicationModule(
        id = "indexing",
        displayName = "Indexing",
        allowedDependencies = {
            "shared",
            "form",
            "database",
            "language",
            "history",
            "source",
            "topic",
            "place",
            "person",
            "organisation",
            "council",
            "meeting",
            "agreement",
            "project"
        })
@NullMarked
package org.pacta.reader.indexing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
