package org.pacta.reference.person;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.pacta.platform.reading.YearScale;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.reference.person.PersonView.Appearance;
import org.pacta.rules.language.NameKey;

/**
 * The offices of a person on a line of years, as sources name them, each from the first day to the last on which the person is on record in it.
 * Where something lies is told as {@link YearScale} does.
 */
record Offices(List<Held> held, List<YearScale.Year> years) {

    /** An office with the days on which it is on record. */
    public record Held(Name office, List<Day> days) {

        public String from() {
            return days.get(0).x;
        }

        public String to() {
            return days.get(days.size() - 1).x;
        }
    }

    /** What was done in an office, and where on the line. */
    public record Day(String x, Appearance what) {}

    /** Draws the line; nothing for fewer than two days in an office. */
    static Optional<Offices> of(List<Appearance> appearances) {
        List<Appearance> dated = appearances.stream()
                .filter(each -> !each.bothOffices().isEmpty() && lastDay(each).isPresent())
                .sorted(Comparator.comparing(Offices::day))
                .toList();
        if (dated.size() < 2) {
            return Optional.empty();
        }
        YearScale scale = new YearScale(
                day(dated.get(0)).getYear(), day(dated.get(dated.size() - 1)).getYear());
        Map<String, List<Appearance>> offices = new LinkedHashMap<>();
        dated.forEach(each ->
                offices.computeIfAbsent(key(each), any -> new ArrayList<>()).add(each));
        return Optional.of(new Offices(
                offices.values().stream().map(each -> held(each, scale)).toList(), scale.years()));
    }

    private static Held held(List<Appearance> in, YearScale scale) {
        return new Held(
                in.get(in.size() - 1).bothOffices(),
                in.stream()
                        .map(each -> new Day(YearScale.text(scale.x(day(each))), each))
                        .toList());
    }

    private static String key(Appearance appearance) {
        return NameKey.of(Stream.of(appearance.office(), appearance.localOffice())
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(""));
    }

    private static Optional<LocalDate> lastDay(Appearance appearance) {
        return Optional.ofNullable(appearance.day()).map(PartialDate::latest);
    }

    /** The last day that it may have been, as meetings stand on their lines. */
    private static LocalDate day(Appearance appearance) {
        return lastDay(appearance).orElseThrow();
    }
}
