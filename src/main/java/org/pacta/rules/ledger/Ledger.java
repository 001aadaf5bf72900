package org.pacta.rules.ledger;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** The announced, recorded and derived numbers of a council, meeting by meeting. */
public record Ledger(List<Series> series, List<Finding> findings, Evidence.@Nullable OneSeries oneSeries) {

    /** Draws up the ledger; the order in which the evidence was entered makes no difference. */
    public static Ledger of(Evidence evidence) {
        Reckoning reckoning = new Reckoning(evidence);
        List<Series> series = reckoning.series();
        return new Ledger(series, new Findings(evidence, reckoning, series).list(), evidence.oneSeries());
    }

    /**
     * The numbers of one measure.
     *
     * @param before what was counted before the first meeting
     * @param rows one for each meeting from the first, those not on record included
     * @param spans what meetings that are not known one by one added together
     * @param latest the latest total, which can be later than the last meeting
     * @param unplaced statements that belong to no single cell
     */
    public record Series(
            Measure measure, Cell before, List<Row> rows, List<Cell> spans, Cell latest, List<Statement> unplaced) {

        public Row row(int ordinal) {
            return rows.get(ordinal - 1);
        }

        /** Whether no source speaks of it. */
        public boolean isSilent() {
            return unplaced.isEmpty()
                    && before.announced().isEmpty()
                    && latest.announced().isEmpty()
                    && spans.stream().allMatch(span -> span.announced().isEmpty())
                    && rows.stream().allMatch(Row::isSilent);
        }
    }

    /**
     * One meeting.
     *
     * @param isOnRecord false where the series has a gap
     * @param added what it added
     * @param toDate the total after it
     * @param recordedToDate rows on record up to and with this meeting
     */
    public record Row(
            int ordinal, boolean isOnRecord, Cell added, Cell toDate, Evidence.Recorded recorded, int recordedToDate) {

        boolean isSilent() {
            return added.announced().isEmpty() && toDate.announced().isEmpty();
        }
    }

    /** The series of a measure, under whatever name it is kept. */
    public Series series(Measure measure) {
        Measure name = oneSeries != null && oneSeries.word() == measure ? oneSeries.series() : measure;
        return series.stream()
                .filter(each -> each.measure() == name)
                .findFirst()
                .orElseThrow();
    }

    /** Whether a proof uses the declaration that two words mean one series. */
    public boolean usesDeclaration(Proof proof) {
        return oneSeries != null
                && proof.statements().stream().anyMatch(statement -> statement.measure() == oneSeries.word());
    }
}
