package org.pacta.registry.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.reading.Slice;
import org.pacta.platform.shared.NotFoundException;
import org.pacta.registry.line.MeetingLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Reads the meetings of many councils, each council on a line of its own. */
@Repository
class TimelineQueries {

    private static final int COUNCILS = 40;

    /** Of each council the newest meetings are shown, as many as fit on a line. */
    private static final int NEWEST = 30;

    private final JdbcClient jdbc;

    TimelineQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    TimelineView page(int page) {
        long total = jdbc.sql("select count(distinct council_id) from meeting_line where day_sort is not null")
                .query(Long.class)
                .single();
        Map<String, List<MeetingLine>> meetings = new LinkedHashMap<>();
        jdbc.sql("""
                        with council as (
                            select council_id, max(day_sort) as last from meeting_line where day_sort is not null
                            group by council_id order by last desc, council_id offset :skip limit :councils
                        )
                        select meeting.* from council, lateral (
                            select * from meeting_line where meeting_line.council_id = council.council_id
                            order by day_sort desc nulls last, id desc limit :newest) meeting
                        order by council.last desc, council.council_id, meeting.day_sort
                        """)
                .param("skip", (page - 1L) * COUNCILS)
                .param("councils", COUNCILS)
                .param("newest", NEWEST)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .list()
                .forEach(meeting -> meetings.computeIfAbsent(meeting.councilSlug(), slug -> new ArrayList<>())
                        .add(meeting));
        if (meetings.isEmpty() && page > 1) {
            throw new NotFoundException("page", page);
        }
        return TimelineView.of(new Slice<>(List.copyOf(meetings.values()), page, COUNCILS, total));
    }
}
