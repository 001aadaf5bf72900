package org.pacta.registry.paper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.apache.poi.xddf.usermodel.PresetLineDash;
import org.apache.poi.xddf.usermodel.chart.MarkerStyle;
import org.jspecify.annotations.Nullable;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.chart.Chart.Span;

/**
 * What a chart draws as series of points, as the charts of pages draw it: a line where a total is known, two dashed ones where only its bounds
 * are, a gap where nothing is, and a mark for how each number is known.
 *
 * @param years whether the points stand on days; they stand at meetings otherwise
 */
record NativeChart(List<Series> series, List<String> categories, boolean years) {

    private static final int[] COLOURS = {0x0B5C8A, 0xB4490A, 0x1B7A4B, 0x7A4A9E, 0x8A6D00, 0xA3265E, 0x3D5A66, 0x5C5C00
    };
    private static final int GREY = 0x8A979D;
    private static final int INK = 0x1C2A30;
    private static final int EPOCH = 25_569;

    /** With more councils than these, recorded rows are not drawn. */
    private static final int IN_DETAIL = 3;

    private static final Map<String, Mark> MARKS = new LinkedHashMap<>();

    static {
        MARKS.put("announced", new Mark(MarkerStyle.CIRCLE, true));
        MARKS.put("derived", new Mark(MarkerStyle.CIRCLE, false));
        MARKS.put("assumed", new Mark(MarkerStyle.DIAMOND, false));
        MARKS.put("bounded", new Mark(MarkerStyle.DASH, false));
        MARKS.put("disputed", new Mark(MarkerStyle.X, true));
        MARKS.put("rival", new Mark(MarkerStyle.TRIANGLE, true));
        MARKS.put("approximate", new Mark(MarkerStyle.SQUARE, true));
        MARKS.put("planned", new Mark(MarkerStyle.TRIANGLE, false));
    }

    /** A sign of how a number is known: filled where a source says it. */
    record Mark(MarkerStyle style, boolean isFilled) {}

    /**
     * One series.
     *
     * @param dash null for marks without a line
     * @param mark null for a line without marks
     * @param isNamed whether the legend has it: of many councils each is named once, and what lines and marks mean stands beside them
     */
    record Series(
            String name,
            List<Point> points,
            int colour,
            double width,
            @Nullable PresetLineDash dash,
            @Nullable Mark mark,
            boolean isNamed) {}

    /** A point, with nothing to draw where the value is missing. */
    record Point(double at, @Nullable Double value) {}

    /** The words of the legend by their keys. */
    static NativeChart of(Chart chart, UnaryOperator<String> words) {
        Rows rows = new Rows(chart);
        return chart.kind().equals("meetings") ? meetings(rows, words) : steps(rows, words);
    }

    private static NativeChart steps(Rows rows, UnaryOperator<String> words) {
        Map<String, List<Row>> councils = rows.byCouncil();
        boolean isAlone = councils.size() == 1;
        List<Series> series = new ArrayList<>();
        int number = 0;
        for (List<Row> own : councils.values()) {
            int colour = COLOURS[number++ % COLOURS.length];
            String council = own.get(0).text("name");
            String name = isAlone ? "" : council + ": ";
            List<Span> spans = rows.spans(own.get(0).text("council"));
            List<Point> line = line(spans.stream().filter(Span::isLine).toList());
            if (line.isEmpty() && !isAlone) {
                line = own.stream().flatMap(NativeChart::points).limit(1).toList();
            }
            if (!line.isEmpty()) {
                series.add(new Series(
                        isAlone ? words.apply("chart.line") : council,
                        line,
                        colour,
                        2.5,
                        PresetLineDash.SOLID,
                        null,
                        true));
            }
            for (Bound bound : BOUNDS) {
                List<Point> points = bound.points(spans);
                if (!points.isEmpty()) {
                    series.add(bound.series(name + words.apply(bound.word), points, colour, isAlone));
                }
            }
            List<Point> recorded = recorded(own);
            if (councils.size() <= IN_DETAIL && !recorded.isEmpty()) {
                series.add(new Series(
                        name + words.apply("how.recorded"),
                        recorded,
                        isAlone ? GREY : ChartSpace.pale(colour),
                        1.5,
                        PresetLineDash.SOLID,
                        null,
                        true));
            }
        }
        targets(rows, series);
        if (isAlone) {
            marks(rows, rows.all(), "", INK, true).forEach(series::add);
        } else {
            keys(rows, words, series);
            marksOfCouncils(rows, series);
        }
        return new NativeChart(series, List.of(), true);
    }

    /** Marks in the colours of their councils. */
    private static void marksOfCouncils(Rows rows, List<Series> series) {
        int number = 0;
        for (List<Row> own : rows.byCouncil().values()) {
            int colour = COLOURS[number++ % COLOURS.length];
            marks(rows, own, own.get(0).text("name") + ": ", colour, false).forEach(series::add);
        }
    }

