package org.pacta.registry.figure;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about an indicator. */
@Entity
@Audited
class IndicatorCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Indicator indicator;

    protected IndicatorCitation() {}

    IndicatorCitation(Indicator indicator, Source source, Passage passage) {
        super(source, passage);
        this.indicator = indicator;
    }
}
