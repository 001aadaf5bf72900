package org.pacta.registry.project;

import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.ManyToOne;
import org.hibernate.envers.Audited;
import org.pacta.reference.source.Citation;
import org.pacta.reference.source.Source;

/** What a source says about a project. */
@Entity
@Audited
class ProjectCitation extends Citation {

    @ManyToOne(fetch = FetchType.LAZY)
    private Project project;

    protected ProjectCitation() {}

    ProjectCitation(Project project, Source source, Passage passage) {
        super(source, passage);
        this.project = project;
    }
}
