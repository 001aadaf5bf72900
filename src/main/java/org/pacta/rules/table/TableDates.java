package org.pacta.rules.table;

import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pacta.rules.language.DateWords;

/**
 * Dates as lists have them, turned into the Extended Date/Time Format: figures in any order, with years of two digits, zeros for what is not
 * known, months in Spanish and French, and the years of the Buddhist and the Minguo calendar.
 */
public final class TableDates {

    /** Two figures up to this one are a year of this century. */
    private static final int LAST_OF_THIS_CENTURY = 49;

    private static final int LONGEST = 100;
    private static final int MINGUO = 1911;
    private static final int BUDDHIST = 543;

    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern HOUR =
            Pattern.compile("[t ]\\d{1,2}:\\d\\d(?::\\d\\d(?:\\.\\d+)?)?(?: ?[ap]m)?(?:z|[+-]\\d\\d:?\\d\\d)?$");
    private static final Pattern MINGUO_YEAR = Pattern.compile("(?:中华)?民国(\\d{1,3}|[〇零○一二三四五六七八九十]{1,3})(?=年|[-/.]|$)");
    private static final Pattern BUDDHIST_YEAR = Pattern.compile(
            "(?:พ\\.?ศ\\.?|b\\.?e\\.?)\\s*(2[3-6]\\d\\d)|(2[4-6]\\d\\d)(?=$|[-/.年])|(?<=[-/.])(2[4-6]\\d\\d)(?=$)");
    private static final Pattern FIGURES = Pattern.compile("(\\d{1,4})[-/. ](\\d{1,2})[-/. ](\\d{1,4})");
    private static final Pattern TWO_FIGURES = Pattern.compile("(\\d{1,4})[-/.](\\d{1,4})");
    private static final Pattern EIGHT = Pattern.compile("(1[5-9]|20)\\d{6}");
    private static final Pattern OF = Pattern.compile("\\b(?:de|del|d'|du|le|el|a los)\\b\\s*");

    private static final Map<String, String> MONTHS = months();

    private TableDates() {}

    /** The order of day, month and year in figures. */
    public enum Order {
        DAY_FIRST,
        MONTH_FIRST,
        YEAR_FIRST;

        public String code() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private static Map<String, String> months() {
        String[] english =
                "january february march april may june july august september october november december".split(" ");
        Map<String, String> months = new LinkedHashMap<>();
        for (String names : List.of(
                "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
                "ene feb mar abr may jun jul ago sept oct nov dic",
                "janvier fevrier mars avril mai juin juillet aout septembre octobre novembre decembre",
                "janv fevr mars avr mai juin juil aout sept oct nov dec",
                "janeiro fevereiro marco abril maio junho julho agosto setembro outubro novembro dezembro")) {
            String[] each = names.split(" ");
            for (int i = 0; i < each.length; i++) {
                months.put(each[i], english[i]);
            }
        }
        months.put("setiembre", "september");
        return months;
    }

    /** Whether a text is a date in some reading. */
    public static boolean isDate(String text) {
        return !readings(text).isEmpty();
    }

    /** The date; nothing where it is none, or where it has several readings and no order is given, or none in that order. */
    public static Optional<String> read(String text, @Nullable Order order) {
        Map<Order, String> readings = readings(text);
        String wanted = order == null ? null : readings.get(order);
        if (wanted != null) {
            return Optional.of(wanted);
        }
        Set<String> different = Set.copyOf(readings.values());
        return different.size() == 1 ? different.stream().findFirst() : Optional.empty();
    }

    /** Every reading of a text, by the order in which its figures then stand; the same for all orders where there is one reading alone. */
    public static Map<Order, String> readings(String text) {
        Map<Order, String> readings = new LinkedHashMap<>();
        if (text.length() > LONGEST) {
            return readings;
        }
        String plain = plain(text);
        Matcher figures = FIGURES.matcher(plain);
        if (figures.matches()) {
            for (Order order : orders(figures.group(1), figures.group(3))) {
                inOrder(figures, order).ifPresent(date -> readings.put(order, date));
            }
            return readings;
        }
        Optional<String> one = shorter(plain).or(() -> DateWords.read(translated(plain)));
        one.ifPresent(date -> Arrays.stream(Order.values()).forEach(order -> readings.put(order, date)));
        return readings;
    }

