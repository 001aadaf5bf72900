package org.pacta.rules.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as people write them, in English or Chinese, turned into the Extended Date/Time Format. */
public final class DateWords {

    private static final String NO_YEAR = "0000";
    private static final String MONTH = "(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String TO = "\\s*(?:-|–|—|to|至|到)\\s*";
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");

    private static final Pattern DAY_FIRST = Pattern.compile(DAY + "[\\s-]+" + MONTH + ",?[\\s-]+(\\d{4})");
    private static final Pattern MONTH_FIRST = Pattern.compile(MONTH + "\\s+" + DAY + ",?\\s+(\\d{4})");
    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})(?:年|[-/.])(\\d{1,2})(?:月|[-/.])(\\d{1,2})日?");
    private static final Pattern SLASHED = Pattern.compile("(\\d{1,2})[/.](\\d{1,2})[/.](\\d{4})");
    private static final Pattern MONTH_ALONE = Pattern.compile(MONTH + ",?\\s+(\\d{4})");
    private static final Pattern HAN_MONTH = Pattern.compile("(\\d{4})年(\\d{1,2})月");
    private static final Pattern YEAR = Pattern.compile("(\\d{4})年?");
    private static final Pattern QUARTER = Pattern.compile("q([1-4])\\s+(\\d{4})|(\\d{4})\\s*(?:q|年第)([1-4])(?:季度)?");
    private static final Pattern HALF =
            Pattern.compile("(?:(first|second) half(?: of)?|h([12]))\\s+(\\d{4})|(\\d{4})年(上|下)半年");
    private static final Pattern DAYS_OF_A_MONTH = Pattern.compile(DAY + TO + DAY + "\\s+" + MONTH + ",?\\s+(\\d{4})");
    private static final Pattern HAN_DAYS = Pattern.compile("(\\d{4})年(\\d{1,2})月(\\d{1,2})日?" + TO + "(\\d{1,2})日");
    private static final Pattern BEFORE =
            Pattern.compile("(?:on or before|not after|by|before)\\s+(.+)|(.+?)(?:或之前|或以前|之前|以前)");

    private DateWords() {}

    /** Reads a date; nothing where it is none, where it has no place in the calendar, or where day and month could change places. */
    public static Optional<String> read(String typed) {
        String words = typed.toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .replaceAll("(?<=\\d)\\s+(?=[年月日])|(?<=[年月])\\s+", "");
        Matcher before = BEFORE.matcher(words);
        return (before.matches() ? until(before) : span(words).or(() -> one(words)))
                .filter(edtf -> !edtf.contains(NO_YEAR));
    }

    private static Optional<String> until(Matcher before) {
        boolean isStrict = before.group().startsWith("before ");
        return one(before.group(1) == null ? before.group(2) : before.group(1))
                .filter(date -> date.length() == 10)
                .map(date -> "[.." + (isStrict ? LocalDate.parse(date).minusDays(1) : date) + "]");
    }

    private static Optional<String> span(String words) {
        Matcher days = DAYS_OF_A_MONTH.matcher(words);
        if (days.matches()) {
            return span(number(days, 4), month(days.group(3)), number(days, 1), number(days, 2));
        }
        Matcher han = HAN_DAYS.matcher(words);
        return han.matches() ? span(number(han, 1), number(han, 2), number(han, 3), number(han, 4)) : Optional.empty();
    }

    private static Optional<String> span(int year, int month, int from, int to) {
        return from > to
                ? Optional.empty()
                : day(year, month, from).flatMap(first -> day(year, month, to).map(last -> first + "/" + last));
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
            return Optional.of(
                    "%04d-%d".formatted(number(date, isYearLast ? 2 : 3), 32 + number(date, isYearLast ? 1 : 4)));
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
