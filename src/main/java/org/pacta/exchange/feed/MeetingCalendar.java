package org.pacta.exchange.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.pacta.desk.draft.Draft;
import org.pacta.desk.draft.Section;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.WallClock;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.line.MeetingLine;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts meetings, and the last days of agreements, into a calendar, those whose days are known: a month or "on or before" is no day to keep free. */
@Service
@Transactional(readOnly = true)
class MeetingCalendar {

    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:/(\\d{4}-\\d\\d-\\d\\d))?");

    private final JdbcClient jdbc;
    private final WallClock clock;
    private final Wording wording;
    private final MessageSource messages;
    private final Absences absences;

    MeetingCalendar(JdbcClient jdbc, WallClock clock, Wording wording, MessageSource messages, Absences absences) {
        this.jdbc = jdbc;
        this.clock = clock;
        this.wording = wording;
        this.messages = messages;
        this.absences = absences;
    }

    String all(Site site) {
        return file(say("feed.meetings"), "", site);
    }

    /** The meetings on record, and those to come that a draft at work is of. */
    String ofDesk(Site site) {
        CalendarFile file = new CalendarFile(say("feed.meetings.desk"));
        add(file, "", site);
        List<Optional<CalendarFile.Event>> drafts = jdbc.sql("""
                        select draft.id, ordinal, held_on, changed_at, name, local_name from draft_head draft join council on council.id = council_id
                        where state in %s and meeting_id is null and held_on > :today order by held_on, draft.id
                        """.formatted(Draft.State.AT_WORK))
                .param("today", clock.today().toString())
                .query((row, n) -> draft(row, site))
                .list();
        drafts.forEach(event -> event.ifPresent(file::add));
        addEnds(file, site);
        return file.end();
    }

    /** The last days of agreements that are under way, where they are known to the day. */
    String ending(Site site) {
        CalendarFile file = new CalendarFile(say("feed.ending"));
        addEnds(file, site);
        return file.end();
    }

    private void addEnds(CalendarFile file, Site site) {
        List<CalendarFile.Event> events =
                jdbc.sql("""
                        select id, title, local_title, ends_by, coalesce((select max(made_at) from agreement_aud join revision on revision.id = rev
                            where agreement_aud.id = line.id), 'epoch') as changed_at
                        from agreement_line line
                        where ends_by is not null and ends = ends_by::text order by ends_by, id
                        """).query((row, n) -> end(row, site)).list();
        events.forEach(file::add);
    }

    private CalendarFile.Event end(ResultSet row, Site site) throws SQLException {
        LocalDate day = row.getObject("ends_by", LocalDate.class);
        return new CalendarFile.Event(
                "agreement-" + row.getLong("id") + "-end@" + site.host(),
                say("feed.ends", Columns.title(row).in(LocaleContextHolder.getLocale())),
                day,
                day,
                null,
                site.base() + "/agreements/" + row.getLong("id"),
                "CONFIRMED",
                changedAt(row));
    }

    String ofCouncil(String slug, Site site) {
        Name council = jdbc.sql("select name, local_name from council where slug = :slug and withdrawn_on is null")
                .param("slug", slug)
                .query((row, n) -> Columns.name(row, ""))
                .optional()
                .orElseThrow(() -> absences.of("council", slug));
        return file(council.in(LocaleContextHolder.getLocale()), slug, site);
    }

    private String file(String name, String council, Site site) {
        CalendarFile file = new CalendarFile(name);
        add(file, council, site);
        return file.end();
    }

    private void add(CalendarFile file, String council, Site site) {
        List<Optional<CalendarFile.Event>> events = jdbc.sql("""
                        select line.*, coalesce((select max(made_at) from meeting_aud join revision on revision.id = rev
                            where meeting_aud.id = line.id), 'epoch') as changed_at
                        from meeting_line line
                        where day is not null and (:council = '' or council_slug = :council) order by day_sort, line.id
                        """)
                .param("council", council)
                .query((row, n) -> event(row, site))
                .list();
        events.forEach(event -> event.ifPresent(file::add));
    }

    private Optional<CalendarFile.Event> event(ResultSet row, Site site) throws SQLException {
        MeetingLine meeting = Columns.read(row, MeetingLine.class);
        PartialDate day = meeting.day();
        Instant changedAt = changedAt(row);
        return days(day == null ? "" : day.edtf())
                .map(days -> new CalendarFile.Event(
                        "meeting-" + meeting.id() + "@" + site.host(),
                        title(meeting),
                        days.first,
                        days.last,
                        meeting.place().in(LocaleContextHolder.getLocale()),
                        site.base() + meeting.path(),
                        status(meeting.status()),
                        changedAt));
    }

    private Optional<CalendarFile.Event> draft(ResultSet row, Site site) throws SQLException {
        long id = row.getLong("id");
        String heldOn = row.getString("held_on");
        String title = title(ordinal(row.getString("ordinal")), "session", Columns.name(row, ""));
        Instant changedAt = changedAt(row);
        return Section.BASICS.faults(Map.of("heldOn", heldOn)).isEmpty()
                ? days(heldOn)
                        .map(days -> new CalendarFile.Event(
                                "draft-" + id + "@" + site.host(),
                                title,
                                days.first,
                                days.last,
                                null,
                                site.base() + "/desk/drafts/" + id,
                                "TENTATIVE",
                                changedAt))
                : Optional.empty();
    }

    private static @Nullable Integer ordinal(@Nullable String typed) {
        return typed == null || !typed.matches("\\d{1,3}") ? null : Integer.valueOf(typed);
    }

    private static Instant changedAt(ResultSet row) throws SQLException {
        return row.getObject("changed_at", OffsetDateTime.class).toInstant();
    }

    private record Days(LocalDate first, LocalDate last) {}

    private static Optional<Days> days(String edtf) {
        Matcher days = DAYS.matcher(edtf);
        if (!days.matches()) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.parse(days.group(1));
        return Optional.of(new Days(first, days.group(2) == null ? first : LocalDate.parse(days.group(2))));
    }

    private static String status(String status) {
        return switch (status) {
            case "planned" -> "TENTATIVE";
            case "postponed", "cancelled" -> "CANCELLED";
            default -> "CONFIRMED";
        };
    }

    private String title(MeetingLine meeting) {
        return title(meeting.ordinal(), meeting.kind(), meeting.council());
    }

    private String title(@Nullable Integer ordinal, String kind, Name name) {
        String council = name.in(LocaleContextHolder.getLocale());
        return ordinal == null
                ? say("meeting.kind." + kind) + ", " + council
                : say("export.meeting", wording.ordinal(ordinal), council);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
