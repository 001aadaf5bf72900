package org.pacta.reader.passage;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.shared.Marked;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;

/**
 * A commitment, an announced number or an indicator that has what was looked for.
 *
 * @param path of the page that shows it
 * @param about the council or the place it is about
 * @param day by which it is due, as of which it holds, or its period
 */
record FoundStatement(
        Sought sought,
        String path,
        Name name,
        Name about,
        @Nullable PartialDate day,
        List<CitedSource> sources) {

    /** Its words, those looked for marked. */
    public List<Marked.Part> marked(String words) {
        return sought.canBeAsked() ? sought.in(words) : List.of(new Marked.Part(words, false));
    }
}