    /**
     * What lines and marks mean in the colours of several councils: series of one point, where a line of a council starts, or for marks below
     * the axis, where no program draws it. LibreOffice leaves out a series without a point, and then takes others out of the legend.
     */
    private static void keys(Rows rows, UnaryOperator<String> words, List<Series> series) {
        for (Bound bound : BOUNDS) {
            List<Point> first =
                    bound.points(rows.chart.spans()).stream().limit(1).toList();
            if (!first.isEmpty()) {
                series.add(bound.series(words.apply(bound.word), first, INK, true));
            }
        }
        marks(rows, rows.all(), "", INK, true)
                .map(each -> new Series(
                        each.name(),
                        List.of(new Point(each.points().get(0).at(), -1.0)),
                        INK,
                        0,
                        null,
                        each.mark(),
                        true))
                .forEach(series::add);
    }

    /** Each target from the day it was set, or where that is not known from the first of the chart, until it is due. */
    private static void targets(Rows rows, List<Series> series) {
        List<String> councils = List.copyOf(rows.byCouncil().keySet());
        double first = rows.all().stream()
                .flatMap(row -> Stream.ofNullable(row.day("drawn_on")))
                .min(Comparator.naturalOrder())
                .orElse(0.0);
        rows.chart.targets().forEach(target -> {
            double value = target.value();
            double by = day(LocalDate.parse(target.by()));
            double from = target.from() == null ? first : day(LocalDate.parse(target.from()));
            int colour = COLOURS[councils.indexOf(target.council()) % COLOURS.length];
            List<Point> line = List.of(new Point(from, value), new Point(by, value));
            series.add(new Series(target.told(), line, colour, 1.5, PresetLineDash.LARGE_DASH_DOT, null, true));
        });
    }

    private static Stream<Series> marks(Rows rows, List<Row> marked, String council, int colour, boolean isNamed) {
        return MARKS.entrySet().stream()
                .map(mark -> new Series(
                        council + rows.chart.legend().get(mark.getKey()),
                        marked.stream()
                                .filter(row -> mark.getKey().equals(row.text("to_date_basis")))
                                .flatMap(NativeChart::points)
                                .toList(),
                        colour,
                        0,
                        null,
                        mark.getValue(),
                        isNamed))
                .filter(series -> !series.points().isEmpty());
    }

    private static Stream<Point> points(Row row) {
        Double day = row.day("drawn_on");
        return day == null ? Stream.empty() : marked(row).map(value -> new Point(day, value));
    }

    /** The numbers a row is marked at: the one known or said, the other one of rivals, both ends where there is no single one. */
    private static Stream<Double> marked(Row row) {
        boolean hasEnds =
                row.number("to_date") == null || row.text("to_date_basis").equals("rival");
        Stream<String> columns = hasEnds ? Stream.of("to_date_least", "to_date_most") : Stream.of("to_date");
        return columns.flatMap(column -> Stream.ofNullable(row.number(column))).distinct();
    }

    private static List<Point> recorded(List<Row> rows) {
        List<Point> points = new ArrayList<>();
        @Nullable Double before = null;
        for (Row row : rows) {
            Double day = row.day("day");
            if (day != null) {
                points.add(new Point(day, before == null ? 0.0 : before));
                before = row.number("recorded_to_date");
                points.add(new Point(day, before));
            }
        }
        return points;
    }

    /** One end of what is known. */
    private interface End {
        @Nullable
        Long of(Span span);
    }

    /** A line beside the total, with its word and its dash. */
    private record Bound(String word, End end, boolean isOfBands, double width, PresetLineDash dash) {

        List<Point> points(List<Span> spans) {
            return corners(
                    spans.stream().filter(span -> !isOfBands || !span.isLine()).toList(), end);
        }

        Series series(String name, List<Point> points, int colour, boolean isNamed) {
            return new Series(name, points, colour, width, dash, null, isNamed);
        }
    }

    private static final List<Bound> BOUNDS = List.of(
            new Bound("chart.alternative", Span::alternative, false, 1.5, PresetLineDash.DOT),
            new Bound("chart.least", Span::least, true, 1.25, PresetLineDash.LARGE_DASH),
            new Bound("chart.most", Span::most, true, 1.25, PresetLineDash.SYSTEM_DASH));

    /** A line along the spans that lead on from each other; what lies between is a gap. */
    private static List<Point> line(List<Span> spans) {
        List<Point> points = new ArrayList<>();
        for (Span span : spans) {
            List<Point> own = corners(List.of(span), Span::most);
            boolean leadsOn = !points.isEmpty() && points.get(points.size() - 1).equals(own.get(0));
            if (!points.isEmpty() && !leadsOn) {
                points.add(new Point(day(span.from()), null));
            }
            points.addAll(own.subList(leadsOn ? 1 : 0, own.size()));
            if (span.next() != null) {
                points.add(new Point(day(span.to()), span.next().doubleValue()));
            }
        }
        return points;
    }

