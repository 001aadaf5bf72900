package org.pacta.exchange.api;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Annex.Passage;
import org.pacta.rules.annex.AnnouncedNumber;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Participant;
import org.pacta.rules.annex.Row.State;

/**
 * What a text says about agreements and projects, in the order of the text. Places are counted in code points.
 *
 * @param figures the numbers it announces
 * @param unread what speaks of an agreement and gave neither row nor figure
 */
record ParsedAnnex(List<Row> rows, List<AnnouncedNumber> figures, List<Passage> unread) {

    /**
     * One agreement or project.
     *
     * @param reason why somebody should look, as a sentence; null when it is ready
     */
    record Row(
            String text,
            Kind kind,
            List<Participant> participants,
            @Nullable String subject,
            State state,
            @Nullable String reason,
            int start,
            int end) {}
}
