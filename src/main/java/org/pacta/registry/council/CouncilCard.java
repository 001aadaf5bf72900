package org.pacta.registry.council;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.tally.Tally;

/**
 * A council as a card or a row of a list.
 *
 * @param parentSlug of the council it belongs to
 * @param last its newest meeting that was held
 * @param picture of its totals over time; none where no total is known, or none was asked for
 */
record CouncilCard(
        long id,
        String slug,
        Name name,
        @Nullable String acronym,
        String kind,
        @Nullable String parentSlug,
        @Nullable Last last,
        List<Tally> tallies,
        Chart.@Nullable Picture picture) {

    /** The newest meeting. */
    public record Last(
            String path,
            @Nullable Integer ordinal,
            String kind,
            @Nullable PartialDate day) {}

    /** What was announced; where nothing was, what is recorded. */
    public List<Tally> spoken() {
        List<Tally> announced = tallies.stream().filter(Tally::isSaid).toList();
        return announced.isEmpty() ? tallies : announced;
    }
}
