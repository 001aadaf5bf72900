package org.pacta.exchange.dictionary;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How many rows each table of the registry holds, withdrawn records included.
 *
 * @param revision the newest one counted; none in an empty registry
 */
record RegistrySize(@Nullable Long revision, @Nullable Instant madeAt, Map<String, Long> rows) {}
