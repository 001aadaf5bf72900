package org.pacta.platform.serving;

import org.jspecify.annotations.Nullable;
import org.pacta.platform.database.Lane;
import org.pacta.platform.database.Lanes;
import org.pacta.platform.database.Outage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionCallback;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * How sessions are read and kept: in a lane of their own, and in transactions of their own. On a full disk a session does not note that it
 * was used, so that whoever is signed in can go on reading.
 */
@Component("springSessionTransactionOperations")
class SessionTransactions implements TransactionOperations {

    private final Lanes lanes;
    private final TransactionTemplate transactions;

    SessionTransactions(Lanes lanes, PlatformTransactionManager manager) {
        this.lanes = lanes;
        this.transactions = new TransactionTemplate(manager);
        transactions.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
    }

    /** Null where nothing is done, as the type argument of whoever asks allows, which the compiler's check does not follow. */
    @Override
    @SuppressWarnings("NullAway")
    public <T extends @Nullable Object> T execute(TransactionCallback<T> work) {
        try {
            return Lane.SESSIONS.in(() -> transactions.execute(work));
        } catch (RuntimeException failed) {
            if (Outage.behind(failed).filter(Outage.FULL::equals).isEmpty()) {
                throw failed;
            }
            lanes.fill();
            return null;
        }
    }
}
