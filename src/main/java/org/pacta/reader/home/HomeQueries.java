package org.pacta.reader.home;

import java.util.List;
import org.pacta.platform.reading.Columns;
import org.pacta.registry.line.MeetingLine;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class HomeQueries {

    private final JdbcClient jdbc;

    HomeQueries(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<MeetingLine> latestMeetings() {
        return jdbc.sql(
                        "select * from meeting_line where status = 'held' order by day_sort desc nulls last, id desc limit 8")
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .list();
    }
}
