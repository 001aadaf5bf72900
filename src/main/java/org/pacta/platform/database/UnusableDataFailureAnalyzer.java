package org.pacta.platform.database;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Shows an unusable data directory as a problem and an action, without a stack trace. */
class UnusableDataFailureAnalyzer extends AbstractFailureAnalyzer<UnusableDataException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, UnusableDataException cause) {
        return new FailureAnalysis(cause.getMessage(), cause.action(), failure);
    }
}
