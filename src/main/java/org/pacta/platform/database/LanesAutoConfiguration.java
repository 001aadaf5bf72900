package org.pacta.platform.database;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Objects;
import javax.sql.DataSource;
import org.flywaydb.core.api.MigrationInfo;
import org.flywaydb.core.api.MigrationState;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceProperties;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;

/** Connects the application to its database, once that answers: a pool for each lane, and a thread that looks after it. */
@AutoConfiguration(after = EmbeddedDatabaseAutoConfiguration.class, before = DataSourceAutoConfiguration.class)
@ConditionalOnMissingBean(DataSource.class)
@EnableConfigurationProperties(DataSourceProperties.class)
class LanesAutoConfiguration {

    private static final Logger log = LoggerFactory.getLogger(LanesAutoConfiguration.class);

    /** A wrong password and a missing right do not come right by waiting. */
    private static final String REFUSED = "28...|3D000|42501";

    @Bean
    Lanes.Login databaseLogin(
            ObjectProvider<JdbcConnectionDetails> offered,
            DataSourceProperties named,
            @Value("${pacta.database.wait}") Duration longest) {
        JdbcConnectionDetails details = offered.getIfAvailable();
        Lanes.Login login = details == null
                ? new Lanes.Login(
                        named.determineUrl(), text(named.determineUsername()), text(named.determinePassword()))
                : new Lanes.Login(details.getJdbcUrl(), text(details.getUsername()), text(details.getPassword()));
        await(login, longest);
        return login;
    }

    @Bean
    Lanes lanes(Lanes.Login login, @Value("${pacta.limits.at-once}") int pagesAtWork) {
        return new Lanes(login, pagesAtWork);
    }

    @Bean
    DataSource dataSource(Lanes lanes) {
        return lanes.new Source();
    }

    @Bean
    Keeper databaseKeeper(Lanes lanes, Lanes.Login login, ObjectProvider<JdbcConnectionDetails> offered) {
        return new Keeper(lanes, login, offered.getIfAvailable() instanceof EmbeddedServer server ? server : null);
    }

    /** Leaves a database alone that a newer Pacta has written to: what this one wrote there might break what it cannot know of. */
    @Bean
    FlywayMigrationStrategy knownMigrations() {
        return flyway -> {
            try {
                flyway.migrate();
            } catch (FlywayValidateException refused) {
                Arrays.stream(flyway.info().applied())
                        .filter(each -> each.getState() == MigrationState.FUTURE_SUCCESS)
                        .reduce((earlier, later) -> later)
                        .ifPresent(newest -> {
                            throw newer(newest);
                        });
                throw refused;
            }
        };
    }

    private static UnusableDataException newer(MigrationInfo newest) {
        return new UnusableDataException(
                "The database was written by a newer Pacta: this one does not know its change %s (%s)."
                        .formatted(newest.getVersion(), newest.getDescription()),
                "Start the newer Pacta. To go back, restore a backup that this one has made into an empty database.");
    }

    /** A full disk is told and takes nothing out of service: reading goes on. */
    @Bean
    HealthIndicator databaseHealthIndicator(Lanes lanes) {
        return () -> (lanes.isAway() ? Health.down() : Health.up())
                .withDetail("disk", lanes.isFull() ? "full, nothing is saved" : "has room")
                .build();
    }

    private static void await(Lanes.Login login, Duration longest) {
        Instant deadline = Instant.now().plus(longest);
        boolean told = false;
        while (true) {
            try {
                DriverManager.getConnection(login.url(), login.user(), login.password())
                        .close();
                return;
            } catch (SQLException silence) {
                boolean isFinal =
                        Objects.requireNonNullElse(silence.getSQLState(), "").matches(REFUSED);
                if (isFinal || Instant.now().isAfter(deadline)) {
                    throw unreachable(login, silence);
                }
                if (!told) {
                    log.warn(
                            "The database at {} does not answer yet ({}); waiting for it for up to {} s",
                            login.url(),
                            silence.getMessage(),
                            longest.toSeconds());
                    told = true;
                }
                pause(login, silence);
            }
        }
    }

    private static void pause(Lanes.Login login, SQLException silence) {
        try {
            Thread.sleep(500);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw unreachable(login, silence);
        }
    }

    private static UnusableDataException unreachable(Lanes.Login login, SQLException silence) {
        return new UnusableDataException(
                "The database at %s cannot be used: %s.".formatted(login.url(), silence.getMessage()),
                "Start it, or name another in SPRING_DATASOURCE_URL, _USERNAME and _PASSWORD. How long Pacta waits for it"
                        + " is set by pacta.database.wait.",
                silence);
    }

    private static String text(@Nullable String value) {
        return value == null ? "" : value;
    }
}
