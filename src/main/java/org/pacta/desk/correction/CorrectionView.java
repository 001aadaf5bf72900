package org.pacta.desk.correction;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Draft.State;
import org.pacta.platform.form.RecordKind;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.Comparison.Difference;

/**
 * A correction, to be checked and published.
 *
 * @param subject the record it changes; null for a new one
 * @param title of a new record, as typed
 * @param differences from the record it began with; of a new one all that was typed
 * @param additions new records that come with it
 * @param faults what stands in its way, in words, by path in its form
 * @param warnings what is worth a look
 * @param isStale whether the record was changed since
 */
record CorrectionView(
        long id,
        int version,
        RecordKind kind,
        @Nullable Subject subject,
        String title,
        State state,
        long authorId,
        String author,
        @Nullable String reviewer,
        @Nullable String comment,
        String reason,
        @Nullable String publishedPath,
        List<Difference> differences,
        List<Addition> additions,
        Map<String, String> faults,
        List<String> warnings,
        boolean isStale) {

    /** A new record that comes with another. */
    record Addition(RecordKind kind, String name, List<Difference> differences) {}

    /**
     * A correction in a list.
     *
     * @param records that it changes
     */
    record Row(long id, String kind, String title, long records, String state, String author, Instant changedAt) {}
}
