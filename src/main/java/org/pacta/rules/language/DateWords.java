package org.pacta.rules.language;

import java.text.Normalizer;
import java.text.Normalizer.Form;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Dates as people write them, in English or Chinese, turned into the Extended Date/Time Format. */
public final class DateWords {

    /** Characters; more has no date. */
    private static final int LONGEST = 100;

    private static final String NO_YEAR = "0000";
    private static final String HAN_DIGITS = "〇一二三四五六七八九";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> QUARTERS = List.of("first", "second", "third", "fourth");

    private static final Pattern HAN_NUMBER = Pattern.compile("[〇零○一二三四五六七八九十]+(?=[年月日号季至到]|$)");
    private static final Pattern DAY_FIRST = Pattern.compile(DAY + "(?: of)?[\\s-]+" + MONTH + ",?[\\s-]+(\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + "\\s+" + DAY + ",?\\s+(\\d{4})");
    private static final Pattern YEAR_FIRST =
            Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})[日号]?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern MONTH_ALONE = Pattern.compile(MONTH + ",?[\\s-]+(\\d{4})");
    private static final Pattern HAN_MONTH = Pattern.compile("(\\d{4})年(\\d{1,2})月");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])\\s+(\\d{4})|(\\d{4})\\s*(?:q|年第?)([1-4])(?:季度)?");
    private static final Pattern QUARTER_IN_WORDS =
            Pattern.compile("(first|second|third|fourth) quarter(?: of)? (\\d{4})");
    private static final Pattern HALF =
            Pattern.compile("(?:(first|second) half(?: of)?|h([12]))\\s+(\\d{4})|(\\d{4})年(上|下)半年");

    private static final Pattern BEFORE =
            Pattern.compile("(?:on or before|not after|by|before) (.+)|(.+?)(?:或之前|或以前|之前|以前)");
    private static final Pattern BETWEEN = Pattern.compile("between (.+)|(.+)之间(?:的一天)?");
    private static final Pattern SINCE = Pattern.compile("since (.+)|自(.+)起");
    private static final Pattern UNTIL = Pattern.compile("until (.+)|至(.+)");
    private static final Pattern TO = Pattern.compile("\\s*(?:[-–—~至到]|\\bto\\b)\\s*");
    private static final Pattern AND = Pattern.compile("\\s*(?:[-–—~至到和与]|\\bto\\b|\\band\\b)\\s*");

    /** What the first of two dates may leave to the second: the year, or month and year. */
    private static final List<Pattern> TAILS =
            List.of(Pattern.compile(" \\d{4}$"), Pattern.compile(" [a-z]+\\.?,? \\d{4}$"));

    /** What the second of two dates may leave to the first: the year, year and month, or the month. */
    private static final List<Pattern> HEADS =
            List.of(Pattern.compile("^\\d{4}年"), Pattern.compile("^\\d{4}年\\d{1,2}月"), Pattern.compile("^[a-z]+\\.? "));

    private DateWords() {}

    /** Reads a date; nothing where it is none, where it has no place in the calendar, or where day and month could change places. */
    public static Optional<String> read(String typed) {
        if (typed.length() > LONGEST) {
            return Optional.empty();
        }
        String words = Normalizer.normalize(typed, Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .replaceAll("(?<=\\p{IsHan}) | (?=\\p{IsHan})", "");
        String plain = HAN_NUMBER.matcher(words).replaceAll(found -> arabic(found.group()));
        return any(plain).filter(edtf -> !edtf.contains(NO_YEAR));
    }

    /** A number in Han letters, digit by digit, or with tens such as 二十三; as it is where it is neither. */
    public static String arabic(String han) {
        String digits = han.replaceAll("[零○]", "〇");
        if (digits.matches("[^十]?十[^十]?")) {
            digits = digits.replaceFirst("^十", "一十").replaceFirst("十$", "十〇").replace("十", "");
        }
        return digits.codePoints()
                .map(HAN_DIGITS::indexOf)
                .mapToObj(digit -> digit < 0 ? "十" : String.valueOf(digit))
                .reduce("", String::concat);
    }

    private static Optional<String> any(String words) {
        Matcher before = BEFORE.matcher(words);
        if (before.matches()) {
            return before.group().startsWith("before ")
                    ? one(said(before))
                            .filter(date -> date.length() == 10)
                            .map(day -> "[..%s]".formatted(LocalDate.parse(day).minusDays(1)))
                    : one(said(before)).map("[..%s]"::formatted);
        }
        Matcher between = BETWEEN.matcher(words);
        if (between.matches()) {
            return two(said(between), AND, "[%s..%s]");
        }
        Matcher since = SINCE.matcher(words);
        if (since.matches()) {
            return one(said(since)).map("%s/.."::formatted);
        }
        Matcher until = UNTIL.matcher(words);
        return until.matches()
                ? one(said(until)).map("../%s"::formatted)
                : one(words).or(() -> two(words, TO, "%s/%s"));
    }

    private static String said(Matcher found) {
        return found.group(1) == null ? found.group(2) : found.group(1);
    }

    /** Two dates of the same kind in their order, where one may leave to the other what both have in common. */
    private static Optional<String> two(String words, Pattern between, String edtf) {
        return between.matcher(words)
                .results()
                .flatMap(at -> {
                    String first = words.substring(0, at.start()).replaceFirst("^(?:from |自|从)", "");
                    String last = words.substring(at.end());
                    return dates(first, TAILS, last, false)
                            .flatMap(from -> dates(last, HEADS, first, true)
                                    .filter(to -> from.length() == to.length() && from.compareTo(to) <= 0)
                                    .map(to -> edtf.formatted(from, to)));
                })
                .findFirst();
    }

    private static Stream<String> dates(String words, List<Pattern> parts, String other, boolean isInFront) {
        return Stream.concat(
                        Stream.of(words),
                        parts.stream()
                                .map(part -> part.matcher(other))
                                .filter(Matcher::find)
                                .map(part -> isInFront ? part.group() + words : words + part.group()))
                .flatMap(each -> one(each).stream());
    }

    private static Optional<String> one(String words) {
        Matcher date = DAY_FIRST.matcher(words);
        if (date.matches()) {
            return day(number(date, 3), month(date.group(2)), number(date, 1));
        }
        date = MONTH_FIRST.matcher(words);
        if (date.matches()) {
            return day(number(date, 3), month(date.group(1)), number(date, 2));
        }
        date = YEAR_FIRST.matcher(words);
        if (date.matches()) {
            return day(number(date, 1), number(date, 2), number(date, 3));
        }
        date = SLASHED.matcher(words);
        if (date.matches()) {
            return slashed(number(date, 1), number(date, 2), number(date, 3));
        }
        return lessThanADay(words);
    }

    private static Optional<String> lessThanADay(String words) {
        Matcher date = MONTH_ALONE.matcher(words);
        if (date.matches()) {
            return month(number(date, 2), month(date.group(1)));
        }
        date = HAN_MONTH.matcher(words);
        if (date.matches()) {
            return month(number(date, 1), number(date, 2));
        }
        date = QUARTER.matcher(words);
        if (date.matches()) {
            boolean isYearLast = date.group(1) != null;
            return quarter(number(date, isYearLast ? 2 : 3), number(date, isYearLast ? 1 : 4));
        }
        date = QUARTER_IN_WORDS.matcher(words);
        if (date.matches()) {
            return quarter(number(date, 2), 1 + QUARTERS.indexOf(date.group(1)));
        }
        date = HALF.matcher(words);
        if (date.matches()) {
            boolean isHan = date.group(4) != null;
            boolean isFirst =
                    isHan ? date.group(5).equals("上") : "first".equals(date.group(1)) || "1".equals(date.group(2));
            return Optional.of("%04d-%d".formatted(number(date, isHan ? 4 : 3), isFirst ? 40 : 41));
        }
        date = YEAR.matcher(words);
        return date.matches() ? Optional.of(date.group(1)) : Optional.empty();
    }

    private static Optional<String> quarter(int year, int quarter) {
        return Optional.of("%04d-%d".formatted(year, 32 + quarter));
    }

    /** Only where one of the two cannot be a month, or both are the same. */
    private static Optional<String> slashed(int first, int second, int year) {
        if (first == second || first > 12) {
            return day(year, second, first);
        }
        return second > 12 ? day(year, first, second) : Optional.empty();
    }

    private static Optional<String> day(int year, int month, int day) {
        try {
            return Optional.of(LocalDate.of(year, month, day).toString());
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static Optional<String> month(int year, int month) {
        try {
            return Optional.of(YearMonth.of(year, month).toString());
        } catch (DateTimeException noMonth) {
            return Optional.empty();
        }
    }

    private static int number(Matcher date, int group) {
        return Integer.parseInt(date.group(group));
    }

    private static int month(String name) {
        return MONTHS.indexOf(name) + 1;
    }
}
