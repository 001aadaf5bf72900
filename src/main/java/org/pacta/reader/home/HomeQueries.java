package org.pacta.reader.home;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.WallClock;
import org.pacta.reader.home.RegistryStanding.Count;
import org.pacta.reader.home.RegistryStanding.Due;
import org.pacta.registry.line.MeetingLine;
import org.pacta.registry.line.Statements;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

@Repository
@Transactional(readOnly = true)
class HomeQueries {

    private static final int NEWEST = 3;
    private static final int NEXT = 3;

    private final JdbcClient jdbc;
    private final WallClock clock;

    HomeQueries(JdbcClient jdbc, WallClock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    RegistryStanding standing() {
        LocalDate today = clock.today();
        List<MeetingLine> meetings = meetings();
        return jdbc.sql("""
                        select councils.*, meetings.*, agreements.*, projects.*, (select count(*)%s < :today) as overdue
                        from (select count(*) as councils from council where withdrawn_on is null) councils,
                            (select %s from meeting_line) meetings,
                            (select %s from agreement where withdrawn_on is null) agreements,
                            (select %s from project where withdrawn_on is null) projects
                        """.formatted(
                                Statements.OPEN,
                                counts("meetings", "= 'held'"),
                                counts("agreements", "<> 'planned'"),
                                counts("projects", "<> 'planned'")))
                .param("today", today)
                .query((row, n) -> new RegistryStanding(
                        List.of(
                                new Count("councils", row.getLong("councils"), 0),
                                count(row, "meetings"),
                                count(row, "agreements"),
                                count(row, "projects")),
                        of(meetings, "held"),
                        of(meetings, "planned"),
                        due(today),
                        row.getLong("overdue"),
                        today))
                .single();
    }

    /** What counts by its status, and what is planned. */
    private static String counts(String plural, String status) {
        return "count(*) filter (where status %2$s) as %1$s, count(*) filter (where status = 'planned') as %1$s_planned"
                .formatted(plural, status);
    }

    private static Count count(ResultSet row, String plural) throws SQLException {
        return new Count(plural, row.getLong(plural), row.getLong(plural + "_planned"));
    }

    private static List<MeetingLine> of(List<MeetingLine> meetings, String status) {
        return meetings.stream()
                .filter(meeting -> meeting.status().equals(status))
                .toList();
    }

    /** The newest that were held, and those that are planned. */
    private List<MeetingLine> meetings() {
        return jdbc.sql("""
                        (select * from meeting_line where status = 'held' order by day_sort desc nulls last, id desc limit :newest)
                        union all
                        (select * from meeting_line where status = 'planned' order by day_sort desc nulls last, id limit :next)
                        """)
                .param("newest", NEWEST)
                .param("next", NEXT)
                .query((row, n) -> Columns.read(row, MeetingLine.class))
                .list();
    }

    private List<Due> due(LocalDate today) {
        return jdbc.sql("""
                        select line.*, record.path, record.name as record_name, record.local_name as record_local_name
                        from (select *%s >= :today order by due_latest, id limit :most) line
                        left join record on record.kind = 'commitment' and record.id = line.id
                        order by due_latest, line.id
                        """.formatted(Statements.OPEN))
                .param("today", today)
                .param("most", NEXT)
                .query((row, n) -> due(row))
                .list();
    }

    private static Due due(ResultSet row) throws SQLException {
        return new Due(
                row.getString("path"),
                new Name(row.getString("statement"), row.getString("local_statement")),
                Columns.name(row, "record_"),
                Objects.requireNonNull(Columns.date(row, "due")));
    }
}
