package org.pacta.registry.commitment;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a commitment. */
@Entity
@Audited
class CommitmentCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Commitment commitment;

    protected CommitmentCitation() {}

    CommitmentCitation(Commitment commitment, Source source, Passage passage) {
        super(source, passage);
        this.commitment = commitment;
    }
}
