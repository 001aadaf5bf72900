package org.pacta.reader.brief;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.line.Line;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.pacta.registry.paper.Papers;
import org.pacta.registry.telling.LedgerView;
import org.pacta.registry.telling.LedgerWording.Said;

/**
 * A brief: where a council stands before its next meeting, or what one meeting left behind.
 *
 * @param ledger with its latest meetings
 * @param plots of the totals over time
 * @param meeting whose outcomes it tells; null when none is recorded
 * @param isOfMeeting whether it is about that meeting alone
 * @param overdue commitments past their day without an outcome
 * @param ending agreements whose last day is past or near, and of which no source tells the end
 * @param silent the latest outcomes of earlier meetings that no source of a later day speaks of
 * @param partners organisations that had not taken part before
 * @param open gaps and doubts in the ledger
 */
record BriefView(
        LedgerView ledger,
        List<Chart.Plot> plots,
        @Nullable MeetingLine meeting,
        boolean isOfMeeting,
        LocalDate day,
        List<Line> agreements,
        List<Line> projects,
        List<Statements.Commitment> overdue,
        List<Statements.Commitment> due,
        List<Line> ending,
        List<Silent> silent,
        List<Partner> partners,
        List<Said> open) {

    /** So much of each list of open matters, and of outcomes, fits on one page. */
    private static final int LONGEST = 7;

    private static final int OUTCOMES = 15;

    /** What there is room for. */
    enum Room {
        PAGE(24, LONGEST),
        FILE(120, Papers.LONGEST);

        private final int meetings;
        private final int silent;

        Room(int meetings, int silent) {
            this.meetings = meetings;
            this.silent = silent;
        }

        /** How many meetings of a ledger. */
        int meetings() {
            return meetings;
        }

        /** How many outcomes of which nobody has spoken since. */
        int silent() {
            return silent;
        }
    }

    /** The part of a list of open matters that the page has room for. */
    public <T> List<T> first(List<T> all) {
        return all.subList(0, Math.min(LONGEST, all.size()));
    }

    /** How many of them the page has no room for. */
    public int more(List<?> all) {
        return Math.max(0, all.size() - LONGEST);
    }

    /** The outcomes of a kind that the page has room for. */
    public List<Line> told(List<Line> outcomes) {
        return outcomes.subList(0, Math.min(OUTCOMES, outcomes.size()));
    }

    /** How many of them the page has no room for. */
    public int untold(List<Line> outcomes) {
        return Math.max(0, outcomes.size() - OUTCOMES);
    }

    /** How many silent outcomes there is no room for. */
    public long moreSilent() {
        return allSilent() - silent.size();
    }

    long allSilent() {
        return silent.isEmpty() ? 0 : silent.get(0).inAll();
    }

    /** The address of the page with all of it. */
    String whole() {
        return isOfMeeting
                ? Objects.requireNonNull(meeting).path()
                : ledger.ledger().council().path();
    }

    /** The address of its page, with the rule. */
    String path() {
        return file("").toString();
    }

    /** The address of the same as a file; without a format of the page. */
    public Address file(String format) {
        return ledger.rule().on(Address.of(whole() + "/brief" + (format.isEmpty() ? "" : "." + format)));
    }

    /** The day it was made. */
    public PartialDate today() {
        return PartialDate.parse(day.toString());
    }

    /**
     * An agreement or project nobody has spoken of since.
     *
     * @param inAll how many there are of them
     */
    public record Silent(String path, Name title, int ordinal, long inAll) {}

    /** An organisation that is new to the council. */
    public record Partner(long id, Name name) {}
}
