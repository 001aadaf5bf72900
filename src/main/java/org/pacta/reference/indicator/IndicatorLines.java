package org.pacta.reference.indicator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.BadParameterException;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what sources state in numbers that are no figures. */
@Component
public class IndicatorLines {

    private static final int SIZE = 30;

    private final JdbcClient jdbc;

    IndicatorLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Some indicators, those of one place or pair of places together.
     *
     * @param places those that have any, the most frequent first
     * @param chosen the slug of the one whose indicators these are; null for all
     */
    public record Page(
            Slice<IndicatorLine> slice,
            List<Subject> places,
            @Nullable String chosen) {

        /** Another page of the same view. */
        public Address page(long number) {
            return Address.of("/dashboard/indicators").with("place", chosen).with("page", number == 1 ? null : number);
        }
    }

    /** A place with the number of its indicators, those between it and another among them. */
    public record Subject(String slug, Name name, long indicators, Address address) {}

    /**
     * A page of the indicators.
     *
     * @param place slug of the place that they are of, or one of the two that they are between; null for all
     * @throws BadParameterException for a place that has none, and for a page before the first
     * @throws NotFoundException for a page past the last
     */
    public Page page(@Nullable String place, int number) {
        if (number < 1) {
            throw new BadParameterException("page");
        }
        List<Subject> places = places();
        if (place != null && places.stream().noneMatch(each -> each.slug.equals(place))) {
            throw new BadParameterException("place");
        }
        List<IndicatorLine> all = jdbc.sql(NameOrder.in("""
                        select * from indicator_line
                        where cast(:place as text) is null or exists (
                            select 1 from place where slug = :place and id in (place_id, other_place_id))
                        order by {place_name} nulls last, {other_place_name} nulls first, {name}, period_sort desc nulls last, id
                        """))
                .param("place", place)
                .query((row, n) -> Columns.read(row, IndicatorLine.class))
                .list();
        Slice<IndicatorLine> slice = Slice.of(all, number, SIZE);
        if (number > slice.pages()) {
            throw new NotFoundException("page", number);
        }
        return new Page(slice, places, place);
    }

    private List<Subject> places() {
        return jdbc.sql(NameOrder.in("""
                        select slug, place.name, place.local_name, count(*) as indicators
                        from indicator_line line join place on place.id in (line.place_id, line.other_place_id)
                        group by place.id order by indicators desc, {place.name}
                        """))
                .query((row, n) -> new Subject(
                        row.getString("slug"),
                        Columns.name(row, ""),
                        row.getLong("indicators"),
                        Address.of("/dashboard/indicators").with("place", row.getString("slug"))))
                .list();
    }

    /** The indicators whose subject, or one of whose two places, is this record. */
    public List<IndicatorLine> of(String subject, long id) {
        return of(subject, id, null);
    }

    /** Those whose period began by a day; null for all. One without a period may be of any. */
    public List<IndicatorLine> of(String subject, long id, @Nullable LocalDate until) {
        String also = subject.equals("place") ? "or other_place_id = :id" : "";
        return jdbc.sql("""
                        select * from indicator_line
                        where (%s_id = :id %s) and (cast(:until as date) is null or period_sort is null or period_sort <= :until)
                        order by period_sort desc nulls last, id
                        """.formatted(subject, also))
                .param("id", id)
                .param("until", until)
                .query((row, n) -> Columns.read(row, IndicatorLine.class))
                .list();
    }
}
