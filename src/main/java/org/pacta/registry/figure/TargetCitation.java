package org.pacta.registry.figure;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a target. */
@Entity
@Audited
class TargetCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Target target;

    protected TargetCitation() {}

    TargetCitation(Target target, Source source, Passage passage) {
        super(source, passage);
        this.target = target;
    }
}
