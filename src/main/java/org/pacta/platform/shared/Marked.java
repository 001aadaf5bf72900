package org.pacta.platform.shared;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * A text in which what somebody looked for is marked.
 *
 * @param fragments pieces of the text, with each find between {@link #START} and {@link #END}
 */
public record Marked(List<String> fragments) {

    /** Characters of no script, so that no text contains them and no markup is needed. */
    public static final char START = '\ue000';

    public static final char END = '\ue001';

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
            String bare = fragment.replaceAll("[" + START + END + "]", "");
            int at = text.indexOf(bare);
            if (at >= 0) {
                return split(text.substring(0, at) + fragment + text.substring(at + bare.length()));
            }
        }
        return plain(text);
    }

    private static List<Part> split(String fragment) {
        List<Part> parts = new ArrayList<>();
        for (String piece : Objects.requireNonNull(fragment).split("(?=" + START + ")|(?<=" + END + ")")) {
            boolean found = piece.charAt(0) == START;
            parts.add(new Part(found ? piece.substring(1, piece.length() - 1) : piece, found));
        }
        return parts;
    }
}
