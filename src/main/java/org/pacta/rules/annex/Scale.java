package org.pacta.rules.annex;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.Names;
import org.pacta.rules.naming.Names.Doubt;
import org.pacta.rules.naming.Names.Name;

/**
 * Weighs whole readings of one clause against each other: the best is taken, and where another that names somebody else comes near it, the reading
 * is to be looked at.
 */
final class Scale {

    /** An organisation beyond doubt explains more than anything else can. */
    private static final double STRONG_NAME = 3;

    /** A stretch that may be an organisation counts for it, but two of them less than one that is. */
    private static final double POSSIBLE_NAME = 1;

    /** A participant that is none is worse than one too few. */
    private static final double NO_NAME = -4;

    /** Places agree with each other, but seldom stand for a party. */
    private static final double PLACE = -2;

    /** It takes two to agree. */
    private static final double SECOND_PARTY = 3;

    /** A reading that knows what was signed, or what it is about, explains more words. */
    private static final double INSTRUMENT = 2;

    private static final double SUBJECT = 1;

    /** Each word with a capital letter that the reading leaves over may be part of a name. */
    private static final double WORD_LEFT_OVER = -0.5;

    /** Of each doubt that it leaves about its own names. */
    private static final double DOUBT = -1;

    /** A reading is taken for granted only when it is ahead by more than one word left over and one doubt. */
    private static final double LEAD = 1.5;

    private static final List<Why> ABOUT_NAMES =
            List.of(Why.LIST_MAY_SPLIT_OTHERWISE, Why.NAME_MAY_END_ELSEWHERE, Why.NOT_SEEN_AS_ORGANISATION);

    private final Clause clause;
    private @Nullable Reading best;
    private @Nullable Reading next;
    private double most = Double.NEGATIVE_INFINITY;
    private double second = Double.NEGATIVE_INFINITY;

    Scale(Clause clause) {
        this.clause = clause;
    }

    /**
     * Takes a reading that a shape proposes, or none.
     *
     * @param trust how much the shape itself says: its words may stand for something else
     */
    void propose(@Nullable Reading reading, double trust) {
        if (reading == null) {
            return;
        }
        double score = trust + weight(reading);
        if (score > most) {
            if (best != null && !names(best).equals(names(reading))) {
                next = best;
                second = most;
            }
            best = reading;
            most = score;
        } else if (score > second && best != null && !names(best).equals(names(reading))) {
            next = reading;
            second = score;
        }
    }

    /** Whether a reading stands that leaves no doubt of any kind: then there is nothing to weigh. */
    boolean isSettled() {
        return best != null && best.names().size() > 1 && best.isPlain();
    }

    /** The best of all, with a doubt where it is not ahead. */
    @Nullable
    Reading best() {
        if (best != null && next != null && most - second < LEAD) {
            best.doubt(Why.READS_OTHERWISE, names(next).toArray(String[]::new));
        }
        return best;
    }

    private static List<String> names(Reading reading) {
        return reading.names().stream().map(name -> name.piece().line()).toList();
    }

    private double weight(Reading reading) {
        double weight = 0;
        for (Name name : reading.names()) {
            boolean isPlace = name.doubts().contains(Doubt.PLACE_AS_PARTICIPANT);
            weight += isPlace
                    ? PLACE
                    : name.strength() >= Names.STRONG ? STRONG_NAME : name.strength() >= 1 ? POSSIBLE_NAME : NO_NAME;
        }
        weight += reading.names().size() > 1 ? SECOND_PARTY : 0;
        weight += clause.mentions().isEmpty() || reading.names().isEmpty() ? 0 : INSTRUMENT;
        weight += reading.hasSubject() ? SUBJECT : 0;
        weight += DOUBT * ABOUT_NAMES.stream().filter(reading::hasDoubt).count();
        return weight + WORD_LEFT_OVER * leftOver(reading);
    }

    private int leftOver(Reading reading) {
        Words words = clause.words();
        int left = 0;
        for (int i = 1; i < clause.end(); i++) {
            if (words.isCapital(i) && words.isOpen(i) && !isExplained(reading, words, i)) {
                left++;
            }
        }
        return left;
    }

    private boolean isExplained(Reading reading, Words words, int i) {
        for (Name name : reading.names()) {
            if (holds(name.piece(), words, i)) {
                return true;
            }
        }
        for (Mention mention : clause.mentions()) {
            if (i >= mention.from() && i < mention.to()) {
                return true;
            }
        }
        Piece subject = reading.subject();
        return subject != null && holds(subject, words, i);
    }

    private static boolean holds(Piece piece, Words words, int i) {
        return piece.start() <= words.start(i) && words.start(i) < piece.end();
    }
}
