package org.pacta.reader.focus;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.IntSummaryStatistics;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Address;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.reader.focus.FocusTable.Area;
import org.pacta.reader.focus.FocusTable.Cell;
import org.pacta.reader.focus.FocusTable.Council;
import org.pacta.registry.chart.Chart;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Counts the rows of a list by focus area, as the list itself gives them when it is narrowed. */
@Repository
class FocusQueries {

    private static final int HEATS = 5;

    private final JdbcClient jdbc;
    private final MessageSource messages;
    private final Snapshots.Kept<Question, FocusTable> kept;

    FocusQueries(JdbcClient jdbc, MessageSource messages, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.messages = messages;
        this.kept = snapshots.keep(4, Duration.ofHours(1));
    }

    private record Question(String counted, Locale locale) {}

    private record Counted(String area, String by, long rows) {}

    private record Head(String slug, Name name, long rows) {}

    /**
     * Both tables of a list.
     *
     * @param counted agreements or projects
     */
    FocusTable table(String counted) {
        return kept.get(new Question(counted, LocaleContextHolder.getLocale()), () -> read(counted));
    }

    private FocusTable read(String counted) {
        String record = counted.substring(0, counted.length() - 1);
        List<Head> heads = jdbc.sql(NameOrder.in("""
                        select area.slug, area.name, area.local_name, count(*) as rows
                        from %1$s_line line join %1$s_focus_area on %1$s_id = line.id join focus_area area on area.id = focus_area_id
                        group by area.id order by rows desc, {area.name}
                        """).formatted(record))
                .query((row, n) -> new Head(row.getString("slug"), Columns.name(row, ""), row.getLong("rows")))
                .list();
        // A date that is not known to the year counts in each year it may be in, as the list shows it in each.
        List<Counted> byYear = counted(record, "year::text", """
                cross join lateral generate_series(extract(year from day_sort)::integer, extract(year from day_latest)::integer) year
                """);
        List<Counted> byCouncil = counted(record, "council_slug", "");
        List<Integer> years = years(byYear);
        List<Council> councils = councils(byCouncil);
        Map<String, Long> yearly = cells(byYear);
        Map<String, Long> among = cells(byCouncil);
        return new FocusTable(
                counted,
                heads.stream()
                        .map(head -> area(counted, head, years, councils, yearly, among))
                        .toList(),
                years,
                councils,
                number("select count(*) from %1$s_line line where day_sort is null and exists (%2$s)", record),
                number("select count(*) from %1$s_line line where not exists (%2$s)", record));
    }

    private List<Counted> counted(String record, String by, String with) {
        return jdbc.sql("""
                        select area.slug as area, %2$s as by, count(*) as rows
                        from %1$s_line line join %1$s_focus_area on %1$s_id = line.id join focus_area area on area.id = focus_area_id
                        %3$s where %2$s is not null group by 1, 2
                        """.formatted(record, by, with)).query(Counted.class).list();
    }

    private long number(String sql, String record) {
        String areas = "select from %1$s_focus_area where %1$s_id = line.id".formatted(record);
        return jdbc.sql(sql.formatted(record, areas)).query(Long.class).single();
    }

    private static List<Integer> years(List<Counted> byYear) {
        IntSummaryStatistics years =
                byYear.stream().mapToInt(each -> Integer.parseInt(each.by)).summaryStatistics();
        return IntStream.rangeClosed(years.getMin(), years.getMax()).boxed().toList();
    }

    private List<Council> councils(List<Counted> byCouncil) {
        return jdbc.sql(NameOrder.in(
                        "select slug, name, local_name, acronym from council where slug = any(:slugs) order by {name}"))
                .param("slugs", byCouncil.stream().map(Counted::by).distinct().toArray(String[]::new))
                .query((row, n) -> new Council(row.getString("slug"), Columns.name(row, ""), row.getString("acronym")))
                .list();
    }

    private static Map<String, Long> cells(List<Counted> counted) {
        Map<String, Long> cells = new HashMap<>();
        counted.forEach(each -> cells.put(each.area + " " + each.by, each.rows));
        return cells;
    }

    private static Area area(
            String counted,
            Head head,
            List<Integer> years,
            List<Council> councils,
            Map<String, Long> yearly,
            Map<String, Long> among) {
        Address list = FocusTable.list(counted, null, head.slug);
        return new Area(
                head.slug,
                head.name,
                head.rows,
                list,
                row(
                        years,
                        year -> head.slug + " " + year,
                        yearly,
                        year -> list.with("from", year).with("to", year)),
                row(
                        councils,
                        each -> head.slug + " " + each.slug(),
                        among,
                        each -> FocusTable.list(counted, each.slug(), head.slug)));
    }

    private static <T> List<Cell> row(
            List<T> columns, Function<T, String> key, Map<String, Long> cells, Function<T, Address> address) {
        long most = most(cells.values());
        return columns.stream()
                .map(column -> {
                    long rows = cells.getOrDefault(key.apply(column), 0L);
                    return new Cell(rows, heat(rows, most), address.apply(column));
                })
                .toList();
    }

    private static long most(Collection<Long> counts) {
        return counts.stream().mapToLong(Long::longValue).max().orElse(0);
    }

    private static int heat(long rows, long most) {
        return (int) Math.ceil((double) HEATS * rows / Math.max(most, 1));
    }

    /** One of the tables as a file, a line for each cell that has rows: by {@code years} or by {@code councils}. */
    Chart chart(String counted, String by) {
        FocusTable table = table(counted);
        boolean yearly = by.equals("years");
        List<List<@Nullable Object>> rows = table.areas().stream()
                .flatMap(area -> yearly
                        ? IntStream.range(0, table.years().size())
                                .mapToObj(i -> line(
                                        area,
                                        table.years().get(i),
                                        null,
                                        area.years().get(i)))
                        : IntStream.range(0, table.councils().size())
                                .mapToObj(i -> line(
                                        area,
                                        table.councils().get(i).slug(),
                                        table.councils().get(i).name(),
                                        area.councils().get(i))))
                .flatMap(Stream::ofNullable)
                .toList();
        String title = say("focus." + by + "." + counted);
        List<String> columns = List.of("focus", "name", yearly ? "year" : "council", "council_name", "rows", "page");
        return new Chart("pacta-topics-" + by, "table", title, title, say("focus.rule." + counted), columns, rows);
    }

    private static @Nullable List<@Nullable Object> line(Area area, Object by, @Nullable Name council, Cell cell) {
        Locale locale = LocaleContextHolder.getLocale();
        return cell.rows() == 0
                ? null
                : Arrays.asList(
                        area.slug(),
                        area.name().in(locale),
                        by,
                        council == null ? null : council.in(locale),
                        cell.rows(),
                        cell.address().toString());
    }

    private String say(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}
