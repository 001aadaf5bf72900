package org.pacta.rules.language;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds the dates in running text: single days, several days in one, and those whose calendar, order or century somebody has to tell. */
public final class TextDates {

    /** Years from here on are those of the Buddhist calendar, which is 543 ahead. */
    private static final int BUDDHIST = 2400;

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    private static final List<String> FIRST_LETTERS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final String MONTH =
            "(jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)";
    private static final String DAY = "(\\d{1,2})(?:st|nd|rd|th)?";
    private static final String TO = "\\s*(?:-|–|—|to|until|and|&|至|到|和|、)\\s*";
    private static final String YEAR = "\\.?,?\\s+(\\d{4})\\b";

    private static final List<Shape> SHAPES = List.of(
            new Shape("\\b" + DAY + "\\s+" + MONTH + "(?:" + YEAR + ")?" + TO + DAY + "\\s+" + MONTH + YEAR, found -> {
                String year = found.group(6);
                String first = found.group(3) == null ? year : found.group(3);
                return span(
                        day(first, month(found.group(2)), found.group(1)),
                        day(year, month(found.group(5)), found.group(4)));
            }),
            new Shape(
                    "\\b" + DAY + TO + DAY + "\\s+" + MONTH + YEAR,
                    found -> span(
                            day(found.group(4), month(found.group(3)), found.group(1)),
                            day(found.group(4), month(found.group(3)), found.group(2)))),
            new Shape(
                    "\\b" + MONTH + "\\.?\\s+" + DAY + TO + MONTH + "\\.?\\s+" + DAY + YEAR,
                    found -> span(
                            day(found.group(5), month(found.group(1)), found.group(2)),
                            day(found.group(5), month(found.group(3)), found.group(4)))),
            new Shape(
                    "\\b" + MONTH + "\\.?\\s+" + DAY + TO + DAY + YEAR,
                    found -> span(
                            day(found.group(4), month(found.group(1)), found.group(2)),
                            day(found.group(4), month(found.group(1)), found.group(3)))),
            new Shape("(\\d{4})年(\\d{1,2})月(\\d{1,2})日?" + TO + "(?:(\\d{1,2})月)?(\\d{1,2})日", found -> {
                String month = found.group(4) == null ? found.group(2) : found.group(4);
                return span(
                        day(found.group(1), number(found.group(2)), found.group(3)),
                        day(found.group(1), number(month), found.group(5)));
            }),
            new Shape(
                    "\\b" + DAY + "\\s+" + MONTH + YEAR,
                    found -> one(found.group(3), month(found.group(2)), found.group(1))),
            new Shape(
                    "\\b" + MONTH + "\\.?\\s+" + DAY + YEAR,
                    found -> one(found.group(3), month(found.group(1)), found.group(2))),
            new Shape(
                    "\\b(\\d{4})-(\\d{2})-(\\d{2})\\b",
                    found -> one(found.group(1), number(found.group(2)), found.group(3))),
            new Shape(
                    "(?<!\\d)(\\d{4})年(\\d{1,2})月(\\d{1,2})日",
                    found -> one(found.group(1), number(found.group(2)), found.group(3))),
            new Shape(
                    "(?:民國|民国)\\s*(\\d{2,3})年(\\d{1,2})月(\\d{1,2})日",
                    found -> asked(number(found.group(1)) + 1911, number(found.group(2)), found.group(3))),
            new Shape(
                    "(?:令和|Reiwa)\\s*(\\d{1,2})年(\\d{1,2})月(\\d{1,2})日",
                    found -> asked(number(found.group(1)) + 2018, number(found.group(2)), found.group(3))),
            new Shape(
                    "\\b" + DAY + "\\s+" + MONTH + "\\.?,?\\s+['’]?(\\d{2})\\b(?!\\d|:|\\s*(?:per|MOU|agreement))",
                    found -> asked(2000 + number(found.group(3)), month(found.group(2)), found.group(1))),
            new Shape("\\b(\\d{1,2})([/.])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b", TextDates::slashed));

    private TextDates() {}

    /**
     * A date in a text.
     *
     * @param edtf in the Extended Date/Time Format; null where nobody can tell without asking
     * @param isAsked whether calendar, century or order are a guess
     * @param start in characters
     */
    public record Found(@Nullable String edtf, boolean isAsked, String printed, int start, int end) {}

    /** A day or days, before it is known where they stand. */
    private record Day(@Nullable String edtf, boolean isAsked) {}

    private record Shape(Pattern pattern, Function<MatchResult, Optional<Day>> reads) {

        Shape(String pattern, Function<MatchResult, Optional<Day>> reads) {
            this(Pattern.compile(pattern, FLAGS), reads);
        }
    }

    /** In the order of the text; what is part of a longer date is none of its own. */
    public static List<Found> in(String text) {
        List<Found> dates = new ArrayList<>();
        BitSet taken = new BitSet();
        for (Shape shape : SHAPES) {
            shape.pattern
                    .matcher(text)
                    .results()
                    .filter(found -> taken.get(found.start(), found.end()).isEmpty())
                    .forEach(found -> shape.reads.apply(found).ifPresent(day -> {
                        taken.set(found.start(), found.end());
                        dates.add(new Found(day.edtf, day.isAsked, found.group().strip(), found.start(), found.end()));
                    }));
        }
        dates.sort((one, other) -> Integer.compare(one.start, other.start));
        return dates;
    }

    private static Optional<Day> span(Optional<LocalDate> first, Optional<LocalDate> last) {
        return first.flatMap(from -> last.filter(from::isBefore).map(to -> {
            boolean isBuddhist = to.getYear() >= BUDDHIST;
            int ahead = isBuddhist ? 543 : 0;
            return new Day(from.minusYears(ahead) + "/" + to.minusYears(ahead), isBuddhist);
        }));
    }

    private static Optional<Day> one(String year, int month, String day) {
        int number = number(year);
        return number >= BUDDHIST
                ? asked(number - 543, month, day)
                : day(year, month, day).map(date -> new Day(date.toString(), false));
    }

    private static Optional<Day> asked(int year, int month, String day) {
        return day(String.valueOf(year), month, day).map(date -> new Day(date.toString(), true));
    }

    /** Day and month are told apart only where one of them cannot be a month, or where they are the same. */
    private static Optional<Day> slashed(MatchResult found) {
        int first = number(found.group(1));
        int second = number(found.group(3));
        boolean isShort = found.group(4).length() == 2;
        String year = isShort ? "20" + found.group(4) : found.group(4);
        Optional<LocalDate> dayFirst = day(year, second, found.group(1));
        Optional<LocalDate> monthFirst = day(year, first, found.group(3));
        boolean isClear = dayFirst.isEmpty() != monthFirst.isEmpty() || dayFirst.isPresent() && first == second;
        if (isClear) {
            boolean isAsked = isShort || number(year) >= BUDDHIST;
            return dayFirst.or(() -> monthFirst).map(date -> new Day(date.toString(), isAsked));
        }
        return dayFirst.map(either -> new Day(null, true));
    }

    private static Optional<LocalDate> day(String year, int month, String day) {
        try {
            return Optional.of(LocalDate.of(number(year), month, number(day)));
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static int month(String name) {
        return FIRST_LETTERS.indexOf(name.substring(0, 3).toLowerCase(Locale.ROOT)) + 1;
    }
}
