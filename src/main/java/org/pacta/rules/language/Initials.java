package org.pacta.rules.language;

import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** The initials of a name in Latin letters, by which many bodies are known: NUH, MAS. */
public final class Initials {

    private Initials() {}

    /**
     * The forms of initials that people use, in lower case, each of three letters at least: of the capitalised words, of all words, and of the
     * capitalised words without a leading "The" and without what follows "of Singapore" and the like.
     */
    public static Set<String> all(String name) {
        String bare = name.replaceFirst("^The ", "").replaceFirst(" [(].*$", "");
        Set<String> all = new LinkedHashSet<>();
        all.add(of(name));
        all.add(of(bare));
        all.add(of(bare.replaceFirst(" of \\S+$", "")));
        all.add(of(upper(bare)));
        all.remove("");
        return all;
    }

    private static String upper(String name) {
        return Pattern.compile("\\b[a-z](?=[a-z])")
                .matcher(name)
                .replaceAll(letter -> letter.group().toUpperCase(Locale.ROOT));
    }

    /** The first letters of the capitalised words, in lower case; empty where there are fewer than three. */
    public static String of(String name) {
        StringBuilder initials = new StringBuilder();
        for (String word : name.split("[\\s-]+")) {
            if (!word.isEmpty() && word.charAt(0) >= 'A' && word.charAt(0) <= 'Z') {
                initials.append(Character.toLowerCase(word.charAt(0)));
            }
        }
        return initials.length() < 3 ? "" : initials.toString();
    }
}
