package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.annex.Items.Item;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;
import org.pacta.rules.naming.HanNames;
import org.pacta.rules.naming.Knowledge;
import org.pacta.rules.naming.Names;

/**
 * What a pasted annex or press release says: agreements and projects, in the order of the text.
 *
 * @param rows one for each agreement or project
 * @param figures the numbers it announces
 * @param unread what speaks of an agreement and gave neither row nor figure
 * @param repeated headlines that say no more than one of the rows
 */
public record Annex(List<Row> rows, List<AnnouncedNumber> figures, List<Passage> unread, List<Passage> repeated) {

    /** A text has its headline and a line below it at the top. */
    private static final int MOST_HEADLINES = 3;

    /** A sentence or list item; places are counted in code points of the whole text. */
    public record Passage(String text, int start, int end) {}

    /** Reads a text; what is known is evidence only and may be empty. */
    public static Annex parse(String text, Knowledge known) {
        Knowledge.Index index = known.index();
        Names names = new Names(index);
        SpacedShapes spaced = new SpacedShapes(names);
        HanShapes han = new HanShapes(names, index);
        int[] codePoints = codePoints(text);
        List<Row> rows = new ArrayList<>();
        List<AnnouncedNumber> figures = Items.sentences(text).stream()
                .flatMap(sentence -> AnnouncedNumber.in(sentence, codePoints).stream())
                .toList();
        Unread unread = new Unread(figures, codePoints);
        List<Row> headlines = new ArrayList<>();
        for (Item item : Items.of(text)) {
            List<Reading> readings = item.isHeading() ? List.of() : read(item, spaced, han);
            for (Reading reading : readings) {
                Row row = reading.row(codePoints);
                rows.add(row);
                if (item.isHeadline() && rows.size() <= MOST_HEADLINES) {
                    headlines.add(row);
                }
            }
            unread.pass(item, !readings.isEmpty());
        }
        List<Row> repeated = headlines.stream()
                .filter(headline -> rows.stream().anyMatch(row -> row.start() > headline.end() && row.tells(headline)))
                .toList();
        return new Annex(
                rows.stream().filter(row -> !repeated.contains(row)).toList(),
                figures,
                unread.passages(),
                repeated.stream()
                        .map(row -> new Passage(row.text(), row.start(), row.end()))
                        .toList());
    }

    private static List<Reading> read(Item item, SpacedShapes spaced, HanShapes han) {
        if (item.isTooLong()) {
            Row.Kind kind = item.context() == null ? Row.Kind.OTHER : item.context();
            return item.isListed() ? List.of(new Reading(item.piece(), kind).doubt(Row.Why.TOO_LONG)) : List.of();
        }
        if (item.table() != null) {
            return item.table().read(item, spaced, han).stream().toList();
        }
        return HanShapes.suits(item.piece()) ? han.read(item).stream().toList() : spaced.read(item);
    }

    /** For each character of the text, and for its end, how many code points stand before it. */
    private static int[] codePoints(String text) {
        int[] before = new int[text.length() + 1];
        for (int i = 0; i < text.length(); i++) {
            boolean isSecondHalf =
                    i > 0 && Character.isLowSurrogate(text.charAt(i)) && Character.isHighSurrogate(text.charAt(i - 1));
            before[i + 1] = before[i] + (isSecondHalf ? 0 : 1);
        }
        return before;
    }

    /** Keeps whatever speaks of an agreement and was read by nobody, so that nothing is lost in silence. */
    private static final class Unread {

        /** Verbs of signing that are nouns as well; with an instrument beside them they need no telling. */
        private static final Set<String> ALSO_NOUNS =
                Set.of("exchange", "exchanges", "sign", "signs", "ink", "inks", "seal");

        /** Words that are an instrument only beside a verb of agreeing. */
        private static final Set<String> VAGUE =
                Set.of("partnership", "partnerships", "arrangement", "arrangements", "deal", "deals", "convention");

        private final List<AnnouncedNumber> figures;
        private final int[] codePoints;
        private final List<Passage> passages = new ArrayList<>();
        private @Nullable Item heading;
        private int next;

        Unread(List<AnnouncedNumber> figures, int[] codePoints) {
            this.figures = figures;
            this.codePoints = codePoints;
        }

        /** Takes note of the next item of the text, which gave a row or did not. */
        void pass(Item item, boolean isRead) {
            if (item.isHeading()) {
                close();
                heading = item;
                return;
            }
            if (isRead || item.context() != null || item.table() != null) {
                heading = null;
            }
            boolean isPromised = item.table() != null && item.table().hasHeader();
            if (!isRead && (isPromised || speaks(item.piece()) || names(item)) && !isFigure(item.piece())) {
                passages.add(passage(item.piece()));
            }
        }

        /** Whether an item of a list, or what somebody gave alone, speaks of an organisation. */
        private static boolean names(Item item) {
            if (!item.stands()) {
                return false;
            }
            Words words = Words.of(item.piece());
            boolean isNamed = HanShapes.suits(item.piece())
                    && HanNames.endsSomewhere(item.piece().text());
            for (int i = item.isListed() ? 0 : 1; i < words.size(); i++) {
                String key = words.key(i);
                boolean isOrganisation = Vocabulary.ORGANISATION.contains(key) || Vocabulary.LEGAL_END.contains(key);
                isNamed |=
                        words.isCapital(i) && (isOrganisation || !item.isListed() && !Character.isDigit(key.charAt(0)));
            }
            return isNamed;
        }

        List<Passage> passages() {
            close();
            return List.copyOf(passages);
        }

        /** A heading that nothing follows promised something that is not there. */
        private void close() {
            Optional.ofNullable(heading)
                    .map(Item::piece)
                    .filter(piece -> speaks(piece) && !isFigure(piece))
                    .ifPresent(piece -> passages.add(passage(piece)));
            heading = null;
        }

        /** Whether it names an instrument or a verb of agreeing. */
        private static boolean speaks(Piece piece) {
            return HanShapes.suits(piece) ? speaks(piece.text()) : speaks(Words.of(piece));
        }

        private static boolean speaks(String text) {
            for (int i = 0; i < text.length(); i++) {
                if (Vocabulary.HAN_SIGNED.length(text, i) > 0 || Vocabulary.HAN_AGREES.length(text, i) > 0) {
                    return true;
                }
            }
            return Instruments.inHan(text, 0).isPresent();
        }

        private static boolean speaks(Words words) {
            for (int i = 0; i < words.size(); i++) {
                int signs = Vocabulary.SIGNED.length(words, i);
                boolean isVerb = signs > 0 && !words.is(i + signs, "up") && !ALSO_NOUNS.contains(words.key(i));
                if (isVerb || Vocabulary.AGREES.length(words, i) > 0) {
                    return true;
                }
            }
            return Instruments.in(words).stream()
                    .anyMatch(
                            mention -> !VAGUE.contains(words.key(mention.from())) || mention.to() - mention.from() > 1);
        }

        private boolean isFigure(Piece piece) {
            while (next < figures.size() && figures.get(next).end() <= codePoints[piece.start()]) {
                next++;
            }
            return next < figures.size() && figures.get(next).start() < codePoints[piece.end()];
        }

        private Passage passage(Piece piece) {
            return new Passage(piece.text(), codePoints[piece.start()], codePoints[piece.end()]);
        }
    }
}
