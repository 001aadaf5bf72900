package org.pacta.registry.project;

import org.pacta.platform.reading.Facet;
import org.pacta.platform.reading.Line;
import org.pacta.platform.reading.Lines;
import org.pacta.platform.reading.ListFilter;
import org.pacta.platform.reading.ListPage;
import org.pacta.platform.reading.Listing;
import org.springframework.stereotype.Repository;

@Repository
class ProjectQueries {

    private final Lines lines;
    private final Listing<Line> listing;

    ProjectQueries(Lines lines) {
        this.lines = lines;
        this.listing = lines.listing(
                Line.Kind.PROJECT,
                Facet.words("status", "status in (:status)", "planned", "launched", "completed", "stopped"));
    }

    ListPage<Line> list(ListFilter filter) {
        return listing.page(filter);
    }

    ProjectView get(long id) {
        return new ProjectView(lines.get(Line.Kind.PROJECT, id), lines.agreementsBehind(id));
    }
}
