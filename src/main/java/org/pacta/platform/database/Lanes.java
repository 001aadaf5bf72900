package org.pacta.platform.database;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.SQLTransientConnectionException;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.springframework.jdbc.datasource.AbstractDataSource;

/** The connections to the database, a pool for each lane, and what is known of the database now. */
public final class Lanes implements AutoCloseable {

    private final Map<Lane, HikariDataSource> pools = new EnumMap<>(Lane.class);
    private final int pagesAtWork;
    private volatile boolean away;
    private volatile boolean full;

    /**
     * @param pagesAtWork how many pages may be at work at once; 0 for four to a core, so that each still comes soon
     */
    Lanes(Login login, int pagesAtWork) {
        this.pagesAtWork = pagesAtWork > 0
                ? pagesAtWork
                : Math.max(8, Math.min(64, 4 * Runtime.getRuntime().availableProcessors()));
        for (Lane lane : Lane.values()) {
            HikariDataSource pool = new HikariDataSource();
            pool.setJdbcUrl(login.url());
            pool.setUsername(login.user());
            pool.setPassword(login.password());
            lane.configure(pool, this.pagesAtWork);
            pools.put(lane, pool);
        }
    }

    public int pagesAtWork() {
        return pagesAtWork;
    }

    /** Whether the database does not answer at all: whoever asks is told so at once. */
    public boolean isAway() {
        return away;
    }

    /** Whether the disk of the database had no room for what somebody wrote last: reading goes on. */
    public boolean isFull() {
        return full;
    }

    /** Remembers that something could not be kept for want of room, until the keeper finds that there is some. */
    public void fill() {
        full = true;
    }

    void becomesFree() {
        full = false;
    }

    void goesAway() {
        away = true;
    }

    /** The connections from before are of no use any more. */
    void isBack() {
        Arrays.stream(Lane.values())
                .map(pools::get)
                .filter(HikariDataSource::isRunning)
                .forEach(pool -> pool.getHikariPoolMXBean().softEvictConnections());
        away = false;
    }

    @Override
    public void close() {
        pools.values().forEach(HikariDataSource::close);
    }

    /** The one source of connections for all: which pool they come from is a matter of the thread. */
    final class Source extends AbstractDataSource {

        @Override
        public Connection getConnection() throws SQLException {
            if (away) {
                throw new SQLTransientConnectionException("The database does not answer", Outage.CANNOT_CONNECT);
            }
            return Objects.requireNonNull(pools.get(Lane.current())).getConnection();
        }

        @Override
        public Connection getConnection(String user, String password) throws SQLFeatureNotSupportedException {
            throw new SQLFeatureNotSupportedException("A lane is entered by its own name and password alone");
        }
    }

    /** Where the database is, and as whom Pacta connects. */
    record Login(String url, String user, String password) {}
}
