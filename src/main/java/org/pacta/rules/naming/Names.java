package org.pacta.rules.naming;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** Judges whether a stretch of text names an organisation, and cuts away what is not part of the name. */
public final class Names {

    /** From here on a stretch is an organisation beyond doubt. */
    public static final double STRONG = 3;

    /** At or below, it is nobody at all. */
    public static final double NOBODY = -9;

    private static final Set<String> SINGLE_TITLES = Set.of(
            "mr",
            "mr.",
            "ms",
            "mrs",
            "mdm",
            "dr",
            "prof",
            "professor",
            "sir",
            "dame",
            "dato",
            "datuk",
            "datin",
            "h.e",
            "encik",
            "puan",
            "herr",
            "frau",
            "sr",
            "sra",
            "mme",
            "shri",
            "smt");

    private static final Set<String> HALF_TITLES =
            Set.of("tan", "chief", "senior", "prime", "foreign", "permanent", "deputy", "m", "tun", "hon", "he");

    private static final int MOST_JUDGED = 2_000;

    private final Knowledge.Index known;
    private final Map<Piece, Double> judged = new HashMap<>();

    /** Judges by what is known. */
    public Names(Knowledge.Index known) {
        this.known = known;
    }

    /** What can be doubtful about a name. */
    public enum Doubt {
        PERSON_NAMED,
        NOT_SEEN_AS_ORGANISATION,
        PLACE_AS_PARTICIPANT,
        PLACE_OR_PART_OF_NAME,
        DESCRIPTION_LEFT_OUT
    }

    /**
     * An organisation as named.
     *
     * @param piece the name alone
     * @param acronym as given in brackets behind it
     * @param side the slug of its place, where the text or what is known proves it
     * @param strength how much it looks like an organisation
     */
    public record Name(
            Piece piece, @Nullable String acronym, @Nullable String side, double strength, Set<Doubt> doubts) {}

    /** How much a stretch looks like exactly one organisation; below nought it looks like none. */
    public double judge(Piece piece) {
        if (judged.size() > MOST_JUDGED) {
            judged.clear();
        }
        return judged.computeIfAbsent(piece, each -> new NameCut(each, this, known, false).strength());
    }

    /** The organisation in a stretch of text, unless a person or nothing is left. */
    public Optional<Name> name(Piece piece) {
        return name(piece, false);
    }

    /** "A of P and B of Q": where each name has its place behind it, the place is not part of the name. */
    public Optional<Name> name(Piece piece, boolean allHavePlaces) {
        return new NameCut(piece, this, known, allHavePlaces).name();
    }

    /** Whether a place stands behind the last "of". */
    public boolean endsInPlace(Piece piece) {
        Words words = Words.of(piece.trimmed());
        for (int i = words.size() - 2; i > 0; i--) {
            if (words.is(i, "of")) {
                int first = words.is(i + 1, "the") ? i + 2 : i + 1;
                return first < words.size()
                        && known.isPlace(words.piece(first, words.size()).line());
            }
        }
        return false;
    }

    /** Whether a stretch is the name of a place and nothing else. */
    public boolean isPlace(Piece piece) {
        return known.isPlace(piece.line());
    }

    /** Whether the words from one place to another speak of a person. */
    public boolean isPerson(Words words, int from, int to) {
        String first = words.key(from);
        if (to - from > 2 && words.isCapital(from) && words.is(from + 1, "minister")) {
            return true;
        }
        if (!Vocabulary.PERSON.contains(first) || words.isLower(from) && !Vocabulary.ROLE.contains(first)) {
            return false;
        }
        if (SINGLE_TITLES.contains(first)) {
            return to - from > 1;
        }
        if (HALF_TITLES.contains(first)) {
            return to - from > 1 && Vocabulary.OFFICE.contains(words.key(from + 1));
        }
        int last = to - 1;
        while (last > from && words.isMark(last)) {
            last--;
        }
        boolean isBody =
                Vocabulary.ORGANISATION.contains(words.key(last)) || Vocabulary.LEGAL_END.contains(words.key(last));
        return !isBody || words.find("of", from, to) < to || words.find(",", from, to) < to;
    }
}
