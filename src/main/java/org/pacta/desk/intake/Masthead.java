package org.pacta.desk.intake;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.pacta.rules.language.TextDates;

/**
 * What the head of a text says of the text itself, to be looked at as its source.
 *
 * @param typed the fields of a source that could be read
 * @param end of the passage that was read, in characters
 */
record Masthead(Map<String, String> typed, int end) {

    private static final int LONGEST_TITLE = 300;

    /** As far as a dateline may be from the top. */
    private static final int HEAD = 700;

    /** Lines among which the headline is. */
    private static final int TOP = 5;

    private static final int LONGEST_HEADLINE = 160;
    private static final int LONGEST_OF_A_DATE_LINE = 25;
    private static final Pattern DATELINE = Pattern.compile("[\\p{Lu} .'’-]{2,40},\\s*");

    private static final Pattern MARK =
            Pattern.compile("^(?:\\W*\\bdate\\b\\W*)?(?:\\d{4}-\\d{2}-\\d{2}\\s+)?", Pattern.CASE_INSENSITIVE);
    private static final Pattern ADDRESS = Pattern.compile("https?://[^\\s<>\"'）)\\]]+");
    private static final Pattern PUBLISHER =
            Pattern.compile("(?im)^\\s*(?:source|issued by|published by|来源|来源：|發佈|发布)\\s*[:：]\\s*(.{2,120})$");
    private static final Pattern ANNEX = Pattern.compile("(?i:\\b(?:annex|appendix)\\s+|附件)([A-Z0-9一二三四五]\\b|[一二三四五])");
    private static final Pattern ANNEX_HEADING =
            Pattern.compile("(?m)^\\W*(?i:annex|appendix|附件)\\s*([A-Z0-9]\\b|[一二三四五])");
    private static final Pattern HAN = Pattern.compile("\\p{IsHan}");
    private static final Pattern TRADITIONAL = Pattern.compile("[會議與關於國際業聯發簽雙實]");

    static Masthead of(String text) {
        Map<String, String> typed = new LinkedHashMap<>();
        String first = headline(text);
        String title = MARK.matcher(first).replaceFirst("").strip();
        boolean isHan = HAN.matcher(title).find();
        if (!title.isEmpty() && title.length() <= LONGEST_TITLE) {
            typed.put(isHan ? "localTitle" : "title", title);
        }
        group(PUBLISHER.matcher(text)).ifPresent(publisher -> typed.put("publisher", publisher));
        Optional.of(ADDRESS.matcher(text)).filter(Matcher::find).ifPresent(found -> typed.put("url", found.group()));
        published(text.substring(0, Math.min(text.length(), HEAD))).ifPresent(date -> typed.put("publishedOn", date));
        typed.put("language", language(text));
        if (lacksAnAnnex(text)) {
            typed.put("annexMissing", "true");
        }
        return new Masthead(typed, text.indexOf(first) + first.length());
    }

    /** The first line that is neither a date nor a paragraph. */
    private static String headline(String text) {
        return text.lines()
                .limit(TOP)
                .filter(line -> !line.isBlank() && !isDateLine(line) && !isParagraph(line))
                .findFirst()
                .orElseGet(() -> text.lines().findFirst().orElse(""));
    }

    private static boolean isParagraph(String line) {
        return line.length() > LONGEST_HEADLINE
                && (line.strip().endsWith(".") || line.strip().endsWith("。"));
    }

    /** A line with a date and hardly anything else. */
    private static boolean isDateLine(String line) {
        int letters = line.length();
        for (TextDates.Found found : TextDates.in(line)) {
            letters -= found.end() - found.start();
        }
        return letters < line.length() && letters < LONGEST_OF_A_DATE_LINE;
    }

    /** The day of a line that is but a date or of a dateline; else the only day there is, unless the meeting was held on it. */
    private static Optional<String> published(String head) {
        List<TextDates.Found> dates = TextDates.in(head).stream()
                .filter(found -> found.edtf() != null && !found.isAsked())
                .filter(found -> !String.valueOf(found.edtf()).contains("/"))
                .toList();
        Optional<String> dated = dates.stream()
                .filter(found -> isDateLine(line(head, found)) || isDateline(head, found))
                .map(TextDates.Found::edtf)
                .findFirst();
        boolean isOne = dates.stream().map(TextDates.Found::edtf).distinct().count() == 1;
        return dated.isPresent() || !isOne || Header.isOfTheMeeting(line(head, dates.get(0)))
                ? dated
                : Optional.ofNullable(dates.get(0).edtf());
    }

    private static String line(String head, TextDates.Found found) {
        int end = head.indexOf('\n', found.end());
        return head.substring(head.lastIndexOf('\n', found.start()) + 1, end < 0 ? head.length() : end);
    }

    /** "SINGAPORE, 4 June 2026 –" */
    private static boolean isDateline(String head, TextDates.Found found) {
        String before = head.substring(head.lastIndexOf('\n', found.start()) + 1, found.start());
        String behind = head.substring(found.end(), Math.min(head.length(), found.end() + 20));
        return DATELINE.matcher(before).matches() && behind.matches("(?s)\\s*(?:/[^/]{1,15}/\\s*)?(?:-|–|—|:).*");
    }

    /** Whether the text refers to an annex that does not stand in it. */
    private static boolean lacksAnAnnex(String text) {
        Set<String> there = ANNEX_HEADING
                .matcher(text)
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT))
                .collect(Collectors.toSet());
        return ANNEX.matcher(text)
                .results()
                .map(found -> found.group(1).toUpperCase(Locale.ROOT))
                .anyMatch(annex -> !there.contains(annex));
    }

    private static Optional<String> group(Matcher matcher) {
        return matcher.results()
                .map((MatchResult found) -> found.group(1).strip())
                .findFirst();
    }

    private static String language(String text) {
        long han = HAN.matcher(text).results().count();
        if (han * 5 < text.length()) {
            return "en";
        }
        return TRADITIONAL.matcher(text).find() ? "zh-Hant" : "zh-Hans";
    }
}
