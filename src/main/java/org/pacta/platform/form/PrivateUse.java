package org.pacta.platform.form;

import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Characters of the three private use areas of Unicode, which only the font they come from can show: pasted lists have them as bullets, and
 * Pacta marks with two of them what somebody looked for. None is kept.
 */
public final class PrivateUse {

    private static final Pattern ANY = Pattern.compile("\\p{Co}");
    private static final Pattern BULLET = Pattern.compile("(?m)^(\\h*)\\p{Co}(?=\\h)");
    private static final int NAMED = 5;

    private PrivateUse() {}

    public static boolean isIn(String text) {
        return ANY.matcher(text).find();
    }

    /** A text without them. In one of several lines, one that begins a line and stands by itself is a bullet and becomes one that all can show. */
    public static String without(String text) {
        String bulleted = text.indexOf('\n') < 0 ? text : BULLET.matcher(text).replaceAll("$1•");
        return ANY.matcher(bulleted).replaceAll("");
    }

    /** Those in a text, each once, in the way of {@code U+E000, U+F0B7}; the first five of more. */
    public static String named(String text) {
        String few = ANY.matcher(text)
                .results()
                .map(MatchResult::group)
                .distinct()
                .limit(NAMED)
                .map(each -> String.format(Locale.ROOT, "U+%04X", each.codePointAt(0)))
                .collect(Collectors.joining(", "));
        boolean isAll =
                ANY.matcher(text).results().map(MatchResult::group).distinct().count() <= NAMED;
        return isAll ? few : few + " …";
    }
}
