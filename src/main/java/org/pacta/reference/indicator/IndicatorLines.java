package org.pacta.reference.indicator;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what sources state in numbers that are no figures. */
@Component
public class IndicatorLines {

    private final JdbcClient jdbc;

    IndicatorLines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Every indicator, those of one place or pair of places together. */
    public List<IndicatorLine> all() {
        return jdbc.sql("""
                        select * from indicator_line
                        order by place_name nulls last, other_place_name nulls first, name, period_sort desc nulls last, id
                        """)
                .query((row, n) -> Columns.read(row, IndicatorLine.class))
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
