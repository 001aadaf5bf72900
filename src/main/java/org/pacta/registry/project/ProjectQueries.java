package org.pacta.registry.project;

import org.pacta.registry.line.Line;
import org.pacta.registry.line.Lines;
import org.springframework.stereotype.Repository;

@Repository
class ProjectQueries {

    private final Lines lines;

    ProjectQueries(Lines lines) {
        this.lines = lines;
    }

    ProjectView get(long id) {
        return new ProjectView(lines.get(Line.Kind.PROJECT, ProjectForm.class, id), lines.agreementsBehind(id));
    }
}
