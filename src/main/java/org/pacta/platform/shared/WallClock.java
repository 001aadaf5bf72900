package org.pacta.platform.shared;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** What day and hour it is where Pacta is read: in {@code pacta.zone}, whatever the zone of the machine, the database or a browser is. */
@Component
public class WallClock {

    private static final LocalDate FIRST = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST = LocalDate.of(9999, 12, 31);

    private final ZoneId zone;

    public WallClock(@Value("${pacta.zone}") ZoneId zone) {
        this.zone = zone;
    }

    /** A day that the database does not know is as good as the first or the last of our years. */
    public static @Nullable LocalDate known(@Nullable LocalDate day) {
        return day == null ? null : day.getYear() < 1 ? FIRST : day.getYear() > 9999 ? LAST : day;
    }

    /** The zone it goes by. */
    public ZoneId zone() {
        return zone;
    }

    public ZonedDateTime now() {
        return at(Instant.now());
    }

    public LocalDate today() {
        return now().toLocalDate();
    }

    /** A moment as this clock shows it. */
    public ZonedDateTime at(Instant moment) {
        return moment.atZone(zone);
    }

    /** The moment at which a day ends. */
    public Instant endOf(LocalDate day) {
        return day.plusDays(1).atStartOfDay(zone).toInstant();
    }
}
