package org.pacta.registry.meeting;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a meeting. */
@Entity
@Audited
class MeetingCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Meeting meeting;

    protected MeetingCitation() {}

    MeetingCitation(Meeting meeting, Source source, Passage passage) {
        super(source, passage);
        this.meeting = meeting;
    }
}