    private static List<Point> corners(List<Span> spans, End end) {
        List<Point> points = new ArrayList<>();
        for (Span span : spans) {
            Long value = end.of(span);
            if (value != null) {
                if (!points.isEmpty() && points.get(points.size() - 1).at() != day(span.from())) {
                    points.add(new Point(day(span.from()), null));
                }
                points.add(new Point(day(span.from()), value.doubleValue()));
                points.add(new Point(day(span.to()), value.doubleValue()));
            }
        }
        return points;
    }

    private static NativeChart meetings(Rows rows, UnaryOperator<String> words) {
        List<Row> shown = rows.all().stream()
                .filter(row -> row.value("new_basis") != null)
                .filter(row -> !"unknown".equals(row.text("new_basis")) || isRecorded(row))
                .toList();
        boolean isAlone = rows.byCouncil().size() == 1;
        List<Series> series = new ArrayList<>();
        MARKS.forEach((basis, mark) -> {
            if (!basis.equals("bounded")) {
                bars(
                                shown,
                                rows.chart.legend().get(basis),
                                row -> basis.equals(row.text("new_basis")) ? row.number("new") : null,
                                COLOURS[0],
                                mark)
                        .ifPresent(series::add);
            }
        });
        Mark open = new Mark(MarkerStyle.DASH, false);
        bars(shown, words.apply("chart.least"), row -> isRange(row) ? row.number("new_least") : null, COLOURS[1], open)
                .ifPresent(series::add);
        bars(shown, words.apply("chart.most"), row -> isRange(row) ? row.number("new_most") : null, COLOURS[2], open)
                .ifPresent(series::add);
        bars(
                        shown,
                        words.apply("how.recorded"),
                        row -> row.number("recorded_new"),
                        GREY,
                        new Mark(MarkerStyle.SQUARE, true))
                .ifPresent(series::add);
        return new NativeChart(
                series,
                shown.stream()
                        .map(row -> (isAlone ? "" : row.text("name") + " ") + meeting(row))
                        .toList(),
                false);
    }

    private static boolean isRecorded(Row row) {
        Double recorded = row.number("recorded_new");
        return recorded != null && recorded > 0;
    }

    /** The meeting, the first and the last of several, or the day of an occasion. */
    private static String meeting(Row row) {
        String through = row.text("through");
        return row.text(row.value("meeting") == null ? "date_words" : "meeting")
                + (through.isEmpty() ? "" : "–" + through);
    }

    private static boolean isRange(Row row) {
        return "bounded".equals(row.text("new_basis")) || "rival".equals(row.text("new_basis"));
    }

    private static Optional<Series> bars(
            List<Row> rows, @Nullable String name, Function<Row, @Nullable Double> value, int colour, Mark mark) {
        List<Point> points = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            points.add(new Point(i, value.apply(rows.get(i))));
        }
        return points.stream().allMatch(point -> point.value() == null)
                ? Optional.empty()
                : Optional.of(new Series(Objects.requireNonNull(name), points, colour, 1, null, mark, true));
    }

    /** A day as the number of days that spreadsheets count from the end of 1899. */
    static double day(LocalDate day) {
        return day.toEpochDay() + EPOCH;
    }

    static LocalDate date(double day) {
        return LocalDate.ofEpochDay((long) day - EPOCH);
    }

    /** The rows of the table a chart is drawn from. */
    private record Rows(Chart chart) {

        List<Span> spans(String council) {
            return chart.spans().stream()
                    .filter(span -> span.council().equals(council))
                    .toList();
        }

        List<Row> all() {
            Map<String, Integer> columns = new HashMap<>();
            chart.columns().forEach(column -> columns.put(column, columns.size()));
            return chart.rows().stream().map(row -> new Row(columns, row)).toList();
        }

        Map<String, List<Row>> byCouncil() {
            Map<String, List<Row>> councils = new LinkedHashMap<>();
            all().forEach(row -> councils.computeIfAbsent(row.text("council"), any -> new ArrayList<>())
                    .add(row));
            return councils;
        }
    }

    private record Row(Map<String, Integer> columns, List<@Nullable Object> values) {

        @Nullable
        Object value(String column) {
            return values.get(Objects.requireNonNull(columns.get(column)));
        }

        String text(String column) {
            return Objects.toString(value(column), "");
        }

        @Nullable
        Double number(String column) {
            Object value = value(column);
            return value == null || value.toString().contains(" ") ? null : Double.valueOf(value.toString());
        }

        @Nullable
        Double day(String column) {
            Object value = value(column);
            return value == null ? null : NativeChart.day(LocalDate.parse(value.toString()));
        }
    }
}
