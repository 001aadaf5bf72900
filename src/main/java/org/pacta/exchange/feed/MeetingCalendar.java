package org.pacta.exchange.feed;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.pacta.platform.reading.Absences;
import org.pacta.platform.reading.Columns;
import org.pacta.platform.shared.Name;
import org.pacta.platform.shared.PartialDate;
import org.pacta.platform.shared.Wording;
import org.pacta.registry.line.MeetingLine;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts meetings into a calendar, those whose days are known: a month or "on or before" is no day to keep free. */
@Service
@Transactional(readOnly = true)
class MeetingCalendar {

    private static final Pattern DAYS = Pattern.compile("(\\d{4}-\\d\\d-\\d\\d)(?:/(\\d{4}-\\d\\d-\\d\\d))?");

    private final JdbcClient jdbc;
    private final Wording wording;
    private final MessageSource messages;
    private final Absences absences;

    MeetingCalendar(JdbcClient jdbc, Wording wording, MessageSource messages, Absences absences) {
        this.jdbc = jdbc;
        this.wording = wording;
        this.messages = messages;
        this.absences = absences;
    }

    String all(Site site) {
        return file(say("feed.meetings"), "", site);
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
        return file.end();
    }

    private Optional<CalendarFile.Event> event(ResultSet row, Site site) throws SQLException {
        MeetingLine meeting = Columns.read(row, MeetingLine.class);
        PartialDate day = meeting.day();
        Matcher days = DAYS.matcher(day == null ? "" : day.edtf());
        if (!days.matches()) {
            return Optional.empty();
        }
        LocalDate first = LocalDate.parse(days.group(1));
        LocalDate last = days.group(2) == null ? first : LocalDate.parse(days.group(2));
        Instant changedAt = row.getObject("changed_at", OffsetDateTime.class).toInstant();
        return Optional.of(new CalendarFile.Event(
                "meeting-" + meeting.id() + "@" + site.host(),
                title(meeting),
                first,
                last,
                meeting.place().in(LocaleContextHolder.getLocale()),
                site.base() + meeting.path(),
                status(meeting.status()),
                changedAt));
    }

    private static String status(String status) {
        return switch (status) {
            case "planned" -> "TENTATIVE";
            case "postponed", "cancelled" -> "CANCELLED";
            default -> "CONFIRMED";
        };
    }

    private String title(MeetingLine meeting) {
        String council = meeting.council().in(LocaleContextHolder.getLocale());
        Integer ordinal = meeting.ordinal();
        return ordinal == null
                ? say("meeting.kind." + meeting.kind()) + ", " + council
                : say("export.meeting", wording.ordinal(ordinal), council);
    }

    private String say(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }
}
