package org.pacta.reader.passage;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Marked;

/**
 * What is looked for in texts: words that must all be on a page, and phrases in quotes.
 *
 * @param text as typed, cleaned of what cannot be seen
 * @param words and phrases, in small letters
 */
record Sought(String text, List<String> words) {

    static final int LONGEST = 200;
    private static final int MOST = 12;
    private static final int AROUND = 110;

    private static final Pattern WORD = Pattern.compile("\"([^\"]+)\"|([^\\s\"]+)");
    private static final String HAN = "[\\u3400-\\u9fff]";

    static Sought of(@Nullable String typed) {
        String text = Normalizer.normalize(typed == null ? "" : typed, Normalizer.Form.NFKC)
                .replaceAll("[\\p{Cf}\\p{Co}\\p{Cn}\\p{Cs}]", "")
                .replaceAll("[\\p{Cc}\\s]+", " ")
                .replaceAll("[“”„«»「」『』]", "\"")
                .strip();
        List<String> words = new ArrayList<>();
        Matcher word = WORD.matcher(text);
        while (word.find()) {
            String found = (word.group(1) == null ? word.group(2) : word.group(1)).strip();
            if (found.codePoints().anyMatch(Character::isLetterOrDigit)) {
                words.add(found.toLowerCase(Locale.ROOT));
            }
        }
        return new Sought(text, words.stream().distinct().limit(MOST).toList());
    }

    /** The message key of what keeps these from being looked for, null when nothing does. */
    @Nullable
    String problem() {
        if (text.length() > LONGEST) {
            return "search.too_long";
        }
        return text.isEmpty() || !words.isEmpty() ? null : "search.no_word";
    }

    /** What SQL's {@code like} takes for each word, for texts in small letters. */
    List<String> patterns() {
        return words.stream()
                .map(word -> "%" + word.replaceAll("([\\\\%_])", "\\\\$1") + "%")
                .toList();
    }

    boolean canBeAsked() {
        return problem() == null && !words.isEmpty();
    }

    /** The words of a page around the first that is found, all that are found marked. */
    List<Marked.Part> in(String page) {
        String line = Normalizer.normalize(page, Normalizer.Form.NFKC)
                .replaceAll("(?<=%1$s)\\s+(?=%1$s)".formatted(HAN), "")
                .replaceAll("\\s+", " ")
                .strip();
        Matcher found = Pattern.compile(
                        words.stream().map(Pattern::quote).collect(Collectors.joining("|")),
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(line);
        int first = found.find() ? found.start() : 0;
        int start = edge(line, Math.max(0, first - AROUND), first);
        int end = Math.min(line.length(), first + 2 * AROUND);
        List<Marked.Part> parts = new ArrayList<>();
        int at = start;
        found.region(start, end);
        while (found.find()) {
            add(parts, line.substring(at, found.start()), false);
            add(parts, found.group(), true);
            at = found.end();
        }
        add(parts, line.substring(at, end), false);
        if (start > 0) {
            parts.add(0, new Marked.Part("… ", false));
        }
        if (end < line.length()) {
            parts.add(new Marked.Part(" …", false));
        }
        return parts;
    }

    /** Where a word begins, if one does before what was found. */
    private static int edge(String line, int from, int first) {
        int space = line.indexOf(' ', from);
        return from == 0 || space < 0 || space >= first ? from : space + 1;
    }

    private static void add(List<Marked.Part> parts, String text, boolean isFound) {
        if (!text.isEmpty()) {
            parts.add(new Marked.Part(text, isFound));
        }
    }
}
