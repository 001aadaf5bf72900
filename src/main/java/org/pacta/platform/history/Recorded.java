package org.pacta.platform.history;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.MappedSuperclass;
import java.time.Instant;
import org.hibernate.envers.Audited;
import org.jspecify.annotations.Nullable;

/** A record of the registry; it is never deleted, but it can be withdrawn. */
@MappedSuperclass
@Audited
public abstract class Recorded extends Numbered {

    private @Nullable Withdrawal withdrawal;

    protected Recorded() {}

    void withdraw(String reason) {
        withdrawal = new Withdrawal(Instant.now(), reason);
    }

    void restore() {
        withdrawal = null;
    }

    public @Nullable Withdrawal withdrawal() {
        return withdrawal;
    }

    /** Whether it is published and stands for itself. */
    public boolean stands() {
        return withdrawal == null;
    }

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
}
