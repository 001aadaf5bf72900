package org.pacta.rules.term;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A length of time in years, months or days, written as ISO 8601 does: {@code P5Y}, {@code P18M}, {@code P90D}.
 *
 * @param count 1 to 999
 */
public record Length(int count, Unit unit) {

    private static final int MOST = 999;

    private static final Pattern ISO = Pattern.compile("P0*([1-9]\\d{0,2})([YMWD])");
    private static final Pattern WORDS = Pattern.compile(
            "(\\d{1,3}|[a-z]+)[ -]?(?:\\(\\d{1,3}\\) ?)?(years?|yrs?|y|months?|mths?|weeks?|days?|a[nñ]os?|meses|mes|d[ií]as?|ans?|ann[eé]es?|mois|jours?)\\.?");
    private static final Pattern HAN = Pattern.compile("(\\d{1,3}|[一二三四五六七八九十两]{1,3})(?:个)?(年|月|周|天|日)");

    private static final List<String> ENGLISH =
            List.of("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve");

    private static final String HAN_DIGITS = "一二三四五六七八九";

    private static final int DAYS_OF_A_WEEK = 7;

    /** What is counted. */
    public enum Unit {
        YEARS("Y", ChronoUnit.YEARS),
        MONTHS("M", ChronoUnit.MONTHS),
        DAYS("D", ChronoUnit.DAYS);

        private final String letter;
        private final ChronoUnit time;

        Unit(String letter, ChronoUnit time) {
            this.letter = letter;
            this.time = time;
        }

        /** As in the keys of messages. */
        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public Length {
        if (count < 1 || count > MOST) {
            throw new IllegalArgumentException("No length: " + count);
        }
    }

    /** Reads it as ISO 8601 has it, or in words such as "5 years", "six months", "90 days", "3 años", "2 ans", "五年"; nothing where it is none. */
    public static Optional<Length> read(String text) {
        String plain = text.strip().toLowerCase(Locale.ROOT).replace('\u00a0', ' ');
        Matcher iso = ISO.matcher(plain.toUpperCase(Locale.ROOT));
        if (iso.matches()) {
            return of(iso.group(1), iso.group(2));
        }
        for (Pattern pattern : List.of(WORDS, HAN)) {
            Matcher words = pattern.matcher(plain);
            if (words.matches()) {
                return number(words.group(1)).flatMap(count -> of(String.valueOf(count), unit(words.group(2))));
            }
        }
        return Optional.empty();
    }

    private static Optional<Length> of(String count, String letter) {
        int number = Integer.parseInt(count);
        if (letter.equals("W")) {
            int days = number * DAYS_OF_A_WEEK;
            return days > MOST ? Optional.empty() : Optional.of(new Length(days, Unit.DAYS));
        }
        for (Unit unit : Unit.values()) {
            if (unit.letter.equals(letter) && number > 0) {
                return Optional.of(new Length(number, unit));
            }
        }
        return Optional.empty();
    }

    private static String unit(String word) {
        if (word.startsWith("mo") || word.startsWith("mt") || word.startsWith("me") || word.equals("月")) {
            return "M";
        }
        if (word.startsWith("w") || word.equals("周")) {
            return "W";
        }
        return word.startsWith("d") || word.startsWith("j") || word.equals("天") || word.equals("日") ? "D" : "Y";
    }

    private static Optional<Integer> number(String word) {
        if (Character.isDigit(word.charAt(0))) {
            return Optional.of(Integer.valueOf(word));
        }
        int english = ENGLISH.indexOf(word) + 1;
        return english > 0 ? Optional.of(english) : han(word.replace('两', '二'));
    }

    /** Up to ninety-nine. */
    private static Optional<Integer> han(String word) {
        Matcher tens = Pattern.compile("([一二三四五六七八九]?)(十?)([一二三四五六七八九]?)").matcher(word);
        if (!tens.matches() || tens.group(2).isEmpty() && word.length() > 1) {
            return Optional.empty();
        }
        int first = HAN_DIGITS.indexOf(tens.group(1)) + 1;
        if (tens.group(2).isEmpty()) {
            return Optional.of(first);
        }
        int ten = tens.group(1).isEmpty() ? 1 : first;
        int rest = tens.group(3).isEmpty() ? 0 : HAN_DIGITS.indexOf(tens.group(3)) + 1;
        return Optional.of(ten * 10 + rest);
    }

    /** The last day of a term of this length that is counted from a day. */
    public LocalDate from(LocalDate day) {
        return day.plus(count, unit.time);
    }

    /** As ISO 8601 writes it. */
    @Override
    public String toString() {
        return "P" + count + unit.letter;
    }
}
