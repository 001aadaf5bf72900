package org.pacta.rules.annex;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Instruments.Mention;
import org.pacta.rules.annex.Items.Item;
import org.pacta.rules.annex.Row.Kind;
import org.pacta.rules.annex.Row.Why;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Words;
import org.pacta.rules.language.Vocabulary;

/** Reads items, each by the shapes of its script. */
final class Shapes {

    private static final int LONGEST_ROW = 3000;

    private final Known.Index known;
    private final Names names;
    private final SpacedShapes spaced;
    private final HanShapes han;

    Shapes(Known known) {
        this.known = known.index();
        names = new Names(this.known);
        spaced = new SpacedShapes(names);
        han = new HanShapes(names, this.known);
    }

    List<Reading> read(Item item) {
        if (item.piece().length() > LONGEST_ROW) {
            boolean isRow = item.isListed();
            return isRow ? List.of(new Reading(item.piece(), item.context() == null ? Kind.OTHER : item.context()).doubt(Why.TOO_LONG)) : List.of();
        }
        if (item.table() != null) {
            return item.table().read(item, this).stream().toList();
        }
        return HanShapes.suits(item.piece()) ? han.read(item).stream().toList() : spaced.read(item);
    }

    Optional<Reading> whole(Item item) {
        return HanShapes.suits(item.piece()) ? han.read(item) : spaced.read(item).stream().findFirst();
    }

    Optional<Mention> instrument(Piece cell) {
        return HanShapes.suits(cell)
                ? Instruments.inHan(cell.text(), 0)
                : Instruments.in(Words.of(cell)).stream().findFirst();
    }

    /** What is left of a title without its instrument. */
    @Nullable Piece title(Piece cell, Mention mention) {
        if (HanShapes.suits(cell)) {
            return cell.until(cell.start() + mention.from()).trimmed();
        }
        Words words = Words.of(cell);
        int on = Vocabulary.ON.length(words, mention.to());
        return on > 0 ? words.piece(mention.to() + on, words.size()) : words.piece(0, words.is(mention.from() - 1, "(") ? mention.from() - 1 : mention.from());
    }

    boolean isName(Piece cell) {
        if (HanShapes.suits(cell)) {
            return han.isName(cell);
        }
        return names.judge(cell) >= 1 && cell.line().length() < 120 && !startsWithVerb(cell);
    }

    private static boolean startsWithVerb(Piece cell) {
        Words words = Words.of(cell);
        return Vocabulary.ON.length(words, 0) > 0 || words.isLower(words.size() - 1);
    }

    /** Adds the organisations in a cell, which belong to a side where its column says so. */
    void fill(Reading reading, Piece cell, @Nullable String place) {
        Reading part = HanShapes.suits(cell) ? han.names(cell) : spaced.names(cell);
        String side = place == null ? null : known.side(place).orElse(null);
        reading.takeOver(part.onSide(side));
    }
}
