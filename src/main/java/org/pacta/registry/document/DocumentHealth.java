package org.pacta.registry.document;

import org.pacta.platform.storage.FileStore;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Says whether documents can be kept, and how many files of the newest ones are missing. Pages go on without them. */
@Component("documentStoreHealthIndicator")
class DocumentHealth implements HealthIndicator {

    private static final int LOOKED_AT = 1_000;

    private final FileStore store;
    private final DocumentQueries documents;

    DocumentHealth(FileStore store, DocumentQueries documents) {
        this.store = store;
        this.documents = documents;
    }

    @Override
    public Health health() {
        if (!store.isThere()) {
            return Health.up().withDetail("store", "away, nothing is kept").build();
        }
        Health.Builder health = Health.up().withDetail("store", "there");
        try {
            long missing = documents.newest(LOOKED_AT).stream()
                    .filter(sha256 -> !store.find(sha256).exists())
                    .count();
            return health.withDetail("missing", missing).build();
        } catch (DataAccessException away) {
            return health.withDetail("missing", "unknown, the database does not answer")
                    .build();
        }
    }
}
