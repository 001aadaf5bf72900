package org.pacta.reader.dashboard;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.CountingRule;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.tally.Tally.Number;

/**
 * What is announced or derived and not recorded, as a list of work; a page of each of its lists.
 *
 * @param gaps the widest first
 * @param overdue commitments that were due and whose outcome no source tells
 * @param annexes meetings of which a source refers to an annex that is missing
 */
public record CoverageView(
        Slice<Gap> gaps, List<Missing> missing, Slice<Overdue> overdue, Slice<MeetingLine> annexes, CountingRule rule) {

    /** The list with the most pages, which the pager goes by. */
    public Slice<?> slice() {
        return Stream.of(gaps, overdue, annexes)
                .max(Comparator.comparing(Slice::pages))
                .orElseThrow();
    }

    /** The address of another page. */
    public Address page(int number) {
        return rule.on(Address.of("/dashboard/coverage")).with("page", number == 1 ? null : number);
    }

    /** The address of the gaps as a file. */
    public Address file(String format) {
        return rule.on(Address.of("/dashboard/coverage." + format));
    }

    /** Where it says how to cite this view. */
    public Address cite() {
        return rule.on(Address.of("/dashboard/coverage/cite"));
    }

    /**
     * The gap of one measure at one meeting.
     *
     * @param announced as announced, or as it follows
     * @param perhaps rows that may be among them
     */
    public record Gap(
            Tally tally,
            int ordinal,
            boolean isOnRecord,
            @Nullable PartialDate day,
            Number announced,
            long recorded,
            long perhaps,
            long gap) {

        public CouncilLedger.Head head() {
            return tally.ledger().council();
        }

        public Name council() {
            return head().name();
        }

        /** The meeting where it is on record, else its place in the ledger. */
        public String path() {
            return isOnRecord ? tally.ledger().meetingPath(ordinal) : head().path() + "#ledger";
        }
    }

    /** Meetings of a series that are not on record. */
    public record Missing(Name council, String councilPath, List<String> runs) {}

    /** A commitment past its day, with the record it is about. */
    public record Overdue(
            Statements.Commitment commitment, @Nullable String path, Name record) {}
}
