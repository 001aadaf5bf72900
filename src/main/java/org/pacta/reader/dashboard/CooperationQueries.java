package org.pacta.reader.dashboard;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.pacta.platform.history.Snapshots;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.NameOrder;
import org.pacta.registry.chart.Chart;
import org.pacta.registry.telling.LedgerWording;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/**
 * Counts recorded rows by focus area, place and organisation. These counts read every row, so they are kept until the next revision, and at
 * most for an hour.
 */
@Repository
@Transactional(readOnly = true)
class CooperationQueries {

    private static final int WIDEST = 25;
    private static final int KEPT = 100;
    private static final List<String> ACROSS =
            List.of("organisation", "name", "councils", "council", "council_name", "rows", "page", "council_page");

    private final JdbcClient jdbc;
    private final LedgerWording words;
    private final Snapshots.Kept<Question, Chart> kept;

    CooperationQueries(JdbcClient jdbc, LedgerWording words, Snapshots snapshots) {
        this.jdbc = jdbc;
        this.words = words;
        this.kept = snapshots.keep(KEPT, Duration.ofHours(1));
    }

    /** What a chart was made for. */
    private record Question(String chart, List<String> councils, Locale locale) {}

    /** The four charts of the page, for some councils or for all. */
    List<Chart> charts(List<String> councils) {
        return List.of("focus", "places", "organisations", "network").stream()
                .map(chart -> chart(chart, councils))
                .toList();
    }

    /** One chart by its name in addresses. */
    Chart chart(String name, List<String> councils) {
        return kept.get(new Question(name, councils, LocaleContextHolder.getLocale()), () -> read(name, councils));
    }

    private Chart read(String name, List<String> councils) {
        return switch (name) {
            case "focus" -> focus(councils);
            case "places" -> places(councils);
            case "organisations" -> organisations(councils);
            default -> network(councils);
        };
    }

    private Chart focus(List<String> councils) {
        List<List<@Nullable Object>> rows = rows(
                councils,
                """
                select focus_area.slug, focus_area.name, focus_area.local_name, count(*) as rows
                from project join project_focus_area on project_id = project.id join focus_area on focus_area.id = focus_area_id
                where project.withdrawn_on is null and status <> 'planned' and %s
                group by focus_area.id order by rows desc, {focus_area.name}
                """,
                "project.council_id",
                (row, n) ->
                        bar(Columns.name(row, ""), row.getLong("rows"), "/projects?focus=" + row.getString("slug")));
        return bars("focus", councils, rows);
    }

    private Chart places(List<String> councils) {
        List<List<@Nullable Object>> rows = rows(
                councils,
                """
                select place.slug, place.name, place.local_name, count(distinct project.id) as rows
                from project join participant on project_id = project.id join participant_side on participant_id = participant.id
                join place on place.id = place_id
                where project.withdrawn_on is null and status <> 'planned' and %s
                group by place.id order by rows desc, {place.name}
                """,
                "project.council_id",
                (row, n) -> bar(Columns.name(row, ""), row.getLong("rows"), "/places/" + row.getString("slug")));
        return bars("places", councils, rows);
    }

    private static List<@Nullable Object> bar(Name name, long rows, String page) {
        return Arrays.asList(name.in(LocaleContextHolder.getLocale()), rows, page);
    }

    private Chart bars(String name, List<String> councils, List<List<@Nullable Object>> rows) {
        String title = rows.isEmpty()
                ? words.say("cooperation." + name)
                : words.say(
                        "cooperation." + name + ".title",
                        rows.get(0).get(0),
                        rows.get(0).get(1));
        return chart(name, "bars", title, councils, List.of("name", "rows", "page"), rows);
    }

    private Chart organisations(List<String> councils) {
        List<List<@Nullable Object>> rows = rows(
                councils,
                """
                with active as (
                    select organisation_id, extract(year from day_sort)::integer as year, min(day_sort) as day from participation
                    where status <> 'planned' and day_sort is not null and %s group by 1, 2
                ), told as (select year, day = min(day) over (partition by organisation_id) as first from active)
                select year, count(*) filter (where first) as new, count(*) filter (where not first) as returning
                from told group by year order by year
                """,
                "council_id",
                (row, n) -> Arrays.<@Nullable Object>asList(
                        row.getInt("year"), row.getLong("new"), row.getLong("returning")));
        long all = rows.stream().mapToLong(row -> (Long) row.get(1)).sum();
        long returning = rows.stream().mapToLong(row -> (Long) row.get(2)).sum();
        return chart(
                "organisations",
                "stack",
                words.say("cooperation.organisations.title", all, returning),
                councils,
                List.of("year", "new", "returning"),
                rows);
    }

    private Chart network(List<String> councils) {
        List<List<@Nullable Object>> rows = rows(
                councils,
                """
                with part as (select * from participation where status <> 'planned'), across as (
                    select organisation_id, count(distinct council_id) as councils, count(*) over () as in_all from part where %s
                    group by organisation_id having count(distinct council_id) > 1
                    order by count(distinct council_id) desc, count(*) desc, organisation_id limit :widest
                )
                select organisation.id, organisation.name, organisation.local_name, across.councils, across.in_all, council.slug,
                    coalesce(council.acronym, council.name) as council_name, count(*) as rows
                from part join across using (organisation_id) join organisation on organisation.id = organisation_id
                join council on council.id = part.council_id
                where organisation.withdrawn_on is null
                group by organisation.id, across.councils, across.in_all, council.id
                order by across.councils desc, {organisation.name}, council.slug
                """,
                "council_id",
                (row, n) -> Arrays.<@Nullable Object>asList(
                        row.getLong("id"),
                        Columns.name(row, "").in(LocaleContextHolder.getLocale()),
                        row.getLong("councils"),
                        row.getString("slug"),
                        row.getString("council_name"),
                        row.getLong("rows"),
                        "/organisations/" + row.getLong("id"),
                        "/councils/" + row.getString("slug"),
                        row.getLong("in_all")));
        long drawn = rows.stream().map(row -> row.get(0)).distinct().count();
        long all =
                rows.isEmpty() ? 0 : (Long) Objects.requireNonNull(rows.get(0).get(ACROSS.size()));
        Chart chart = chart(
                "network",
                "network",
                words.say("cooperation.network.title", all),
                councils,
                ACROSS,
                rows.stream().map(row -> row.subList(0, ACROSS.size())).toList());
        return all == drawn
                ? chart
                : chart.noting(words.say("cooperation.network.widest", drawn), words.say("list.space"));
    }

    private Chart chart(
            String name,
            String kind,
            String title,
            List<String> councils,
            List<String> columns,
            List<List<@Nullable Object>> rows) {
        String rule = words.say(
                councils.isEmpty() ? "cooperation.rule" : "cooperation.rule.some", String.join(", ", councils));
        return new Chart("pacta-" + name, kind, title, words.say("cooperation." + name), rule, columns, rows);
    }

    private <T> List<T> rows(List<String> councils, String sql, String column, RowMapper<T> mapper) {
        String which = councils.isEmpty()
                ? column + " is not null"
                : column + " in (select id from council where slug in (:councils))";
        return jdbc.sql(NameOrder.in(sql).formatted(which))
                .param("councils", councils)
                .param("widest", WIDEST)
                .query(mapper)
                .list();
    }
}
