package org.pacta.platform.serving;

import java.util.Locale;
import org.pacta.platform.database.Outage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

/** Clears away each minute the sessions that have ended. Spring Session would do it too, and print a stack trace for each minute of an outage. */
@Configuration
@EnableScheduling
class EndedSessions {

    private static final Logger log = LoggerFactory.getLogger(EndedSessions.class);

    private final JdbcIndexedSessionRepository sessions;

    EndedSessions(JdbcIndexedSessionRepository sessions) {
        this.sessions = sessions;
    }

    @Scheduled(cron = "0 * * * * *")
    void clear() {
        try {
            sessions.cleanUpExpiredSessions();
        } catch (RuntimeException failed) {
            Outage outage = Outage.behind(failed).orElseThrow(() -> failed);
            log.warn(
                    "Sessions that have ended are not cleared away now, since the database is {}; it is tried again in a minute",
                    outage.name().toLowerCase(Locale.ROOT));
        }
    }
}
