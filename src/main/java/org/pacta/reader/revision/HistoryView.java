package org.pacta.reader.revision;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.reader.revision.RevisionQueries.Revision;
import org.pacta.reader.revision.RevisionQueries.Subject;
import org.pacta.registry.record.Comparison.Difference;
import org.pacta.registry.record.FormWording.Said;

/** Pages of the history of a record. */
final class HistoryView {

    private HistoryView() {}

    /** The revisions of a record, the latest first. */
    record All(Subject subject, List<Revision> revisions) {}

    /**
     * A record as it stood.
     *
     * @param revision that it stood at, the last one of the record up to the number asked for
     * @param earlier the revision of the record before; null at the first
     * @param later the one after; null at the last
     */
    record AsOf(
            Subject subject,
            Revision revision,
            @Nullable Revision earlier,
            @Nullable Revision later,
            List<Said> fields) {}

    /** What differs between two revisions. */
    record Between(Subject subject, Revision before, Revision after, List<Difference> differences) {}
}
