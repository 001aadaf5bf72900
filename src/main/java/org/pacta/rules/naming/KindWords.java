package org.pacta.rules.naming;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.pacta.rules.language.Chinese;
import org.pacta.rules.language.NameKey;
import org.pacta.rules.language.Phrases;
import org.pacta.rules.language.Piece;
import org.pacta.rules.language.Vocabulary;
import org.pacta.rules.language.Words;

/** What kind of organisation a name says it is. */
public final class KindWords {

    private static final String COMPANY = "company";
    private static final String BANK = "bank";

    /** The more telling first: a hospital of a university is a hospital. */
    private static final List<String> KINDS = List.of(
            BANK,
            "hospital",
            "university",
            "court",
            "fund",
            "association",
            "zone",
            "research_institute",
            "ministry",
            "government",
            "agency");

    private KindWords() {}

    /** The code of a kind; nothing where no word of the name tells. A legal form tells more than other words, a bank apart. */
    public static Optional<String> of(String name) {
        String key = NameKey.of(name).strip();
        return !key.isEmpty() && Character.isIdeographic(key.codePointBefore(key.length()))
                ? han(simplified(key))
                : latin(Words.of(Piece.of(name)));
    }

    private static String simplified(String key) {
        StringBuilder simple = new StringBuilder(key.length());
        key.chars().forEach(letter -> simple.append(Chinese.simplified((char) letter)));
        return simple.toString();
    }

    private static Optional<String> latin(Words words) {
        Optional<String> kind = KINDS.stream().filter(each -> has(words, each)).findFirst();
        return has(words, COMPANY) && !kind.equals(Optional.of(BANK)) ? Optional.of(COMPANY) : kind;
    }

    private static boolean has(Words words, String kind) {
        return IntStream.range(0, words.size()).anyMatch(at -> section(kind).length(words, at) > 0);
    }

    private static Optional<String> han(String name) {
        if (ending(name, COMPANY) == 0) {
            return KINDS.stream()
                    .filter(kind -> ending(name, kind) > 0)
                    .max(Comparator.comparingInt(kind -> ending(name, kind)));
        }
        String rest = name.replaceFirst("(?:股份|有限|责任|集团|公司)+$", "");
        return Optional.of(ending(rest, BANK) > 0 ? BANK : COMPANY);
    }

    private static int ending(String name, String kind) {
        return section(kind).lengthBefore(name, name.length());
    }

    private static Phrases section(String kind) {
        return Vocabulary.section("kind " + kind);
    }
}
