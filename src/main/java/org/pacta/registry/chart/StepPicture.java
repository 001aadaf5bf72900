package org.pacta.registry.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.Tally;

/** Draws the totals of a council as small as a word. */
final class StepPicture {

    private StepPicture() {}

    /** What is known from a day until the next point. */
    private record Point(
            LocalDate day, @Nullable Long least, @Nullable Long most) {

        boolean isExact() {
            return least != null && least.equals(most);
        }

        long highest() {
            return most != null ? most : least != null ? least : 0;
        }
    }

    /** The picture of a total between two days, over the whole width of the box. */
    static Chart.Picture of(String title, Tally tally, LocalDate from, LocalDate to) {
        List<Point> points = points(tally);
        Counted counted = Counted.of(tally);
        long highest = LongStream.concat(
                        points.stream().mapToLong(Point::highest),
                        counted.toDate().values().stream().mapToLong(Long::longValue))
                .max()
                .orElse(0);
        Box box = new Box(from, Math.max(1, ChronoUnit.DAYS.between(from, to)), Math.max(1, highest));
        StringBuilder total = new StringBuilder();
        StringBuilder bounds = new StringBuilder();
        StringBuilder least = new StringBuilder();
        boolean isDrawn = false;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            LocalDate until = i + 1 < points.size() ? points.get(i + 1).day : to;
            if (point.isExact()) {
                total.append(isDrawn ? "V%s".formatted(box.y(point.highest())) : box.start(point.day, point.highest()))
                        .append(box.to(until));
            } else if (point.most != null) {
                bounds.append(box.area(point.day, until, point.least == null ? 0 : point.least, point.most));
            } else if (point.least != null) {
                least.append(box.start(point.day, point.least)).append(box.to(until));
            }
            isDrawn = point.isExact();
        }
        return new Chart.Picture(
                title, total.toString(), bounds.toString(), least.toString(), recorded(counted, box, to));
    }

    private static List<Point> points(Tally tally) {
        CouncilLedger ledger = tally.ledger();
        Stream<Point> meetings = tally.rows().stream()
                .filter(Tally.Row::isOnRecord)
                .flatMap(row -> ledger.meetings(row.ordinal(), row.through())
                        .filter(meeting -> meeting.day() != null)
                        .map(meeting -> point(ledger.rule().by(meeting.day()), row.toDate())));
        Stream<Point> days = tally.dated().stream()
                .flatMap(number ->
                        tally.day(number).map(day -> point(ledger.rule().by(day), number)).stream());
        return Stream.concat(meetings, days)
                .sorted(Comparator.comparing(Point::day))
                .toList();
    }

    private static Point point(LocalDate day, Tally.Number number) {
        return new Point(day, number.ends().least(), number.ends().most());
    }

    private static String recorded(Counted counted, Box box, LocalDate to) {
        List<String> steps = new ArrayList<>();
        counted.toDate()
                .forEach((day, rows) ->
                        steps.add((steps.isEmpty() ? box.start(day, 0) : box.to(day)) + "V%s".formatted(box.y(rows))));
        return steps.isEmpty() ? "" : String.join("", steps) + box.to(to) + "V%sZ".formatted(box.y(0));
    }

    /** Where days and numbers lie; one unit is left above and below for the width of a line. */
    private record Box(LocalDate from, long days, long highest) {

        String x(LocalDate day) {
            double part = Math.max(0, Math.min(1, (double) ChronoUnit.DAYS.between(from, day) / days));
            return number(part * Chart.Picture.WIDTH);
        }

        String y(long value) {
            return number(1 + (Chart.Picture.HEIGHT - 2) * (1 - (double) value / highest));
        }

        String start(LocalDate day, long value) {
            return "M%s %s".formatted(x(day), y(value));
        }

        String to(LocalDate day) {
            return "H" + x(day);
        }

        String area(LocalDate first, LocalDate last, long least, long most) {
            return start(first, most) + to(last) + "V" + y(least) + to(first) + "Z";
        }

        private static String number(double value) {
            return String.format(Locale.ROOT, "%.1f", value);
        }
    }
}
