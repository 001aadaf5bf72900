package org.pacta.registry.agreement;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.KeptDocument;
import org.pacta.platform.shared.Name;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.LineDetail;
import org.pacta.rules.term.Activity;

/**
 * An agreement as its page shows it.
 *
 * @param activity whether it is active today, and on what that rests
 * @param founded the council it founded
 * @param projects those that follow from it
 */
record AgreementView(
        LineDetail detail,
        Term term,
        Activity activity,
        @Nullable Founded founded,
        List<Related> related,
        List<Line> projects,
        List<KeptDocument> documents) {

    /** A council founded by the agreement. */
    public record Founded(String slug, Name name) {}

    /**
     * Another agreement this one relates to.
     *
     * @param kind renews, amends, supersedes or implements
     * @param outgoing whether this agreement is the one that does so
     */
    public record Related(String kind, boolean outgoing, long id, Name title) {}
}
