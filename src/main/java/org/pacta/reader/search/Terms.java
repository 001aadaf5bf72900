package org.pacta.reader.search;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.en.EnglishAnalyzer;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.Ordinals;

/** What single words of a question mean. */
final class Terms {

    /** No series of meetings is longer. */
    private static final int MOST = 99;

    private static final String HAN = "\\p{IsHan}";
    private static final String SERIES = "第(?:[0-9]{1,2}|[一二三四五六七八九十]{1,3})[次届](?:会议)?";
    private static final String OFFICES = "(?:常务)?副?(?:市长|省长|总理|部长|书记|主席|首相|院长)(?![期远江城])|先生|女士";

    /** What in a run of Chinese is a word of its own. */
    private static final Pattern APART = Pattern.compile(SERIES + "|" + OFFICES);

    private static final Pattern BETWEEN = Pattern.compile("(?<=%1$s)[的与](?=%1$s)".formatted(HAN));
    private static final Pattern SPACED_SERIES = Pattern.compile("第\\s*([0-9]{1,2})\\s*([次届])");
    private static final Pattern FIGURES = Pattern.compile("([0-9]{1,2})(?:st|nd|rd|th)?|第([0-9]{1,2})[次届](?:会议)?");
    private static final Pattern NUMBERED = Pattern.compile("(\\p{L}{3,}?)[-#]?([0-9]{1,2})");

    private static final Map<String, Integer> IN_WORDS = IntStream.rangeClosed(1, MOST)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(Ordinals::inWords, number -> number));

    private static final Map<String, Integer> IN_CHARACTERS = IntStream.rangeClosed(1, MOST)
            .boxed()
            .collect(Collectors.toUnmodifiableMap(Ordinals::inCharacters, number -> number));

    /** Words that ask, or address somebody, and tell no record from another. */
    private static final Set<String> ASKING = Set.of(
            "about",
            "all",
            "and",
            "any",
            "between",
            "did",
            "do",
            "does",
            "from",
            "had",
            "has",
            "have",
            "how",
            "many",
            "much",
            "what",
            "when",
            "where",
            "which",
            "who",
            "whose",
            "why",
            "were",
            "dr",
            "h.e",
            "he",
            "hon",
            "madam",
            "mdm",
            "mr",
            "mrs",
            "ms",
            "no",
            "nos",
            "number",
            "prof",
            "professor",
            "sir",
            "先生",
            "女士",
            "的",
            "与",
            "和");

    private static final Map<String, String> SHORT = Map.ofEntries(
            Map.entry("dpm", "deputy prime minister"),
            Map.entry("govt", "government"),
            Map.entry("hk", "hong kong"),
            Map.entry("intl", "international"),
            Map.entry("mos", "minister of state"),
            Map.entry("pm", "prime minister"),
            Map.entry("prc", "china"),
            Map.entry("sg", "singapore"),
            Map.entry("sms", "senior minister of state"),
            Map.entry("s'pore", "singapore"),
            Map.entry("univ", "university"));

    private Terms() {}

    /** A series that a name and a number make, such as JCBC-15. */
    record Numbered(String name, String number) {}

    /** A text in which Chinese offices and numbers of meetings stand apart from what is before and behind them. */
    static String apart(String text) {
        String together = SPACED_SERIES.matcher(text).replaceAll("第$1$2");
        return BETWEEN.matcher(APART.matcher(together).replaceAll(" $0 ")).replaceAll(" ");
    }

    static boolean isCommon(String word) {
        String bare = word.toLowerCase(Locale.ROOT).replaceAll("[.,:;?!]+$", "");
        return EnglishAnalyzer.ENGLISH_STOP_WORDS_SET.contains(bare) || ASKING.contains(bare);
    }

    /** The words that a short form stands for; none where it is none. */
    static List<String> spelledOut(String word) {
        String words = SHORT.get(word.toLowerCase(Locale.ROOT));
        return words == null ? List.of() : List.of(words.split(" "));
    }

    /** The place in a series of meetings that a word can mean: "5", "5th", "fifth", "第5次会议", "第五届". */
    static OptionalInt ordinal(String word) {
        Matcher figures = FIGURES.matcher(word.toLowerCase(Locale.ROOT));
        if (figures.matches()) {
            return OptionalInt.of(Integer.parseInt(figures.group(1) == null ? figures.group(2) : figures.group(1)));
        }
        Integer number = IN_WORDS.get(word.toLowerCase(Locale.ROOT));
        if (number == null) {
            number = IN_CHARACTERS.get(word.replaceFirst("[次届](会议)?$", ""));
        }
        return number == null ? OptionalInt.empty() : OptionalInt.of(number);
    }

    /** A name with a number that belongs to it, null where a word is none. */
    static @Nullable Numbered numbered(String word) {
        Matcher numbered = NUMBERED.matcher(word);
        return numbered.matches() ? new Numbered(numbered.group(1), numbered.group(2)) : null;
    }
}
