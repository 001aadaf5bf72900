package org.pacta.platform.reading;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;

/** What the pages of an agreement and of a project have in common. */
public record LineDetail(
        Line line,
        Name summary,
        @Nullable String note,
        List<FocusArea> focusAreas,
        List<Statements.Commitment> commitments,
        List<Statements.Indicator> indicators,
        List<CitedSource> citations) {

    /** A topic of our common list. */
    public record FocusArea(String slug, Name name) {}
}
