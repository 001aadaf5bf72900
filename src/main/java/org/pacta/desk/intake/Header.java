package org.pacta.desk.intake;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.TextDates;
import org.pacta.rules.naming.Knowledge;

/**
 * What a text says about the meeting itself, as far as it says one thing only.
 *
 * @param isDateGuessed the text has a single date, but does not say that it is that of the meeting
 * @param asked dates as printed whose calendar, century or order somebody has to tell, where no other is that of the meeting
 * @param start of the passage that says most of it, in characters
 */
record Header(
        @Nullable String ordinal,
        @Nullable String heldOn,
        @Nullable String place,
        boolean isDateGuessed,
        List<String> asked,
        int start,
        int end) {

    private static final List<String> WORDS = List.of(
            "first",
            "second",
            "third",
            "fourth",
            "fifth",
            "sixth",
            "seventh",
            "eighth",
            "ninth",
            "tenth",
            "eleventh",
            "twelfth",
            "thirteenth",
            "fourteenth",
            "fifteenth",
            "sixteenth",
            "seventeenth",
            "eighteenth",
            "nineteenth",
            "twentieth");
    private static final String DIGITS = "〇一二三四五六七八九";

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final Pattern ORDINAL = Pattern.compile(
            "\\b(?:(\\d{1,3})(?:st|nd|rd|th)|(" + String.join("|", WORDS)
                    + "))\\s(?:[^.;\\n]|\\.(?=\\S)){0,160}?\\b(?:meeting|session|roundtable|conference)\\b",
            FLAGS);
    private static final Pattern HAN_ORDINAL =
            Pattern.compile("第([一二三四五六七八九十]{1,3}|\\d{1,3})(?:次|届|屆)[^。；\\n]{0,40}?(?:会议|會議|会晤|理事会|论坛|圆桌)");
    private static final Pattern HELD =
            Pattern.compile("\\b(?:held|convened|took place|co-chaired|hosted|met)\\b|举行|召开|舉行|召開|主持|举办", FLAGS);
    private static final Pattern HELD_IN =
            Pattern.compile("\\b(?:held|convened|took place|hosted|met)\\b[^,;]{0,40}\\b(?:in|at) $", FLAGS);
    private static final Pattern HAN_HELD = Pattern.compile("[^，。]{0,8}(?:举行|召开|舉行|召開|举办)");
    private static final Pattern MEETING =
            Pattern.compile("\\b(?:meeting|session|council|roundtable|conference)\\b|会议|會議|理事会", FLAGS);
    private static final Pattern END = Pattern.compile("\\n|。|\\.(?=\\s)|$");

    record Sentence(String text, int start, int end) {}

    /** Reads a text; nothing when it says none of it. */
    static Optional<Header> of(String text, List<Knowledge.Place> places) {
        Map<String, Sentence> ordinals = ordinals(text);
        Map<String, Sentence> dates = dates(text, false);
        Map<String, Sentence> asked = dates(text, true);
        Map<String, Sentence> held = new TreeMap<>();
        Map<String, Sentence> at = new LinkedHashMap<>();
        for (Sentence sentence : aboutTheMeeting(text)) {
            dates(sentence.text, false).keySet().forEach(date -> held.put(date, sentence));
            place(sentence.text, places).ifPresent(place -> at.put(place, sentence));
        }
        boolean isSaid = held.size() == 1;
        Map<String, Sentence> date = isSaid ? held : asked.isEmpty() ? dates : Map.of();
        Optional<Sentence> passage = Stream.of(isSaid ? held : Map.<String, Sentence>of(), at, ordinals, date, asked)
                .filter(found -> found.size() == 1)
                .flatMap(found -> found.values().stream())
                .findFirst();
        List<String> open = isSaid ? List.of() : List.copyOf(asked.keySet());
        return passage.map(where -> new Header(
                only(ordinals), only(date), only(at), !isSaid && date.size() == 1, open, where.start, where.end));
    }

    /** The fields of the basics that it fills; where the date is that of the text, the meeting was on that day or before. */
    Map<String, String> typed() {
        Map<String, String> typed = new LinkedHashMap<>();
        String day = isDateGuessed ? "[..%s]".formatted(lastDay()) : heldOn;
        Stream.of(entry("ordinal", ordinal), entry("heldOn", day), entry("place", place))
                .flatMap(Optional::stream)
                .forEach(each -> typed.put(each.getKey(), each.getValue()));
        return typed;
    }

    /** Of the day or days that the text names. */
    private String lastDay() {
        String day = String.valueOf(heldOn);
        return day.substring(day.indexOf('/') + 1);
    }

    private static Optional<Map.Entry<String, String>> entry(String field, @Nullable String value) {
        return Optional.ofNullable(value).map(words -> Map.entry(field, words));
    }

    private static @Nullable String only(Map<String, Sentence> found) {
        return found.size() == 1 ? found.keySet().iterator().next() : null;
    }

    /** Whether a sentence says that a meeting was held. */
    static boolean isOfTheMeeting(String words) {
        return HELD.matcher(words).find() && MEETING.matcher(words).find();
    }

    private static List<Sentence> aboutTheMeeting(String text) {
        List<Sentence> sentences = new ArrayList<>();
        Matcher end = END.matcher(text);
        for (int start = 0; end.find(); start = end.end()) {
            String words = text.substring(start, end.start());
            if (isOfTheMeeting(words)) {
                sentences.add(new Sentence(words, start, end.start()));
            }
        }
        return sentences;
    }

    private static Map<String, Sentence> ordinals(String text) {
        return Stream.concat(
                        ORDINAL.matcher(text).results(),
                        HAN_ORDINAL.matcher(text).results())
                .collect(Collectors.toMap(Header::ordinal, Header::sentence, (first, again) -> first, TreeMap::new));
    }

    private static Sentence sentence(MatchResult found) {
        return new Sentence(found.group(), found.start(), found.end());
    }

    private static String ordinal(MatchResult found) {
        String digits = found.group(1);
        if (digits == null) {
            return String.valueOf(WORDS.indexOf(found.group(2).toLowerCase(Locale.ROOT)) + 1);
        }
        return digits.chars().allMatch(Character::isDigit) ? digits.replaceFirst("^0+(?=.)", "") : han(digits);
    }

    /** 十二 is 12, 二十 is 20. */
    private static String han(String digits) {
        int ten = digits.indexOf('十');
        if (ten < 0) {
            return String.valueOf(DIGITS.indexOf(digits.charAt(0)));
        }
        int tens = ten == 0 ? 1 : DIGITS.indexOf(digits.charAt(0));
        int ones = ten == digits.length() - 1 ? 0 : DIGITS.indexOf(digits.charAt(ten + 1));
        return String.valueOf(tens * 10 + ones);
    }

    /** The dates of a text that are told beyond doubt, or those that are to be asked about. */
    private static Map<String, Sentence> dates(String text, boolean areAsked) {
        Map<String, Sentence> dates = new TreeMap<>();
        for (TextDates.Found found : TextDates.in(text)) {
            if (found.isAsked() == areAsked) {
                String key = areAsked ? found.printed() : String.valueOf(found.edtf());
                dates.putIfAbsent(key, new Sentence(found.printed(), found.start(), found.end()));
            }
        }
        return dates;
    }

    /** The place behind "held in", or between 在 and 举行; the longest name that fits. */
    private static Optional<String> place(String sentence, List<Knowledge.Place> places) {
        return places.stream()
                .flatMap(place -> place.names().stream().map(name -> Map.entry(name, place.slug())))
                .filter(each -> isHeldAt(sentence, each.getKey()))
                .max(Map.Entry.comparingByKey(Comparator.comparingInt(String::length)))
                .map(Map.Entry::getValue);
    }

    private static boolean isHeldAt(String sentence, String name) {
        for (int at = sentence.indexOf(name); at >= 0; at = sentence.indexOf(name, at + 1)) {
            if (isHeldAt(sentence, at, at + name.length())) {
                return true;
            }
        }
        return false;
    }

    private static boolean isHeldAt(String sentence, int from, int to) {
        String before = sentence.substring(Math.max(0, from - 60), from);
        String behind = sentence.substring(to, Math.min(sentence.length(), to + 12));
        boolean isLatin = HELD_IN.matcher(before).find() && !behind.matches("(?s)[\\p{L}-].*");
        return isLatin || before.endsWith("在") && HAN_HELD.matcher(behind).lookingAt();
    }
}
