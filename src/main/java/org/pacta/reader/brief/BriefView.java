package org.pacta.reader.brief;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.tally.LedgerView;
import org.pacta.registry.tally.LedgerWording.Said;

/**
 * A brief: where a council stands before its next meeting, or what one meeting left behind.
 *
 * @param meeting whose outcomes it tells; null when none is recorded
 * @param overdue commitments past their day without an outcome
 * @param silent outcomes of earlier meetings that no source of a later day speaks of
 * @param partners organisations that had not taken part before
 * @param open gaps and doubts in the ledger
 */
record BriefView(
        LedgerView ledger,
        @Nullable MeetingLine meeting,
        LocalDate day,
        List<Line> agreements,
        List<Line> projects,
        List<Statements.Commitment> overdue,
        List<Statements.Commitment> due,
        List<Silent> silent,
        List<Partner> partners,
        List<Said> open) {

    /** The day it was made. */
    public PartialDate today() {
        return PartialDate.parse(day.toString());
    }

    /** An agreement or project nobody has spoken of since. */
    public record Silent(String path, Name title, int ordinal) {}

    /** An organisation that is new to the council. */
    public record Partner(long id, Name name) {}
}
