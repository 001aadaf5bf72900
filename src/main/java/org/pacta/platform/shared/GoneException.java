package org.pacta.platform.shared;

import java.time.Instant;

/** The record was withdrawn: answered by 410 with the reason. */
public class GoneException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Instant withdrawnOn;

    public GoneException(Instant withdrawnOn, String reason) {
        super(reason);
        this.withdrawnOn = withdrawnOn;
    }

    Instant withdrawnOn() {
        return withdrawnOn;
    }
}
