/**
 * What is done differently on Lucene and on OpenSearch; all else is said once to Hibernate Search.
 *
 * <p>OpenSearch counts facets by aggregations. On Lucene, Lucene's own facets do over the open index: the aggregations that Hibernate Search has
 * there look every value up in two hash tables, which took half of what a question in frequent words cost.
 */
@ApplicationModule(
        id = "engine",
        displayName = "Engine",
        allowedDependencies = {"shared", "indexing"})
@NullMarked
package org.pacta.reader.engine;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
