package org.pacta.reader.indexing;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/**
 * Holds the right to write to a local index of this database, on a connection of its own for as long as the application runs. A lock on the
 * files would not see a second machine.
 */
final class SingleWriter implements AutoCloseable {

    private static final String LOCK = "select pg_try_advisory_lock(hashtext('org.pacta.reader.indexing'))";

    /** The lock of an instance that was killed goes a moment after it. */
    private static final int ATTEMPTS = 10;

    private final DataSource database;
    private Connection connection;

    private SingleWriter(DataSource database, Connection connection) {
        this.database = database;
        this.connection = connection;
    }

    /**
     * Takes the right.
     *
     * @throws TakenException if another instance has it
     */
    static SingleWriter of(DataSource database) {
        try {
            return new SingleWriter(database, connect(database));
        } catch (SQLException failed) {
            throw new IllegalStateException("The right to write to the search index could not be asked for", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** Takes the right again where the connection that held it was lost. */
    void keep() throws SQLException, InterruptedException {
        if (!connection.isValid(5)) {
            connection.close();
            connection = connect(database);
        }
    }

    @Override
    public void close() throws SQLException {
        if (!connection.isClosed()) {
            try (Statement statement = connection.createStatement()) {
                statement.execute(LOCK.replace("try_advisory_lock", "advisory_unlock"));
            }
            connection.close();
        }
    }

    private static Connection connect(DataSource database) throws SQLException, InterruptedException {
        Connection connection = database.getConnection();
        connection.setAutoCommit(true);
        for (int attempt = 1; !isLocked(connection); attempt++) {
            if (attempt == ATTEMPTS) {
                connection.close();
                throw new TakenException();
            }
            Thread.sleep(300);
        }
        return connection;
    }

    private static boolean isLocked(Connection connection) throws SQLException {
        try (Statement statement = connection.createStatement();
                ResultSet answer = statement.executeQuery(LOCK)) {
            return answer.next() && answer.getBoolean(1);
        }
    }

    /** Another instance keeps a local search index of the same database. */
    static final class TakenException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        TakenException() {
            super(
                    "Another Pacta already keeps a search index of this database, and would not see what this one writes.");
        }
    }

    /** Shows the refusal as a problem and an action, without a stack trace. */
    static final class Analyzer extends AbstractFailureAnalyzer<TakenException> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, TakenException cause) {
            return new FailureAnalysis(
                    cause.getMessage(),
                    "Stop the other one, or give all instances one OpenSearch: set pacta.search.backend to opensearch"
                            + " and pacta.search.addresses to where it answers.",
                    failure);
        }
    }
}
