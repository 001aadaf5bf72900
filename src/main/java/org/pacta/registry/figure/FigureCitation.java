package org.pacta.registry.figure;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a figure. */
@Entity
@Audited
class FigureCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Figure figure;

    protected FigureCitation() {}

    FigureCitation(Figure figure, Source source, Passage passage) {
        super(source, passage);
        this.figure = figure;
    }
}
