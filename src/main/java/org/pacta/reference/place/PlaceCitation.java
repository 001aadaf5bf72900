package org.pacta.reference.place;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a place. */
@Entity
@Audited
class PlaceCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Place place;

    protected PlaceCitation() {}

    PlaceCitation(Place place, Source source, Passage passage) {
        super(source, passage);
        this.place = place;
    }
}
