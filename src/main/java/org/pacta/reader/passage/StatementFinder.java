package org.pacta.reader.passage;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.pacta.platform.reading.CitedSource;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.NotFoundException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Looks through what is said beside the records of the index, by its words and by what it is about. */
@Repository
class StatementFinder {

    private static final int SIZE = 20;

    /** What is looked through: the rows, what each is about, when it holds and what else it is found by. */
    private static final Map<String, String> ROWS = Map.of("commitments", """
            select 'commitment' as kind, line.id, line.due as day, line.sources, council.name as about_name, council.local_name as about_local_name,
                concat_ws(' ', council.acronym, line.organisation_name, line.organisation_local_name, line.unit) as more, line.said_sort as sort
            from commitment_line line
            left join meeting on meeting.id = line.meeting_id
            left join agreement on agreement.id = line.agreement_id
            left join project on project.id = line.project_id
            left join council on council.id = coalesce(line.council_id, meeting.council_id, agreement.council_id, project.council_id)
            """, "figures", """
            select 'figure' as kind, line.id, coalesce(line.meeting_day, line.as_of) as day, line.sources, line.council_name as about_name,
                line.council_local_name as about_local_name, concat_ws(' ', council.acronym, line.measure, line.measure_as_printed) as more,
                line.day_sort as sort
            from figure_line line join council on council.id = line.council_id
            """, "indicators", """
            select 'indicator' as kind, line.id, line.period as day, line.sources, coalesce(line.place_name, council.name) as about_name,
                coalesce(line.place_local_name, council.local_name) as about_local_name,
                concat_ws(' ', line.other_place_name, line.other_place_local_name, line.unit, line.value) as more, line.period_sort as sort
            from indicator_line line left join council on council.id = line.council_id
            """);

    private static final String FOUND = """
            from (%s) said join record on record.kind = said.kind and record.id = said.id
            cross join lateral (select lower(normalize(concat_ws(' ', record.name, record.local_name, about_name, about_local_name, more,
                (select string_agg(source ->> 'quote', ' ') from jsonb_array_elements(said.sources) source)), nfkc)) as words) folded
            """;

    private final JdbcClient jdbc;

    StatementFinder(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Those that have all that is looked for, the newest first; all of them where nothing is looked for. */
    Slice<FoundStatement> find(String noun, Sought sought, int page) {
        if (sought.problem() != null) {
            return new Slice<>(List.of(), 1, SIZE, 0);
        }
        Map<String, Object> patterns = new LinkedHashMap<>();
        sought.patterns().forEach(pattern -> patterns.put("word" + patterns.size(), pattern));
        String found = FOUND.formatted(Objects.requireNonNull(ROWS.get(noun)))
                + patterns.keySet().stream()
                        .map(each -> "words like :" + each)
                        .collect(Collectors.joining(" and ", patterns.isEmpty() ? "" : " where ", ""));
        long total = jdbc.sql("select count(*) " + found)
                .params(patterns)
                .query(Long.class)
                .single();
        if (page > 1 && (page - 1L) * SIZE >= total) {
            throw new NotFoundException("page", page);
        }
        List<FoundStatement> rows = jdbc.sql(
                        "select record.path, record.name, record.local_name, about_name, about_local_name, day, sources "
                                + found + " order by sort desc nulls last, said.id limit :size offset :skip")
                .params(patterns)
                .param("size", SIZE)
                .param("skip", (page - 1L) * SIZE)
                .query((row, n) -> new FoundStatement(
                        sought,
                        row.getString("path"),
                        Columns.name(row, ""),
                        Columns.name(row, "about_"),
                        Columns.date(row, "day"),
                        Columns.list(row, "sources", CitedSource.class)))
                .list();
        return new Slice<>(rows, page, SIZE, total);
    }
}
