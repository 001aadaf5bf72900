package org.pacta.rules.language;

/** The initials of a name in Latin letters, by which many bodies are known: NUH, MAS. */
public final class Initials {

    private Initials() {}

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
