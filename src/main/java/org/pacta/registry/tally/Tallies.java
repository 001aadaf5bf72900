package org.pacta.registry.tally;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.reading.Columns;
import org.pacta.registry.tally.Tally.Announced;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads the tallies of councils: two statements, however many councils there are. */
@Component
public class Tallies {

    private static final List<String> MEASURES = List.of("mous", "agreements", "projects");

    private record Cell(long council, String measure) {}

    private record Count(Cell cell, String counting, long rows) {}

    private record Statement(Cell cell, boolean toDate, Announced announced) {}

    private final JdbcClient jdbc;

    Tallies(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The tallies of one council, one per measure. */
    public List<Tally> of(long council) {
        return byCouncil(council).apply(council);
    }

    /** The tallies of every council, by its id. */
    public Function<Long, List<Tally>> ofAll() {
        return byCouncil(null);
    }

    private Function<Long, List<Tally>> byCouncil(@Nullable Long only) {
        Map<Cell, List<Count>> counts = counts(only).stream().collect(Collectors.groupingBy(Count::cell));
        Map<Cell, Announced> totals = new HashMap<>();
        Map<Cell, Announced> latest = new HashMap<>();
        for (Statement each : statements(only)) {
            (each.toDate() ? totals : latest).put(each.cell(), each.announced());
        }
        return council -> MEASURES.stream()
                .map(measure -> new Cell(council, measure))
                .map(cell -> new Tally(
                        cell.measure(),
                        rows(counts.get(cell), "in_count"),
                        rows(counts.get(cell), "not_stated"),
                        rows(counts.get(cell), "outside"),
                        totals.get(cell),
                        latest.get(cell)))
                .toList();
    }

    private static long rows(@Nullable List<Count> counts, String counting) {
        return counts == null
                ? 0
                : counts.stream()
                        .filter(each -> each.counting().equals(counting))
                        .mapToLong(Count::rows)
                        .sum();
    }

    private List<Count> counts(@Nullable Long council) {
        String which = council == null ? "council_id is not null" : "council_id = " + council;
        return jdbc.sql("""
                        with kinds as (
                            select council_id, kind, counting, count(*) as rows from agreement
                            where withdrawn_on is null and %1$s group by council_id, kind, counting
                        )
                        select council_id, 'agreements' as measure, counting, sum(rows) as rows from kinds group by council_id, counting
                        union all
                        select council_id, 'mous', counting, rows from kinds where kind = 'mou'
                        union all
                        select council_id, 'projects', counting, count(*) from project
                        where withdrawn_on is null and %1$s group by council_id, counting
                        """.formatted(which))
                .query((row, n) -> new Count(cell(row), row.getString("counting"), row.getLong("rows")))
                .list();
    }

    private List<Statement> statements(@Nullable Long council) {
        return jdbc.sql("""
                        select distinct on (council_id, measure, series <> 'at')
                            council_id, measure, series, ordinal, value, comparator, as_of, measure_as_printed,
                            (select min(source_id) from figure_citation where figure_id = figure_line.id) as source_id
                        from figure_line
                        where measure is not null and value is not null and standing = 'reported' and %s
                        order by council_id, measure, series <> 'at', day_sort desc nulls last, ordinal desc nulls last,
                            preferred desc, series = 'after' desc, id
                        """.formatted(council == null ? "true" : "council_id = " + council))
                .query((row, n) ->
                        new Statement(cell(row), !row.getString("series").equals("at"), announced(row)))
                .list();
    }

    private static Cell cell(ResultSet row) throws SQLException {
        return new Cell(row.getLong("council_id"), row.getString("measure"));
    }

    private static Announced announced(ResultSet row) throws SQLException {
        return new Announced(
                row.getInt("value"),
                row.getString("comparator"),
                row.getString("series"),
                Columns.number(row, "ordinal"),
                Columns.date(row, "as_of"),
                row.getString("measure_as_printed"),
                row.getLong("source_id"));
    }
}
