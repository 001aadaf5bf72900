package org.pacta.registry.agreement;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about an agreement. */
@Entity
@Audited
class AgreementCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Agreement agreement;

    protected AgreementCitation() {}

    AgreementCitation(Agreement agreement, Source source, Passage passage) {
        super(source, passage);
        this.agreement = agreement;
    }
}
