package org.pacta.rules.annex;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** The words the parser knows, read once from {@code vocabulary.txt}. */
final class Vocabulary {

    private static final Map<String, Section> SECTIONS = read();

    static final Map<Row.Kind, Section> INSTRUMENTS = instruments();
    static final Section ANNEX = section("annex");
    static final Section HEADING_FILLER = section("heading filler");
    static final Section BETWEEN = section("between");
    static final Section LOOSE = section("between loose");
    static final Section AND = section("and");
    static final Section ON = section("on");
    static final Section ON_INSIDE = section("on inside");
    static final Section SIGNED = section("signed");
    static final Section AUXILIARY = section("auxiliary");
    static final Section WILL = section("will");
    static final Section WITH = section("with");
    static final Section INSIDE = section("inside");
    static final Section ARTICLE = section("article");
    static final Section INTRO = section("intro");
    static final Section EXCHANGE = section("exchange");
    static final Section PERSON = section("person");
    static final Section OFFICE = section("office");
    static final Section ROLE = section("role");
    static final Section PLACE = section("place");
    static final Section KEEPS_PLACE = section("keeps place");
    static final Section MAY_KEEP_PLACE = section("may keep place");
    static final Section LEGAL = section("legal");
    static final Section LEGAL_END = section("legal end");
    static final Section ORGANISATION = section("organisation");
    static final Section TRADE = section("trade");
    static final Section TOPIC = section("topic");
    static final Section OPEN = section("open");
    static final Section SUBUNIT = section("subunit");
    static final Section PARENT = section("parent");
    static final Section INTRODUCES = section("introduces");
    static final Section COLUMN_TITLE = section("column title");
    static final Section COLUMN_PARTY = section("column party");
    static final Section COLUMN_SUBJECT = section("column subject");
    static final Section COLUMN_PERSON = section("column person");
    static final Section COLUMN_NUMBER = section("column number");
    static final Section SIDE_WORD = section("side word");
    static final Section HAN_ORGANISATION = section("han organisation");
    static final Section HAN_WEAK = section("han weak");
    static final Section HAN_SIGNED = section("han signed");
    static final Section HAN_ABOUT = section("han about");
    static final Section HAN_PROJECT = section("han project");
    static final Section HAN_ADVERB = section("han adverb");
    static final Section HAN_VAGUE = section("han vague");
    static final Section LOOSE_HEAD = section("loose head");
    static final Section LOOSE_WORD = section("loose word");
    static final Section DEMONYM = section("demonym");
    static final Section HAN_TRADE = section("han trade");
    static final Section HAN_TOPIC = section("han topic");
    static final Section HAN_PERSON = section("han person");
    static final Section NOBODY = section("nobody");
    static final Section STATE = section("state in small letters");
    static final Section HAN_WHOLE = section("han whole");
    static final Section MORE_THAN = section("more than");
    static final Section AT_LEAST = section("at least");
    static final Section NEARLY = section("nearly");
    static final Section ABOUT = section("about");
    static final Section UP_TO = section("up to");
    static final Section TO_DATE = section("to date");
    static final Section ADJECTIVE = section("adjective");
    static final Section ANNOUNCED = section("announced");
    static final Section NUMBER = section("number");
    static final Section SEVERAL = section("several");

    private Vocabulary() {}

    /** A list of words or phrases that belong together. */
    static final class Section {

        private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
        private final Map<Character, List<Entry>> byFirstCharacter = new HashMap<>();
        private final Map<String, Entry> byPhrase = new HashMap<>();

        boolean contains(String phrase) {
            return byPhrase.containsKey(phrase);
        }

        /** What stands behind a first word, where an entry has two parts. */
        Optional<String> rest(String firstWord) {
            return byFirstWord.getOrDefault(firstWord, List.of()).stream()
                    .findFirst()
                    .map(entry -> entry.phrase.substring(firstWord.length()).strip());
        }

        /** How many words from here on form the longest entry, 0 for none. */
        int length(Words words, int from) {
            return longest(words, from).length;
        }

        /** Whether the longest entry from here on is a plural. */
        boolean isPlural(Words words, int from) {
            return longest(words, from).isPlural;
        }

        /** How many characters from here on form the longest entry, 0 for none. */
        int length(String text, int from) {
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
        int lengthBefore(String text, int end) {
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

        private void add(String phrase, boolean isPlural) {
            Words words = Words.of(Piece.of(phrase));
            Entry entry = new Entry(phrase, words, words.size(), isPlural);
            byPhrase.put(phrase, entry);
            byFirstCharacter
                    .computeIfAbsent(phrase.charAt(0), first -> new ArrayList<>())
                    .add(entry);
            byFirstWord
                    .computeIfAbsent(words.key(0), first -> new ArrayList<>())
                    .add(entry);
        }
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

    private static Section section(String name) {
        return Objects.requireNonNull(SECTIONS.get(name), name);
    }

    private static Map<Row.Kind, Section> instruments() {
        Map<Row.Kind, Section> instruments = new EnumMap<>(Row.Kind.class);
        for (Row.Kind kind : Row.Kind.values()) {
            instruments.put(kind, section(kind.name()));
        }
        return instruments;
    }

    private static Map<String, Section> read() {
        Map<String, Section> sections = new HashMap<>();
        try (InputStream in = Objects.requireNonNull(Vocabulary.class.getResourceAsStream("vocabulary.txt"));
                BufferedReader lines = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            Section section = new Section();
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("[")) {
                    section = new Section();
                    sections.put(line.substring(1, line.indexOf(']')), section);
                } else if (!line.isBlank() && !line.startsWith("# ")) {
                    String[] forms = line.toLowerCase(Locale.ROOT).split("\\|");
                    for (int i = 0; i < forms.length; i++) {
                        section.add(forms[i].strip(), i > 0);
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return sections;
    }
}
