package org.pacta.rules.annex;

import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Finds what only describes a participant: "Ruritania's chief port regulator, the …" before its name, ", Ruritania's port regulator," behind it. */
final class Asides {

    private static final int LONGEST = 10;

    private Asides() {}

    /** How many words from here describe the name that follows them, 0 for none. */
    static int before(Words words, int from, int end) {
        int owner = owner(words, from, end);
        if (owner < 0) {
            return 0;
        }
        int behind = behindSmallWords(words, owner + 1, end);
        if (behind == owner + 1) {
            return 0;
        }
        int name = words.is(behind, ",") ? behind + 1 : behind;
        boolean isNamed =
                words.isCapital(name) || Vocabulary.ARTICLE.contains(words.key(name)) && words.isCapital(name + 1);
        return name < end && isNamed && Participants.and(words, behind - 1, false) == 0 ? name - from : 0;
    }

    /** How many words from a comma on describe the name before it, 0 for none; the comma or "and" behind them is not among them. */
    static int behind(Words words, int comma, int end) {
        int owner = words.is(comma, ",") ? owner(words, comma + 1, end) : -1;
        if (owner < 0) {
            return 0;
        }
        int behind = behindSmallWords(words, owner + 1, end);
        boolean isOver = words.is(behind, ",") && behind < end;
        return behind > owner + 1 && isOver && isName(words, behind + 1) ? behind - comma : 0;
    }

    private static boolean isName(Words words, int i) {
        int and = Participants.and(words, i, false);
        return and > 0 || words.isLower(i) && !Vocabulary.ARTICLE.contains(words.key(i));
    }

    /** Where "Ruritania's" ends, which begins at most two words before. */
    private static int owner(Words words, int from, int end) {
        for (int i = from; i < Math.min(from + 3, end) && words.isCapital(i); i++) {
            if (words.key(i).endsWith("'s")) {
                return i;
            }
        }
        return -1;
    }

    private static int behindSmallWords(Words words, int from, int end) {
        int i = from;
        while (i < Math.min(end, from + LONGEST)
                && words.isLower(i)
                && Vocabulary.SIGNED.length(words, i) == 0
                && Vocabulary.ON.length(words, i) == 0) {
            i++;
        }
        return i;
    }
}
