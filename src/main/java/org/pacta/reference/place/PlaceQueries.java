package org.pacta.reference.place;

import java.util.List;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Citations;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.NameOrder;
import org.pacta.reference.indicator.IndicatorLines;
import org.pacta.reference.place.PlaceView.CouncilRow;
import org.pacta.reference.place.PlaceView.OrganisationRow;
import org.pacta.reference.place.PlaceView.Row;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class PlaceQueries {

    private static final int ORGANISATIONS = 100;

    private final JdbcClient jdbc;
    private final Citations citations;
    private final IndicatorLines indicators;
    private final Absences absences;

    PlaceQueries(JdbcClient jdbc, Citations citations, IndicatorLines indicators, Absences absences) {
        this.jdbc = jdbc;
        this.citations = citations;
        this.indicators = indicators;
        this.absences = absences;
    }

    List<Row> all() {
        return rows("true", 0);
    }

    PlaceView get(String slug) {
        Row place = rows("place.slug = :key", slug).stream().findFirst().orElseThrow(() -> absences.of("place", slug));
        return new PlaceView(
                place,
                place.parentSlug() == null
                        ? null
                        : rows("place.slug = :key", place.parentSlug()).get(0),
                note(place.id()),
                rows("parent.id = :key", place.id()),
                councils(place.id()),
                organisations(place.id()),
                indicators.of("place", place.id()),
                citations.of("place", place.id()));
    }

    private List<Row> rows(String condition, Object key) {
        return jdbc.sql(NameOrder.in("""
                        select place.*, parent.slug as parent_slug,
                            (select count(*) from council_side where place_id = place.id) as councils
                        from place left join place parent on parent.id = place.parent_id
                        where place.withdrawn_on is null and %s
                        order by {parent.name} nulls first, {place.name}
                        """).formatted(condition))
                .param("key", key)
                .query((row, n) -> Columns.read(row, Row.class))
                .list();
    }

    private String note(long place) {
        return jdbc.sql("select coalesce(note, '') from place where id = :id")
                .param("id", place)
                .query(String.class)
                .single();
    }

    private List<CouncilRow> councils(long place) {
        return jdbc.sql(NameOrder.in("""
                        select slug, name, local_name, acronym, kind from council
                        where withdrawn_on is null and id in
                            (select council_id from council_side join place_within using (place_id) where ancestor_id = :place)
                        order by {name}
                        """))
                .param("place", place)
                .query((row, n) -> Columns.read(row, CouncilRow.class))
                .list();
    }

    private List<OrganisationRow> organisations(long place) {
        return jdbc.sql(NameOrder.in("""
                        select id, name, local_name, kind from organisation
                        where withdrawn_on is null and merged_into_id is null and place_id = :place
                        order by {name} limit :limit
                        """))
                .param("place", place)
                .param("limit", ORGANISATIONS)
                .query((row, n) -> Columns.read(row, OrganisationRow.class))
                .list();
    }
}
