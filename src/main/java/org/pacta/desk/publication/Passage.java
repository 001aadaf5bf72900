package org.pacta.desk.publication;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.DraftQueries.Text;
import org.pacta.desk.draft.DraftView.Line;

/**
 * Where a text of the draft says what a line says.
 *
 * @param words of the line itself, with some of the text before and after it
 * @param text it stands in
 * @param name of the file; empty for a text that was pasted
 * @param row of the text, from 1
 * @param line that was read from there; null where the words of one were found there again
 */
public record Passage(
        String before,
        String words,
        String after,
        long text,
        String name,
        int row,
        @Nullable Long line) {

    private static final int AROUND = 140;

    /** The fields by whose words a line that was typed is found again, the most telling first. */
    private static final List<String> TELLING = List.of("title", "localTitle", "statement", "localStatement", "person");

    public boolean isFound() {
        return line != null;
    }

    static @Nullable Passage of(Line line, List<Text> texts) {
        Integer start = line.start();
        Integer end = line.end();
        for (Text text : texts) {
            if (Objects.equals(line.text(), text.id()) && start != null && end != null) {
                String words = text.words();
                int length = words.codePointCount(0, words.length());
                return of(
                        text,
                        words.offsetByCodePoints(0, Math.min(start, length)),
                        words.offsetByCodePoints(0, Math.min(end, length)),
                        line.id());
            }
        }
        return TELLING.stream()
                .map(line::get)
                .filter(words -> words.length() > 1)
                .flatMap(words -> texts.stream().flatMap(text -> again(text, words)))
                .findFirst()
                .orElse(null);
    }

    private static Stream<Passage> again(Text text, String words) {
        int at = text.words().toLowerCase(Locale.ROOT).indexOf(words.toLowerCase(Locale.ROOT));
        return at < 0
                ? Stream.empty()
                : Stream.of(
                        of(text, at, Math.min(at + words.length(), text.words().length()), null));
    }

    private static Passage of(Text text, int start, int end, @Nullable Long line) {
        String words = text.words();
        int first = edge(words, start - AROUND);
        int last = edge(words, end + AROUND);
        return new Passage(
                (first > 0 ? "… " : "") + words.substring(first, start),
                words.substring(start, end),
                words.substring(end, last) + (last < words.length() ? " …" : ""),
                text.id(),
                text.name(),
                1
                        + (int) words.substring(0, start)
                                .chars()
                                .filter(c -> c == '\n')
                                .count(),
                line);
    }

    /** A place in the text, moved in front of a character that lies across it. */
    private static int edge(String words, int at) {
        int edge = Math.min(Math.max(at, 0), words.length());
        return edge > 0 && edge < words.length() && Character.isLowSurrogate(words.charAt(edge)) ? edge - 1 : edge;
    }
}
