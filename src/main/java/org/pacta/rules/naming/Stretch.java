package org.pacta.rules.naming;

import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.Names.Doubt;

/** What is left of a stretch of text while it is cut down to a name, and what was learnt on the way. */
final class Stretch {

    final Words words;
    final Set<Doubt> doubts = EnumSet.noneOf(Doubt.class);
    int from;
    int to;
    int start;

    @Nullable
    String acronym;

    @Nullable
    String side;

    Stretch(Piece piece) {
        words = Words.of(piece.trimmed());
        to = words.size();
        start = words.piece().start();
    }

    boolean isEmpty() {
        return from >= to;
    }

    Piece piece() {
        return words.piece().between(Math.max(start, words.start(from)), words.end(to - 1));
    }

    void move(int first) {
        from = first;
        start = from < to ? words.start(from) : words.piece().end();
    }

    /** Behind "Reed & Sons", 0 where that is not what it is. */
    int family() {
        for (int i = from + 1; i < to - 1; i++) {
            if (words.is(i, "&") && Vocabulary.FAMILY.contains(words.key(i + 1)) && words.isCapital(i + 1)) {
                return i + 2;
            }
        }
        return 0;
    }

    /** Keeps what is proven first. */
    void onSide(@Nullable String other) {
        side = side != null ? side : other;
    }
}
