package org.pacta.rules.annex;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.Phrases;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Finds the words for an instrument and tells its kind. */
final class Instruments {

    /** The words for each kind; a joint project is none, though it is counted like one. */
    static final Map<Row.Kind, Phrases> WORDS = words();

    private static final Set<String> FIRST_WORDS = WORDS.entrySet().stream()
            .filter(each -> each.getKey() != Row.Kind.PROJECT)
            .flatMap(each -> each.getValue().firstWords().stream())
            .collect(Collectors.toSet());

    private static final char FIRST_HAN = 0x2E80;

    private Instruments() {}

    static Phrases words(Row.Kind kind) {
        return Objects.requireNonNull(WORDS.get(kind));
    }

    /**
     * A word or phrase for an instrument, with an abbreviation in brackets behind it.
     *
     * @param from the first word
     * @param to behind the last word
     */
    record Mention(Row.Kind kind, int from, int to, boolean isPlural) {}

    /** The instruments named outside and inside brackets, in the order of the text. */
    static List<Mention> in(Words words) {
        List<Mention> mentions = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            Mention mention = FIRST_WORDS.contains(words.key(i)) ? at(words, i) : null;
            if (mention != null && !isPartOfName(words, mention)) {
                int behind = abbreviation(words, mention);
                mentions.add(new Mention(mention.kind, mention.from, behind, mention.isPlural));
                i = behind - 1;
            }
        }
        return mentions;
    }

    /** The first instrument named in a text without blanks between its words; from and to are places in the text. */
    static Optional<Mention> inHan(String text, int from) {
        for (int i = from; i < text.length(); i++) {
            Optional<Mention> mention = atHan(text, i);
            if (mention.isPresent()) {
                return mention;
            }
        }
        return Optional.empty();
    }

    /** The instrument whose name begins exactly here. */
    static Optional<Mention> atHan(String text, int i) {
        int longest = 0;
        Row.Kind kind = Row.Kind.OTHER;
        for (Map.Entry<Row.Kind, Phrases> each : WORDS.entrySet()) {
            boolean isInstrument = each.getKey() != Row.Kind.PROJECT && text.charAt(i) > FIRST_HAN;
            int length = isInstrument ? each.getValue().length(text, i) : 0;
            if (length > longest) {
                longest = length;
                kind = each.getKey();
            }
        }
        return longest == 0 ? Optional.empty() : Optional.of(new Mention(kind, i, i + longest, false));
    }

    /** The first instrument that a piece in any script names. */
    static Optional<Mention> first(Piece piece) {
        return HanShapes.suits(piece)
                ? inHan(piece.text(), 0)
                : in(Words.of(piece)).stream().findFirst();
    }

    /** What is left of a title without its instrument. */
    static Piece titleOf(Piece title, Mention mention) {
        if (HanShapes.suits(title)) {
            return title.until(title.start() + mention.from()).trimmed();
        }
        Words words = Words.of(title);
        int on = Vocabulary.ON.length(words, mention.to());
        int last = words.is(mention.from() - 1, "(") ? mention.from() - 1 : mention.from();
        return on > 0 ? words.piece(mention.to() + on, words.size()) : words.piece(0, last);
    }

    private static @Nullable Mention at(Words words, int i) {
        Mention longest = null;
        for (Map.Entry<Row.Kind, Phrases> each : WORDS.entrySet()) {
            int length = each.getKey() == Row.Kind.PROJECT ? 0 : each.getValue().length(words, i);
            if (length > 0 && (longest == null || length > longest.to - longest.from)) {
                longest = new Mention(
                        each.getKey(), i, i + length, each.getValue().isPlural(words, i));
            }
        }
        return longest;
    }

    /** "Accord Healthcare", "Protocol Labs", "Convention Centre": a capital word goes on. */
    private static boolean isPartOfName(Words words, Mention mention) {
        int next = mention.to;
        boolean isOneWord = next - mention.from == 1;
        return isOneWord
                && words.isCapital(mention.from)
                && !words.key(mention.from).startsWith("mo")
                && next < words.size()
                && (Vocabulary.ORGANISATION.contains(words.key(next))
                        || Vocabulary.TRADE.contains(words.key(next))
                        || Vocabulary.LEGAL_END.contains(words.key(next)));
    }

    private static int abbreviation(Words words, Mention mention) {
        int behind = words.skipBracket(mention.to);
        boolean holdsOneWord = behind - mention.to >= 3 && behind - mention.to <= 5;
        return holdsOneWord && !words.isOpen(mention.to + 1) ? behind : mention.to;
    }

    private static Map<Row.Kind, Phrases> words() {
        Map<Row.Kind, Phrases> words = new EnumMap<>(Row.Kind.class);
        for (Row.Kind kind : Row.Kind.values()) {
            words.put(kind, Vocabulary.section(kind.name()));
        }
        return words;
    }
}
