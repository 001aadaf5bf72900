package org.pacta.rules.language;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Words and phrases that belong together, found in a text by their first word or character. */
public final class Phrases {

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<Character, List<Entry>> byFirstCharacter = new HashMap<>();
    private final Map<String, Entry> byPhrase = new HashMap<>();

    /** Whether a phrase is among them. */
    public boolean contains(String phrase) {
        return byPhrase.containsKey(phrase);
    }

    /** Every word an entry can begin with. */
    public Set<String> firstWords() {
        return byFirstWord.keySet();
    }

    /** What stands behind a first word, where an entry has two parts. */
    public Optional<String> rest(String firstWord) {
        return byFirstWord.getOrDefault(firstWord, List.of()).stream()
                .findFirst()
                .map(entry -> entry.phrase.substring(firstWord.length()).strip());
    }

    /** How many words from here on form the longest entry, 0 for none. */
    public int length(Words words, int from) {
        return longest(words, from).length;
    }

    /** Whether the longest entry from here on is a plural. */
    public boolean isPlural(Words words, int from) {
        return longest(words, from).isPlural;
    }

    /** How many characters from here on form the longest entry, 0 for none. */
    public int length(String text, int from) {
        if (from >= text.length()) {
            return 0;
        }
        int longest = 0;
        for (Entry entry : byFirstCharacter.getOrDefault(text.charAt(from), List.of())) {
            if (entry.phrase.length() > longest && text.startsWith(entry.phrase, from)) {
                longest = entry.phrase.length();
            }
        }
        return longest;
    }

    /** How many characters before this place form the longest entry that ends there, 0 for none. */
    public int lengthBefore(String text, int end) {
        for (int from = Math.max(0, end - 8); from < end; from++) {
            if (contains(text.substring(from, end))) {
                return end - from;
            }
        }
        return 0;
    }

    private Entry longest(Words words, int from) {
        Entry longest = Entry.NONE;
        if (from < words.size()) {
            for (Entry entry : byFirstWord.getOrDefault(words.key(from), List.of())) {
                if (entry.length > longest.length && entry.stands(words, from)) {
                    longest = entry;
                }
            }
        }
        return longest;
    }

    void add(String phrase, boolean isPlural) {
        Words words = Words.of(Piece.of(phrase));
        Entry entry = new Entry(phrase, words, words.size(), isPlural);
        byPhrase.put(phrase, entry);
        byFirstCharacter
                .computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>())
                .add(entry);
        byFirstWord.computeIfAbsent(words.key(0), first -> new ArrayList<>()).add(entry);
    }

    private record Entry(String phrase, Words words, int length, boolean isPlural) {

        static final Entry NONE = new Entry("", Words.of(Piece.of("")), 0, false);

        boolean stands(Words text, int from) {
            for (int i = 0; i < length; i++) {
                if (from + i >= text.size() || !text.key(from + i).equals(words.key(i))) {
                    return false;
                }
            }
            return true;
        }
    }
}
