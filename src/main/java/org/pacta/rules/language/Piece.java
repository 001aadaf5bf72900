package org.pacta.rules.language;

/**
 * A stretch of a text that remembers where it stands.
 *
 * @param start the first character, counted in UTF-16 units
 * @param end behind the last character
 */
public record Piece(String source, int start, int end) {

    /** A whole text. */
    public static Piece of(String source) {
        return new Piece(source, 0, source.length());
    }

    /** The stretch itself. */
    public String text() {
        return source.substring(start, end);
    }

    /** In UTF-16 units. */
    public int length() {
        return end - start;
    }

    /** Whether nothing is left. */
    public boolean isEmpty() {
        return start >= end;
    }

    /** The piece between two places of the source. */
    public Piece between(int from, int to) {
        return new Piece(source, from, Math.max(from, to));
    }

    /** What is left from a place of the source on. */
    public Piece from(int from) {
        return between(Math.min(from, end), end);
    }

    /** What is left up to a place of the source. */
    public Piece until(int to) {
        return between(start, Math.max(start, Math.min(to, end)));
    }

    /** The piece without white space and stray punctuation at its ends. */
    public Piece trimmed() {
        int from = start;
        int to = end;
        while (from < to && isLoose(source.charAt(from), false)) {
            from++;
        }
        while (to > from && isLoose(source.charAt(to - 1), true)) {
            to--;
        }
        return between(from, to);
    }

    /** The text with each run of white space as one blank. */
    public String line() {
        StringBuilder line = new StringBuilder(length());
        for (int i = start; i < end; i++) {
            char c = source.charAt(i);
            boolean isBlank = isBlank(c);
            if (!isBlank || (!line.isEmpty() && line.charAt(line.length() - 1) != ' ')) {
                line.append(isBlank ? ' ' : c);
            }
        }
        return line.toString().strip();
    }

    /** Whether a character is white space of any width, or none at all. */
    public static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || c == '\uFEFF' || c == '\u200B';
    }

    private static boolean isLoose(char c, boolean atEnd) {
        return isBlank(c) || ",;:，；：、。–—―-\"“”*•|/".indexOf(c) >= 0 || (!atEnd && c == '.');
    }
}
