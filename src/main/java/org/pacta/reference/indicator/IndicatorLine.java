package org.pacta.reference.indicator;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/** An indicator with its sources, read from the view {@code indicator_line}. */
public record IndicatorLine(
        long id,
        Name name,
        Name place,
        Name otherPlace,
        String nature,
        BigDecimal value,
        String unit,
        String comparator,
        @Nullable BigDecimal secondValue,
        @Nullable String secondUnit,
        @Nullable PartialDate period,
        @Nullable String note,
        List<CitedSource> sources) {

    static IndicatorLine of(ResultSet row, int index) throws SQLException {
        return new IndicatorLine(
                row.getLong("id"),
                Columns.name(row, ""),
                Columns.name(row, "place_"),
                Columns.name(row, "other_place_"),
                row.getString("nature"),
                row.getBigDecimal("value"),
                row.getString("unit"),
                row.getString("comparator"),
                row.getBigDecimal("second_value"),
                row.getString("second_unit"),
                Columns.date(row, "period"),
                row.getString("note"),
                Columns.list(row, "sources", CitedSource.class));
    }
}
