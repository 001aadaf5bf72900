package org.pacta.platform.history;

import jakarta.persistence.Entity;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import jakarta.persistence.SequenceGenerator;
import java.time.Instant;
import org.hibernate.envers.RevisionEntity;
import org.hibernate.envers.RevisionNumber;
import org.hibernate.envers.RevisionTimestamp;
import org.jspecify.annotations.Nullable;

/** One change of the registry: all that a transaction wrote, who did it, when and why. */
@Entity
@RevisionEntity(RevisionWriter.class)
public class Revision {

    /** Numbered one by one: with blocks reserved in advance, of two instances that write the later one could get the lower number. */
    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "revision_seq")
    @SequenceGenerator(name = "revision_seq", allocationSize = 1)
    @RevisionNumber
    private Long id;

    @RevisionTimestamp
    private Instant madeAt;

    private String madeBy;

    private @Nullable Long madeById;

    private String reason;

    private @Nullable String origin;

    protected Revision() {}

    void record(Change change) {
        madeBy = change.who();
        madeById = change.account();
        reason = change.reason();
        origin = change.origin();
    }

    public Long getId() {
        return id;
    }

    public Instant madeAt() {
        return madeAt;
    }

    public String madeBy() {
        return madeBy;
    }

    /** Number of the account it was made with; null where Pacta made it. */
    public @Nullable Long madeById() {
        return madeById;
    }

    public String reason() {
        return reason;
    }
}
