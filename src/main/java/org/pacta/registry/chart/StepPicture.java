package org.pacta.registry.chart;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.tally.Basis;
import org.pacta.registry.tally.Tally;
import org.pacta.registry.telling.CellWording;

/** Draws the totals of a council as small as a word. */
final class StepPicture {

    /** At most so many years and levels are named. */
    private static final int YEARS = 8;

    private static final int LEVELS = 4;

    private static final String DOT = "h0";
    private static final String CROSS = "m-2.5 -2.5l5 5m0 -5l-5 5";

    private StepPicture() {}

    /** A total and where it is drawn. */
    private record Point(LocalDate day, Tally.Number number) {

        static Stream<Point> of(StepPoint point) {
            return point.drawnOn() == null || point.toDate() == null
                    ? Stream.empty()
                    : Stream.of(new Point(point.drawnOn(), point.toDate()));
        }

        /** Both ends of it, or what a source says that bounds nothing: about so many, or planned where nothing else is known. */
        LongStream values() {
            Tally.Ends both = number.ends();
            Stream<Long> ends = Stream.concat(Stream.ofNullable(both.least()), Stream.ofNullable(both.most()));
            Stream<Long> said = number.basis().isSaid()
                    ? number.said().stream()
                            .flatMap(figure -> Stream.ofNullable(figure.value()))
                            .limit(1)
                            .map(Integer::longValue)
                    : Stream.empty();
            return Stream.concat(ends, said).mapToLong(Long::longValue).distinct();
        }

        long highest() {
            return values().max().orElse(0);
        }
    }

    /** The picture of a total between two days, over the whole width of the box. */
    static Chart.Picture of(String title, Tally tally, LocalDate from, LocalDate to) {
        List<Point> points = points(tally);
        Counted counted = Counted.of(tally);
        return picture(
                title,
                tally,
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
                picture(title, tally, points, counted, box, to),
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

    private static Chart.Picture picture(
            String title, Tally tally, List<Point> points, Counted counted, Box box, LocalDate to) {
        StringBuilder total = new StringBuilder();
        StringBuilder bounds = new StringBuilder();
        StringBuilder least = new StringBuilder();
        LocalDate drawnTo = null;
        for (Chart.Span span : Spans.of(StepCharts.points(tally, false))) {
            if (span.isLine()) {
                total.append(
                                span.from().equals(drawnTo)
                                        ? ""
                                        : box.start(span.from(), Objects.requireNonNull(span.most())))
                        .append(box.to(span.to()))
                        .append(span.next() == null ? "" : "V" + box.y(span.next()));
                drawnTo = span.next() == null ? null : span.to();
            } else if (span.most() != null) {
                bounds.append(box.area(span.from(), span.to(), span.least() == null ? 0 : span.least(), span.most()));
            } else if (span.least() != null) {
                least.append(box.start(span.from(), span.least())).append(box.to(span.to()));
            }
        }
        return new Chart.Picture(
                title,
                total.toString(),
                bounds.toString(),
                least.toString(),
                recorded(counted, box, to),
                signs(points, box, number -> number.isResult() && number.basis() != Basis.DISPUTED, DOT),
                signs(points, box, number -> number.basis() == Basis.DISPUTED, CROSS));
    }

    private static String signs(List<Point> points, Box box, Predicate<Tally.Number> which, String sign) {
        return points.stream()
                .filter(point -> which.test(point.number))
                .flatMap(point -> point.values().mapToObj(value -> box.start(point.day, value) + sign))
                .collect(Collectors.joining());
    }

    private static List<Point> points(Tally tally) {
        return StepCharts.points(tally, false).stream().flatMap(Point::of).toList();
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
