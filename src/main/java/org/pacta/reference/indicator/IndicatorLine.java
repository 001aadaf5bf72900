package org.pacta.reference.indicator;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
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
        List<CitedSource> sources) {}
