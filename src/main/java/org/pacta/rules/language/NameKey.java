package org.pacta.rules.language;

import java.text.Normalizer;
import java.util.Locale;

/** The key under which spellings of a name that differ in width, case, marks or blanks are the same. */
public final class NameKey {

    private NameKey() {}

    /** Folds a name. */
    public static String of(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFKC).toLowerCase(Locale.ROOT);
        StringBuilder key = new StringBuilder(folded.length());
        folded.codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c) || c == '&') {
                key.appendCodePoint(c);
            } else if (c == '\'' || c == '’') {
                key.append('\'');
            } else if (!key.isEmpty() && key.charAt(key.length() - 1) != ' ') {
                key.append(' ');
            }
        });
        return key.toString().strip();
    }
}
