package org.pacta.platform.reading;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** A line of whole years, from the first day of one to the last of another. Where something lies on it is told in hundredths of its width. */
public record YearScale(int from, int to) {

    private static final int MOST_YEARS = 8;

    /** A year that is named on the line, and where. */
    public record Year(String x, int number) {}

    /** Where a day lies, from 2 to 98. */
    public double x(LocalDate day) {
        LocalDate first = LocalDate.of(from, 1, 1);
        return 2
                + 96.0
                        * ChronoUnit.DAYS.between(first, day)
                        / ChronoUnit.DAYS.between(first, LocalDate.of(to + 1, 1, 1));
    }

    /** As many years as can be named beside each other. */
    public List<Year> years() {
        int step = IntStream.of(1, 2, 5, 10, 20, 50, 100, 500, 1000)
                .filter(each -> (to - from) / each < MOST_YEARS)
                .findFirst()
                .orElse(2000);
        return IntStream.rangeClosed(from, to)
                .filter(year -> year % step == 0)
                .mapToObj(year -> new Year(text(x(LocalDate.of(year, 1, 1))), year))
                .toList();
    }

    /** A place on the line as an attribute of SVG takes it. */
    public static String text(double x) {
        return String.format(Locale.ROOT, "%.1f%%", x);
    }
}
