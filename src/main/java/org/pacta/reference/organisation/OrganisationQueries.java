package org.pacta.reference.organisation;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Citations;
import org.pacta.platform.reading.Columns;
import org.pacta.reference.indicator.IndicatorLines;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class OrganisationQueries {

    private final JdbcClient jdbc;
    private final Citations citations;
    private final IndicatorLines indicators;
    private final Absences absences;

    OrganisationQueries(JdbcClient jdbc, Citations citations, IndicatorLines indicators, Absences absences) {
        this.jdbc = jdbc;
        this.citations = citations;
        this.indicators = indicators;
        this.absences = absences;
    }

    /**
     * Reads an organisation; one that was merged has moved to its survivor.
     */
    OrganisationView get(long id) {
        return jdbc.sql("""
                        select organisation_line.*, own.translated, place.slug as place_slug,
                            parent.id as parent_id, parent.name as parent_name, parent.local_name as parent_local_name
                        from organisation_line
                        join organisation own on own.id = organisation_line.id
                        left join place on place.id = organisation_line.place_id
                        left join organisation parent on parent.id = organisation_line.parent_id
                        where organisation_line.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> view(row, id))
                .optional()
                .orElseThrow(() -> absences.of("organisation", id));
    }

    private OrganisationView view(ResultSet row, long id) throws SQLException {
        List<OrganisationView.Appearance> appearances = appearances(id);
        return new OrganisationView(
                Columns.read(row, OrganisationLine.class),
                row.getString("translated"),
                row.getString("place_slug"),
                Columns.id(row, "parent_id"),
                Columns.name(row, "parent_"),
                row.getString("note"),
                names(id),
                identifiers(id),
                appearances,
                appearances.stream()
                        .map(OrganisationView.Appearance::councilSlug)
                        .distinct()
                        .count(),
                indicators.of("organisation", id),
                citations.of("organisation", id));
    }

    private List<OrganisationView.OtherName> names(long id) {
        return jdbc.sql("select name, kind from organisation_name where organisation_id = :id order by kind, id")
                .param("id", id)
                .query(OrganisationView.OtherName.class)
                .list();
    }

    private List<OrganisationView.Identifier> identifiers(long id) {
        return jdbc.sql("select scheme, value from organisation_identifier where organisation_id = :id order by scheme")
                .param("id", id)
                .query(OrganisationView.Identifier.class)
                .list();
    }

    private List<OrganisationView.Appearance> appearances(long id) {
        return jdbc.sql("""
                        select * from appearance where organisation_id = :id
                        order by day_sort desc nulls last, kind, record_id
                        """)
                .param("id", id)
                .query((row, n) -> Columns.read(row, OrganisationView.Appearance.class))
                .list();
    }
}
