package org.pacta.desk.waiting;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Draft.State;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.security.SignedIn;
import org.pacta.platform.security.SignedIn.Role;
import org.pacta.platform.shared.WallClock;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads what people are at, and which meetings are to come, each in the one list where it stands. */
@Repository
class WorkQueries {

    /** Whether a day as typed is one to come, of which the first is counted; of a half of a year or a quarter only its year. */
    private static final String AHEAD = """
            (held_on ~ '^\\d{4}' and (left(held_on, 4) > left(:today, 4) or held_on ~ '^\\d{4}-(0\\d|1[0-2])' and held_on > :today))""";

    private static final String WORK = """
            select 'draft' as what, draft.id, name, local_name, slug as council_slug, ordinal, held_on, state, lines, author_id, changed_at,
                slug as of_council, %1$s as theirs,
                author_id = :person or exists (select from draft_writer where draft_id = draft.id and account_id = :person) as written
            from draft_head draft join council on council.id = council_id where state in %4$s
            union all
            select 'correction', correction.id, coalesce(typed ->> 'title', typed ->> 'name', typed ->> 'statement', typed ->> 'measureAsPrinted',
                    typed ->> 'council', kind),
                coalesce(typed ->> 'localTitle', typed ->> 'localName', typed ->> 'localStatement'), null, null, null, state,
                1 + (select count(*) from correction_record where correction_id = correction.id), author_id, changed_at,
                (select slug from council where id = case kind when 'council' then record_id
                    when 'meeting' then (select council_id from meeting where id = record_id)
                    when 'agreement' then (select council_id from agreement where id = record_id)
                    when 'project' then (select council_id from project where id = record_id)
                    when 'figure' then (select council_id from figure where id = record_id)
                    when 'target' then (select council_id from target where id = record_id) end),
                %2$s, author_id = :person or exists (select from correction_writer where correction_id = correction.id and account_id = :person)
            from correction where state in %4$s
            union all
            select 'import', import.id, name, null, null, null, null, state, null, author_id, changed_at, null, %3$s,
                author_id = :person or exists (select from import_writer where import_id = import.id and account_id = :person)
            from import where state in ('unread', 'open', 'submitted', 'returned')
            union all
            select 'meeting', line.id, council_name, council_local_name, council_slug, ordinal::text, day, status, null, null, null, council_slug, false, false
            from meeting_line line
            where status = 'planned' and not exists (select from draft where meeting_id = line.id and state in %4$s)
            """.formatted(
                    Waiting.theirs("draft"), Waiting.theirs("correction"), Waiting.theirs("import"), State.AT_WORK);

    private static final String SORTED = """
            select work.*, display_name as author, count(*) over (partition by list) as total,
                row_number() over (partition by list order by case when list = 'next' then coalesce(held_on, '9999') end,
                    case when list = 'waits' then changed_at end, changed_at desc, what, work.id) as place
            from (select *, case when theirs then 'waits' when what = 'import' then 'imports' when what = 'meeting' or what = 'draft' and %s then 'next' when written then 'mine'
                else 'others' end as list from (%s) each where :council = '' or of_council = :council) work
            left join account on account.id = author_id
            """.formatted(AHEAD, WORK);

    private final JdbcClient jdbc;
    private final WallClock clock;

    WorkQueries(JdbcClient jdbc, WallClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    private record Placed(DeskList list, long total, WorkRow row) {}

    /** One page of each list; empty slices where nothing stands. */
    Map<DeskList, Slice<WorkRow>> lists(DeskFilter filter, SignedIn person) {
        long from = (filter.number() - 1L) * filter.size();
        Map<DeskList, List<Placed>> placed = jdbc
                .sql("select * from (%s) sorted where place > :from and place <= :to order by place".formatted(SORTED))
                .param("reviews", person.is(Role.REVIEWER))
                .param("person", person.id())
                .param("today", clock.today().toString())
                .param("council", filter.council() == null ? "" : filter.council())
                .param("from", from)
                .param("to", from + filter.size())
                .query(WorkQueries::placed)
                .list()
                .stream()
                .collect(Collectors.groupingBy(Placed::list));
        Map<DeskList, Slice<WorkRow>> lists = new EnumMap<>(DeskList.class);
        DeskList.work().forEach(list -> {
            List<Placed> rows = placed.getOrDefault(list, List.of());
            lists.put(
                    list,
                    new Slice<>(
                            rows.stream().map(Placed::row).toList(),
                            filter.number(),
                            filter.size(),
                            rows.isEmpty() ? 0 : rows.get(0).total()));
        });
        return lists;
    }

    private static Placed placed(ResultSet row, int n) throws SQLException {
        return new Placed(
                DeskList.valueOf(row.getString("list").toUpperCase(Locale.ROOT)),
                row.getLong("total"),
                new WorkRow(
                        row.getString("what"),
                        row.getLong("id"),
                        Columns.name(row, ""),
                        row.getString("council_slug"),
                        row.getString("ordinal"),
                        row.getString("held_on"),
                        row.getString("state"),
                        Columns.id(row, "lines"),
                        row.getString("author"),
                        moment(row)));
    }

    private static @Nullable Instant moment(ResultSet row) throws SQLException {
        return Optional.ofNullable(row.getObject("changed_at", OffsetDateTime.class))
                .map(OffsetDateTime::toInstant)
                .orElse(null);
    }
}
