package org.pacta.reader.dashboard;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.registry.tally.CountingRule;
import org.pacta.rules.ledger.Measure;

/**
 * What a manager chose to see, bound from the query string beside the counting rule; what is missing there is what most want.
 *
 * @param council slugs; none for all councils
 * @param from first year of the charts
 * @param to last year
 */
record DashboardFilter(
        List<String> council,
        Measure measure,
        Per per,
        @Nullable @Min(1) @Max(9999) Integer from,
        @Nullable @Min(1) @Max(9999) Integer to) {

    /** Whether a chart shows totals to date or what each meeting added. */
    enum Per {
        TOTAL("steps"),
        MEETING("meetings");

        private final String chart;

        Per(String chart) {
            this.chart = chart;
        }

        String chart() {
            return chart;
        }

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    DashboardFilter {
        council = council == null ? List.of() : List.copyOf(council);
        measure = Objects.requireNonNullElse(measure, Measure.MOUS);
        per = Objects.requireNonNullElse(per, Per.TOTAL);
    }

    /** The address of a view at a path, with the rule. */
    Address address(String path, CountingRule rule) {
        Address address = Address.of(path)
                .with("council", council)
                .with("measure", measure == Measure.MOUS ? null : measure.code())
                .with("per", per == Per.TOTAL ? null : per.code())
                .with("from", from)
                .with("to", to);
        return rule.on(address);
    }

    public boolean isChosen(String slug) {
        return council.contains(slug);
    }

    /** Whether the first year lies after the last. */
    public boolean isBackwards() {
        return from != null && to != null && from > to;
    }

    boolean covers(LocalDate day) {
        return (from == null || day.getYear() >= from) && (to == null || day.getYear() <= to);
    }
}
