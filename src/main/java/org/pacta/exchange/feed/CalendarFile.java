package org.pacta.exchange.feed;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;

/** An iCalendar file in the making. Lines are folded by octets, as RFC 5545 has it, and never within a character. */
final class CalendarFile {

    private static final int OCTETS = 75;
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    CalendarFile(String name) {
        line("BEGIN", "VCALENDAR");
        line("VERSION", "2.0");
        line("PRODID", "-//Pacta//Meetings//EN");
        line("CALSCALE", "GREGORIAN");
        text("X-WR-CALNAME", name);
    }

    /**
     * An event of whole days.
     *
     * @param status TENTATIVE, CONFIRMED or CANCELLED
     * @param changedAt when its record was last changed
     */
    record Event(
            String uid,
            String summary,
            LocalDate first,
            LocalDate last,
            @Nullable String location,
            String url,
            String status,
            Instant changedAt) {}

    void add(Event event) {
        line("BEGIN", "VEVENT");
        line("UID", event.uid);
        line("DTSTAMP", MOMENT.format(event.changedAt));
        line("LAST-MODIFIED", MOMENT.format(event.changedAt));
        line("DTSTART;VALUE=DATE", day(event.first));
        line("DTEND;VALUE=DATE", day(event.last.plusDays(1)));
        text("SUMMARY", event.summary);
        if (event.location != null && !event.location.isBlank()) {
            text("LOCATION", event.location);
        }
        line("URL", event.url);
        line("STATUS", event.status);
        line("TRANSP", "TRANSPARENT");
        line("END", "VEVENT");
    }

    String end() {
        line("END", "VCALENDAR");
        return text.toString();
    }

    private static String day(LocalDate day) {
        return day.format(DateTimeFormatter.BASIC_ISO_DATE);
    }

    private void text(String property, String value) {
        String plain = value.strip().replaceAll("\\R", "\n").replaceAll("[\\p{Cntrl}&&[^\n]]", " ");
        line(
                property,
                plain.replace("\\", "\\\\")
                        .replace(";", "\\;")
                        .replace(",", "\\,")
                        .replace("\n", "\\n"));
    }

    private void line(String property, String value) {
        int octets = 0;
        String line = property + ":" + value;
        for (int at = 0; at < line.length(); ) {
            String letter = Character.toString(line.codePointAt(at));
            int length = letter.getBytes(StandardCharsets.UTF_8).length;
            if (octets + length > OCTETS) {
                text.append("\r\n ");
                octets = 1;
            }
            text.append(letter);
            octets += length;
            at += letter.length();
        }
        text.append("\r\n");
    }
}
