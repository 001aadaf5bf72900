package org.pacta.platform.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.Instant;

/** That a record was taken back, when and why; its page then answers 410 with the reason. */
@Embeddable
public record Withdrawal(
        @Column(name = "withdrawn_on") Instant on,
        @Column(name = "withdrawal_reason") String reason) {

    public Withdrawal {
        if (reason.isBlank()) {
            throw new IllegalArgumentException("A withdrawal needs a reason");
        }
    }
}
