package org.pacta.rules.ledger;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.ledger.Ledger.Cell;

/** Something a reader of the ledger should know, or the staff should look into. */
public sealed interface Finding {

    /** The meeting it is about. */
    int ordinal();

    /** The series it is about; null when it is about the meeting itself. */
    @Nullable
    Measure series();

    /** The name in message keys. */
    default String code() {
        return getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }

    /** A figure that other figures confirm: 43 = 29 + 14. */
    record Agreement(Measure series, int ordinal, Statement statement, Proof proof) implements Finding {}

    /**
     * Figures that no numbers fit: 20 + 5 = 25, announced 24.
     *
     * @param announced the figure the others are held against
     * @param sum the others, as they should add up to it
     * @param difference by which the announced figure exceeds the sum
     * @param rivals figures set aside that would fit in place of one of these
     */
    record Contradiction(
            Measure series,
            int ordinal,
            Proof.Term announced,
            Proof sum,
            long difference,
            Set<Explanation> explanations,
            List<Statement> rivals)
            implements Finding {}

    /** Figures that no numbers fit, though no single sum shows it: each smaller set of them is fitted by some. */
    record Misfit(Measure series, int ordinal, List<Statement> statements) implements Finding {}

    /** The search for contradictions was stopped when so many were found. */
    record MoreContradictions(Measure series, long found) implements Finding {

        @Override
        public int ordinal() {
            return 1;
        }
    }

    /**
     * Figures that fit only if something was counted before the first meeting: 8 + 4 + 8 = 20, announced 21.
     *
     * @param before how much
     * @param founding the agreement that it may be
     */
    record CountedBefore(Measure series, Bounds before, Evidence.@Nullable Founding founding) implements Finding {

        @Override
        public int ordinal() {
            return 1;
        }
    }

    /** Two totals between this meeting and the next that differ. */
    record Growth(Measure series, int ordinal, Bounds growth) implements Finding {}

    /** Figures set aside for the one an editor prefers. */
    record Rivals(Measure series, int ordinal, Statement preferred, List<Statement> others) implements Finding {}

    /** A figure that its source gives only roughly, and that is more than a quarter away from what else is known. */
    record FarOff(Measure series, int ordinal, Statement statement, Bounds known) implements Finding {}

    /** Of all that a meeting added, or of a total, a part has a measure of its own: 16, of which 12 are MOUs, leaves 4 others. */
    record Others(Measure series, int ordinal, Cell whole, Cell among, long others) implements Finding {}

    /** Fewer rows on record than the number says. */
    record Gap(Measure series, int ordinal, Cell expected, Evidence.Recorded recorded, long missing)
            implements Finding {}

    /** More rows on record than the number allows. */
    record OverCount(Measure series, int ordinal, Cell expected, Evidence.Recorded recorded, long surplus)
            implements Finding {}

    /** Meetings of the series, one or several in a row, that are not on record. */
    record MissingMeetings(int ordinal, int through) implements Finding {

        public int size() {
            return through - ordinal + 1;
        }

        @Override
        public @Nullable Measure series() {
            return null;
        }
    }

    /** What could explain a contradiction. */
    enum Explanation {
        /** One total counts the founding agreement and the other does not. */
        FOUNDING,
        /** The total took in what was signed between two meetings. */
        BETWEEN_MEETINGS,
        /** Two figures for one number, none of them preferred. */
        UNDECIDED_RIVALS,
        /** A part is held against its whole, and the sources may not count the same things. */
        DIFFERENT_SCOPE,
        /** A meeting of them is recorded as cancelled. */
        CANCELLED,
        /** The relation holds for no whole number. */
        NO_WHOLE_NUMBER,
        /** The sources use different words. */
        TWO_WORDS
    }
}
