package org.pacta.platform.shared;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import jakarta.persistence.EnumeratedValue;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date known as far as its source tells, in the Extended Date/Time Format of ISO 8601-2: a day, month, quarter, half or year, one day
 * between bounds, or a span of days.
 *
 * @param edtf the text, in the grammar of the function edtf_is_valid in the database
 */
public record PartialDate(String edtf) {

    private static final Pattern BOUNDS = Pattern.compile("\\[([\\d-]*)\\.\\.([\\d-]+)]");
    private static final Pattern SPAN = Pattern.compile("([\\d-]+|\\.\\.)/([\\d-]+|\\.\\.)");
    private static final Pattern PART = Pattern.compile("(?!0000)(\\d{4})(?:-(\\d\\d)(?:-(\\d\\d))?)?");

    public PartialDate {
        Days days = Days.of(edtf);
        if (days.first == null && days.last == null) {
            throw new IllegalArgumentException("Open at both ends: " + edtf);
        }
        if (days.first != null && days.last != null && days.first.isAfter(days.last)) {
            throw new IllegalArgumentException("Ends before it starts: " + edtf);
        }
    }

    /** Reads the text, and refuses what is no date with an {@link IllegalArgumentException}. */
    @JsonCreator
    public static PartialDate parse(String edtf) {
        return new PartialDate(edtf);
    }

    /** The first day it can be; null with an open start. */
    public @Nullable LocalDate earliest() {
        return Days.of(edtf).first;
    }

    /** The last day it can be; null with an open end. */
    public @Nullable LocalDate latest() {
        return Days.of(edtf).last;
    }

    /** The day it is sorted by: its earliest, or with an open start its latest. */
    public LocalDate sort() {
        Days days = Days.of(edtf);
        return days.first == null ? Objects.requireNonNull(days.last) : days.first;
    }

    /** Whether it surely lies before another date, whichever days the two mean. */
    public boolean isBefore(PartialDate other) {
        LocalDate last = latest();
        LocalDate first = other.earliest();
        return last != null && first != null && last.isBefore(first);
    }

    /** Whether it surely lies after a day. */
    public boolean isAfter(LocalDate day) {
        LocalDate first = earliest();
        return first != null && first.isAfter(day);
    }

    /** Whether it is a day, month, year or the like, and neither bounds nor a span. */
    public boolean isOnePart() {
        return edtf.indexOf('/') < 0 && !edtf.startsWith("[");
    }

    @Override
    @JsonValue
    public String toString() {
        return edtf;
    }

    /** The part of a date that an editor concluded and no source states, such as the year of "Aug 15". */
    public enum Inferred {
        YEAR,
        DAY,
        DATE;

        @EnumeratedValue
        @JsonValue
        private final String code = name().toLowerCase(Locale.ROOT);
    }

    @Converter(autoApply = true)
    static class Stored implements AttributeConverter<PartialDate, String> {

        @Override
        public @Nullable String convertToDatabaseColumn(@Nullable PartialDate date) {
            return date == null ? null : date.edtf;
        }

        @Override
        public @Nullable PartialDate convertToEntityAttribute(@Nullable String edtf) {
            return edtf == null ? null : parse(edtf);
        }
    }

    private record Days(@Nullable LocalDate first, @Nullable LocalDate last) {

        static Days of(String edtf) {
            for (Pattern pattern : new Pattern[] {BOUNDS, SPAN}) {
                Matcher ends = pattern.matcher(edtf);
                if (ends.matches()) {
                    return new Days(end(ends.group(1)).first, end(ends.group(2)).last);
                }
            }
            return part(edtf);
        }

        private static Days end(String text) {
            return text.isEmpty() || text.equals("..") ? new Days(null, null) : part(text);
        }

        private static Days part(String text) {
            Matcher part = PART.matcher(text);
            if (!part.matches()) {
                throw new IllegalArgumentException("No date: " + text);
            }
            try {
                return days(Integer.parseInt(part.group(1)), part.group(2), part.group(3));
            } catch (DateTimeException nonsense) {
                throw new IllegalArgumentException("No date: " + text, nonsense);
            }
        }

        private static Days days(int year, @Nullable String division, @Nullable String day) {
            if (division == null) {
                return months(year, 1, 12);
            }
            int number = Integer.parseInt(division);
            if (day != null) {
                LocalDate date = LocalDate.of(year, number, Integer.parseInt(day));
                return new Days(date, date);
            }
            return switch (number) {
                case 33, 34, 35, 36 -> months(year, (number - 33) * 3 + 1, 3);
                case 40, 41 -> months(year, (number - 40) * 6 + 1, 6);
                default -> months(year, number, 1);
            };
        }

        private static Days months(int year, int first, int count) {
            LocalDate start = LocalDate.of(year, first, 1);
            return new Days(start, start.plusMonths(count).minusDays(1));
        }
    }
}
