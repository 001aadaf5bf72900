package org.pacta.exchange.datapackage;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says in plain words why the start ended at a data package. */
class MalformedPackageFailureAnalyzer extends AbstractFailureAnalyzer<MalformedPackageException> {

    @Override
    protected FailureAnalysis analyze(Throwable failure, MalformedPackageException cause) {
        return new FailureAnalysis(
                cause.getMessage(),
                "Nothing has been written. Correct the package that pacta.load names, or start with an empty registry: without"
                        + " pacta.load and with pacta.sample=false",
                cause);
    }
}
