package org.pacta.reference.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about an organisation. */
@Entity
@Audited
class OrganisationCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Organisation organisation;

    protected OrganisationCitation() {}

    OrganisationCitation(Organisation organisation, Source source, Passage passage) {
        super(source, passage);
        this.organisation = organisation;
    }
}
