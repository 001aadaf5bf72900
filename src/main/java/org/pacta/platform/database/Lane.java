package org.pacta.platform.database;

import com.zaxxer.hikari.HikariConfig;
import java.util.function.Supplier;

/**
 * A sort of work with connections and deadlines of its own, so that what waits in one lane never holds up another. A thread works in the
 * lane it has entered; one that has entered none does long work: it migrates, loads, or builds the search index.
 */
public enum Lane {
    PAGES("5s", "1s", "10s", 7, 2_500, 0),
    DESK("5s", "2s", "10s", 7, 2_500, 10),
    FILES("60s", "2s", "60s", 70, 2_500, 8),
    SESSIONS("2s", "1s", "5s", 3, 2_000, 6),
    INDEX("60s", "10s", "60s", 70, 2_500, 2),
    WORK("1h", "1min", "0", 3_700, 30_000, 10);

    private static final ThreadLocal<Lane> current = ThreadLocal.withInitial(() -> WORK);

    private final String deadlines;
    private final int socketSeconds;
    private final int waitMillis;
    private final int connections;

    /**
     * @param statement longest time of one statement
     * @param lock longest wait for a lock
     * @param idle longest time between two statements of one transaction
     * @param socketSeconds longest silence of the server, a little more than it may take
     * @param waitMillis longest wait for a connection
     * @param connections most connections at once; 0 for one for each page at work
     */
    Lane(String statement, String lock, String idle, int socketSeconds, int waitMillis, int connections) {
        this.deadlines = "-c statement_timeout=%s -c lock_timeout=%s -c idle_in_transaction_session_timeout=%s"
                .formatted(statement, lock, idle);
        this.socketSeconds = socketSeconds;
        this.waitMillis = waitMillis;
        this.connections = connections;
    }

    static Lane current() {
        return current.get();
    }

    /** Has this thread work in this lane from now on. */
    public void enter() {
        current.set(this);
    }

    /** Has this thread work in no lane any more. */
    public static void leave() {
        current.remove();
    }

    /** Does something in this lane, and goes on in the one before. */
    public <T> T in(Supplier<T> work) {
        Lane before = current.get();
        enter();
        try {
            return work.get();
        } finally {
            before.enter();
        }
    }

    /** Sets what the connections of this lane have in common. The server is told when they begin, so that nothing resets it. */
    void configure(HikariConfig pool, int pagesAtWork) {
        int most = connections == 0 ? pagesAtWork : connections;
        pool.setPoolName("pacta-" + name().toLowerCase());
        pool.setMaximumPoolSize(most);
        pool.setMinimumIdle(Math.min(2, most));
        pool.setConnectionTimeout(waitMillis);
        pool.setValidationTimeout(1_000);
        // A database that is away when the first connection is asked for is away like at any other time.
        pool.setInitializationFailTimeout(-1);
        pool.addDataSourceProperty("ApplicationName", pool.getPoolName());
        pool.addDataSourceProperty("connectTimeout", "2");
        pool.addDataSourceProperty("socketTimeout", String.valueOf(socketSeconds));
        pool.addDataSourceProperty("tcpKeepAlive", "true");
        pool.addDataSourceProperty("options", deadlines);
    }
}
