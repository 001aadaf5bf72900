package org.pacta.exchange.dictionary;

import java.util.Map;
import org.pacta.platform.history.Snapshots.Snapshot;

/**
 * How many rows each table of the registry holds, withdrawn records included.
 *
 * @param state the state that was counted; its revision is 0 in an empty registry
 */
record RegistrySize(Snapshot state, Map<String, Long> rows) {}
