package org.pacta.platform.shared;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.context.support.ResourceBundleMessageSource;

class WallClockTests {

    private static final Instant SAVED = Instant.parse("2026-11-29T23:03:10Z");

    @ParameterizedTest
    @CsvSource({
        "Asia/Singapore, '30 November 2026, 07:03', 30 November 2026",
        "UTC, '29 November 2026, 23:03', 29 November 2026",
        "America/New_York, '29 November 2026, 18:03', 29 November 2026"
    })
    void tellsAMomentInItsZoneWhereverTheMachineIs(String zone, String moment, String day) {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        LocaleContextHolder.setLocale(Locale.ENGLISH);

        Wording wording = new Wording(messages, new WallClock(ZoneId.of(zone)));

        assertThat(wording.moment(SAVED)).isEqualTo(moment);
        assertThat(wording.day(SAVED)).isEqualTo(day);
        LocaleContextHolder.resetLocaleContext();
    }

    @Test
    void endsADayAtItsOwnMidnight() {
        WallClock clock = new WallClock(ZoneId.of("Asia/Singapore"));

        assertThat(clock.endOf(LocalDate.of(2026, 11, 29))).isEqualTo(Instant.parse("2026-11-29T16:00:00Z"));
    }
}
