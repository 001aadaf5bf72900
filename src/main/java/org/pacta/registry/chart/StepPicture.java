package org.pacta.registry.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.CouncilLedger;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.telling.CellWording;

/** Draws the totals of a council as small as a word. */
final class StepPicture {

    /** At most so many years and levels are named. */
    private static final int YEARS = 8;

    private static final int LEVELS = 4;

    private StepPicture() {}

    /** What is known from a day until the next point. */
    private record Point(LocalDate day, Tally.Number number) {

        @Nullable
        Long least() {
            return number.ends().least();
        }

        @Nullable
        Long most() {
            return number.ends().most();
        }

        boolean isExact() {
            return least() != null && least().equals(most());
        }

        /** Whether a line may lead to it and on from it: what others contradict stands by itself. */
        boolean isCertain() {
            return isExact() && number.basis() != Basis.DISPUTED;
        }

        long highest() {
            Long most = most();
            return most != null ? most : Math.max(number.least(), said());
        }

        /** What a source says that bounds nothing: about so many, or planned where nothing else is known. */
        private long said() {
            return number.basis().isSaid()
                    ? number.said().stream()
                            .flatMap(figure -> Stream.ofNullable(figure.value()))
                            .findFirst()
                            .orElse(0)
                    : 0;
        }
    }

    /** The picture of a total between two days, over the whole width of the box. */
    static Chart.Picture of(String title, Tally tally, LocalDate from, LocalDate to) {
        List<Point> points = points(tally);
        Counted counted = Counted.of(tally);
        return picture(
                title,
                points,
                counted,
                new Box(from, to, highest(points, counted), Chart.Picture.WIDTH, Chart.Picture.HEIGHT),
                to);
    }

    /** The picture with what makes it readable; levels end above the highest number, and years with the last target. */
    static Chart.Plot plot(
            String title,
            Tally tally,
            LocalDate from,
            LocalDate to,
            List<Chart.Target> targets,
            CellWording cells,
            Wording wording) {
        List<Point> points = points(tally);
        Counted counted = Counted.of(tally);
        long highest = Math.max(
                highest(points, counted),
                targets.stream().mapToLong(Chart.Target::value).max().orElse(0));
        long step = step(highest, LEVELS);
        long levels = (highest + step - 1) / step;
        LocalDate end = Stream.concat(Stream.of(to), targets.stream().map(target -> LocalDate.parse(target.by())))
                .max(Comparator.naturalOrder())
                .orElse(to);
        Box box = new Box(from, end, levels * step, Chart.Plot.WIDTH, Chart.Plot.HEIGHT);
        int years = Math.toIntExact(step(end.getYear() - from.getYear(), YEARS));
        return new Chart.Plot(
                picture(title, points, counted, box, to),
                IntStream.rangeClosed(from.getYear() + 1, end.getYear())
                        .filter(year -> year % years == 0)
                        .mapToObj(year -> box.label(LocalDate.of(year, 1, 1), 0, String.valueOf(year), ""))
                        .toList(),
                LongStream.rangeClosed(0, levels)
                        .mapToObj(level -> box.label(from, level * step, wording.count(level * step), ""))
                        .toList(),
                points.stream()
                        .filter(point -> point.number.isKnown())
                        .map(point -> box.label(
                                point.day, point.highest(), point.number.basis().sign(), cells.told(point.number)))
                        .toList(),
                targets.stream().map(target -> aim(target, box)).toList());
    }

    private static Chart.Aim aim(Chart.Target target, Box box) {
        LocalDate from = target.from() == null ? box.from : LocalDate.parse(target.from());
        LocalDate by = LocalDate.parse(target.by());
        return new Chart.Aim(
                box.start(from, target.value()) + box.to(by), box.label(by, target.value(), target.told(), ""));
    }

    /** The shortest of 1, 2, 5, 10, 20, 50 … that divides a length into no more parts than wanted. */
    private static long step(long length, int parts) {
        long step = 1;
        for (int i = 0; step * parts < length; i++) {
            step = i % 3 == 1 ? step / 2 * 5 : step * 2;
        }
        return step;
    }

    private static long highest(List<Point> points, Counted counted) {
        return LongStream.concat(
                        points.stream().mapToLong(Point::highest),
                        counted.toDate().values().stream().mapToLong(Long::longValue))
                .max()
                .orElse(0);
    }

    private static Chart.Picture picture(String title, List<Point> points, Counted counted, Box box, LocalDate to) {
        StringBuilder total = new StringBuilder();
        StringBuilder bounds = new StringBuilder();
        StringBuilder least = new StringBuilder();
        boolean isDrawn = false;
        for (int i = 0; i < points.size(); i++) {
            Point point = points.get(i);
            LocalDate until = i + 1 < points.size() ? points.get(i + 1).day : to;
            if (point.isExact()) {
                total.append(
                                isDrawn && point.isCertain()
                                        ? "V%s".formatted(box.y(point.highest()))
                                        : box.start(point.day, point.highest()))
                        .append(box.to(until));
            } else if (point.most() != null) {
                bounds.append(box.area(point.day, until, point.least() == null ? 0 : point.least(), point.most()));
            } else if (point.least() != null) {
                least.append(box.start(point.day, point.least())).append(box.to(until));
            }
            isDrawn = point.isCertain();
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
                        .map(meeting -> new Point(ledger.rule().by(meeting.day()), row.toDate())));
        Stream<Point> days = tally.dated().stream()
                .flatMap(number ->
                        tally.day(number).map(day -> new Point(ledger.rule().by(day), number)).stream());
        return Stream.concat(meetings, days)
                .sorted(Comparator.comparing(Point::day))
                .toList();
    }

    private static String recorded(Counted counted, Box box, LocalDate to) {
        List<String> steps = new ArrayList<>();
        counted.toDate()
                .forEach((day, rows) ->
                        steps.add((steps.isEmpty() ? box.start(day, 0) : box.to(day)) + "V%s".formatted(box.y(rows))));
        return steps.isEmpty() ? "" : String.join("", steps) + box.to(to) + "V%sZ".formatted(box.y(0));
    }

    /** Where days and numbers lie; one unit is left above and below for the width of a line. */
    private record Box(LocalDate from, LocalDate to, long highest, int width, int height) {

        String x(LocalDate day) {
            double part = (double) ChronoUnit.DAYS.between(from, day) / Math.max(1, ChronoUnit.DAYS.between(from, to));
            return number(Math.max(0, Math.min(1, part)) * width);
        }

        String y(long value) {
            return number(1 + (height - 2) * (1 - (double) value / Math.max(1, highest)));
        }

        Chart.Label label(LocalDate day, long value, String text, String title) {
            return new Chart.Label(x(day), y(value), text, title);
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
