package org.pacta.platform.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text in which what somebody looked for is marked.
 *
 * @param fragments pieces of the text, with each find between {@link #START} and {@link #END}
 */
public record Marked(List<String> fragments) {

    /** Characters of no script, which texts hardly have, so that no markup is needed. */
    public static final char START = '\ue000';

    public static final char END = '\ue001';

    private static final String MARKS = "[" + START + END + "]";

    /** What is between two marks, or else all up to the next such piece. */
    private static final Pattern PIECE =
            Pattern.compile("(?s)(%1$c[^%1$c%2$c]+%2$c)|.+?(?=%1$c[^%1$c%2$c]+%2$c|$)".formatted(START, END));

    /** A piece of text, found or not. */
    public record Part(String text, boolean found) {}

    public static List<Part> plain(String text) {
        return List.of(new Part(text, false));
    }

    public boolean isEmpty() {
        return fragments.isEmpty();
    }

    /** The first fragment in parts, unless a text has one of them in it. */
    public List<Part> besides(String text) {
        return isEmpty() || in(text).stream().anyMatch(Part::found) ? List.of() : split(fragments.get(0));
    }

    /** A whole text in parts, marked where one of the fragments is a piece of it. */
    public List<Part> in(String text) {
        for (String fragment : fragments) {
            String bare = fragment.replaceAll(MARKS, "");
            int at = text.indexOf(bare);
            if (at >= 0) {
                return split(text.substring(0, at) + fragment + text.substring(at + bare.length()));
            }
        }
        return plain(text);
    }

    /** Marks of its own that a text has, as those that came with a symbol font, are left out. */
    private static List<Part> split(String fragment) {
        List<Part> parts = new ArrayList<>();
        Matcher piece = PIECE.matcher(fragment);
        while (piece.find()) {
            String text = piece.group().replaceAll(MARKS, "");
            if (!text.isEmpty()) {
                parts.add(new Part(text, piece.group(1) != null));
            }
        }
        return parts;
    }
}
