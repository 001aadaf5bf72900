package org.pacta.registry.council;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a council. */
@Entity
@Audited
class CouncilCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Council council;

    protected CouncilCitation() {}

    CouncilCitation(Council council, Source source, Passage passage) {
        super(source, passage);
        this.council = council;
    }
}
