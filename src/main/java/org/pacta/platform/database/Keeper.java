package org.pacta.platform.database;

import java.io.IOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one thread that looks whether the database answers, twice a second, and starts the embedded server again when it has died. Until then
 * nobody waits for a connection in vain.
 */
final class Keeper implements AutoCloseable {

    private static final Logger log = LoggerFactory.getLogger(Keeper.class);

    private static final Duration PERIOD = Duration.ofMillis(500);
    private static final Duration LONGEST_BACK_OFF = Duration.ofSeconds(8);

    /** A server that dies sooner than this after its start is not started again at once. */
    private static final Duration STEADY = Duration.ofSeconds(10);

    /** About a megabyte that is gone again at once, as that is how full disks show. */
    private static final String IS_THERE_ROOM = "create temporary table room on commit drop as"
            + " select repeat(md5(each::text), 8) as something from generate_series(1, 4000) each";

    private static final String TOO_MANY_CONNECTIONS = "53300";

    private final Lanes lanes;
    private final Lanes.Login login;
    private final @Nullable EmbeddedServer server;
    private final Thread thread = new Thread(this::watch, "database-keeper");
    private volatile boolean closed;
    private @Nullable Connection connection;
    private @Nullable Instant awaySince;
    private Instant startedAt = Instant.MIN;
    private Instant startNotBefore = Instant.MIN;
    private Duration backOff = Duration.ZERO;
    private int looks;

    /**
     * @param server the one to start again; none where somebody else looks after it
     */
    Keeper(Lanes lanes, Lanes.Login login, @Nullable EmbeddedServer server) {
        this.lanes = lanes;
        this.login = login;
        this.server = server;
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        closed = true;
        LockSupport.unpark(thread);
        try {
            thread.join(Duration.ofSeconds(30).toMillis());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        disconnect();
    }

    private void watch() {
        while (!closed) {
            try {
                look();
            } catch (RuntimeException unforeseen) {
                log.error("The database could not be looked after; tried again in a moment", unforeseen);
            }
            LockSupport.parkNanos(PERIOD.toNanos());
        }
    }

    private void look() {
        SQLException silence = ask();
        if (closed) {
            return;
        }
        if (silence == null) {
            welcome();
        } else if (awaySince == null) {
            awaySince = Instant.now();
            lanes.goesAway();
            log.error("The database does not answer: {}. Pages say so until it does.", silence.getMessage());
        }
        if (silence != null && server != null) {
            startAgain(server);
        }
    }

    /** What it says instead of answering. */
    private @Nullable SQLException ask() {
        try {
            Connection open = connection;
            if (open == null || !open.isValid(2)) {
                disconnect();
                connection = connect();
            }
            if (lanes.isFull() && ++looks % 4 == 0) {
                lookForRoom();
            }
            return null;
        } catch (SQLException silence) {
            disconnect();
            return TOO_MANY_CONNECTIONS.equals(silence.getSQLState()) ? null : silence;
        }
    }

    private void lookForRoom() throws SQLException {
        Connection open = connection;
        if (open == null) {
            return;
        }
        try (Statement statement = open.createStatement()) {
            statement.execute(IS_THERE_ROOM);
            lanes.becomesFree();
            log.info("The disk of the database has room again: what is entered is saved");
        } catch (SQLException full) {
            if (Outage.behind(full).filter(Outage.FULL::equals).isEmpty()) {
                throw full;
            }
        }
    }

    private void welcome() {
        if (awaySince != null) {
            lanes.isBack();
            log.info(
                    "The database answers again, after {} s",
                    Duration.between(awaySince, Instant.now()).toSeconds());
            awaySince = null;
        }
    }

    /** Only a server that is gone: one that is there may be recovering, and does so best by itself. */
    private void startAgain(EmbeddedServer server) {
        try {
            if (Instant.now().isBefore(startNotBefore) || !server.hasDied()) {
                return;
            }
            boolean wasSteady = startedAt.plus(STEADY).isBefore(Instant.now());
            backOff = wasSteady ? Duration.ZERO : longer(backOff);
            log.warn("The embedded PostgreSQL has died; it is started again");
            startedAt = Instant.now();
            server.startAgain();
            startedAt = Instant.now();
        } catch (IOException failed) {
            backOff = longer(backOff);
            log.error(
                    "The embedded PostgreSQL does not start: {}. Tried again in {} s.",
                    failed.getMessage(),
                    backOff.toSeconds());
        }
        startNotBefore = Instant.now().plus(backOff);
    }

    private static Duration longer(Duration backOff) {
        Duration twice = backOff.isZero() ? Duration.ofSeconds(1) : backOff.multipliedBy(2);
        return twice.compareTo(LONGEST_BACK_OFF) > 0 ? LONGEST_BACK_OFF : twice;
    }

    private Connection connect() throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", login.user());
        properties.setProperty("password", login.password());
        properties.setProperty("ApplicationName", "pacta-keeper");
        properties.setProperty("connectTimeout", "2");
        properties.setProperty("loginTimeout", "2");
        properties.setProperty("socketTimeout", "3");
        properties.setProperty("options", "-c statement_timeout=2s");
        return DriverManager.getConnection(login.url(), properties);
    }

    private void disconnect() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException gone) {
                log.debug("The connection was gone", gone);
            }
        }
    }
}
