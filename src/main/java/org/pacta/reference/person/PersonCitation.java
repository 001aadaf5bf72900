package org.pacta.reference.person;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a person. */
@Entity
@Audited
class PersonCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Person person;

    protected PersonCitation() {}

    PersonCitation(Person person, Source source, Passage passage) {
        super(source, passage);
        this.person = person;
    }
}