    /** The orders in which every one of these texts can be read; none where they contradict each other, all where none is in figures. */
    public static Set<Order> orders(Iterable<String> texts) {
        Set<Order> possible = EnumSet.allOf(Order.class);
        for (String text : texts) {
            Set<Order> each = readings(text).keySet();
            if (!each.isEmpty()) {
                possible.retainAll(each);
            }
        }
        return possible;
    }

    /** Whether a text means another day in another order. */
    public static boolean isAmbiguous(String text) {
        return Set.copyOf(readings(text).values()).size() > 1;
    }

    private static String plain(String text) {
        String words = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .toLowerCase(Locale.ROOT)
                .replaceAll("[\\s\\p{Z}]+", " ")
                .strip()
                .replace("民國", "民国")
                .replace("中華", "中华");
        words = HOUR.matcher(words).replaceFirst("").strip();
        Matcher minguo = MINGUO_YEAR.matcher(words);
        if (minguo.find()) {
            words = minguo.replaceFirst(String.valueOf(MINGUO + year(minguo.group(1))));
        }
        Matcher buddhist = BUDDHIST_YEAR.matcher(words);
        if (buddhist.find()) {
            String year = buddhist.group(1) != null
                    ? buddhist.group(1)
                    : buddhist.group(2) != null ? buddhist.group(2) : buddhist.group(3);
            words = buddhist.replaceFirst(String.valueOf(Integer.parseInt(year) - BUDDHIST));
        }
        return words;
    }

    private static int year(String figures) {
        return Integer.parseInt(figures.matches("\\d+") ? figures : DateWords.arabic(figures));
    }

    private static List<Order> orders(String first, String last) {
        if (first.length() > 2) {
            return List.of(Order.YEAR_FIRST);
        }
        return last.length() > 2 ? List.of(Order.DAY_FIRST, Order.MONTH_FIRST) : List.of(Order.values());
    }

    private static Optional<String> inOrder(Matcher figures, Order order) {
        return switch (order) {
            case DAY_FIRST -> date(figures.group(3), figures.group(2), figures.group(1));
            case MONTH_FIRST -> date(figures.group(3), figures.group(1), figures.group(2));
            case YEAR_FIRST -> date(figures.group(1), figures.group(2), figures.group(3));
        };
    }

    /** A year alone, or with a month, or a day in eight figures. */
    private static Optional<String> shorter(String plain) {
        if (EIGHT.matcher(plain).matches()) {
            return date(plain.substring(0, 4), plain.substring(4, 6), plain.substring(6));
        }
        Matcher two = TWO_FIGURES.matcher(plain);
        if (!two.matches()) {
            return Optional.empty();
        }
        String first = two.group(1);
        String last = two.group(2);
        return first.length() == 4 && last.length() <= 2
                ? date(first, last, "0")
                : last.length() == 4 && first.length() <= 2 ? date(last, first, "0") : Optional.empty();
    }

    private static Optional<String> date(String year, String month, String day) {
        if (year.length() == 3 || year.length() == 1) {
            return Optional.empty();
        }
        int number = Integer.parseInt(year);
        int full = year.length() == 4 ? number : number > LAST_OF_THIS_CENTURY ? 1900 + number : 2000 + number;
        int months = Integer.parseInt(month);
        int days = Integer.parseInt(day);
        if (full == 0 || months == 0 && days > 0) {
            return Optional.empty();
        }
        try {
            String read = months == 0
                    ? "%04d".formatted(full)
                    : days == 0
                            ? YearMonth.of(full, months).toString()
                            : LocalDate.of(full, months, days).toString();
            return Optional.of(read);
        } catch (DateTimeException noDay) {
            return Optional.empty();
        }
    }

    private static String translated(String plain) {
        String words =
                MARKS.matcher(Normalizer.normalize(plain, Normalizer.Form.NFD)).replaceAll("");
        if (!words.matches("[\\x00-\\x7f]*")) {
            return plain;
        }
        words = OF.matcher(words.replaceAll("\\b1er\\b", "1").replaceAll("[.,](?= |$)", ""))
                .replaceAll("")
                .strip();
        List<String> translated = new ArrayList<>();
        for (String word : words.split("[ ]+")) {
            translated.add(MONTHS.getOrDefault(word, word));
        }
        return String.join(" ", translated);
    }
}
