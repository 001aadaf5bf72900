package org.pacta.desk.waiting;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The right to send the messages of a day, held on a connection of its own until the next day is asked for or the application ends, so that
 * another instance whose clock is behind does not send them again.
 */
final class MailTurn implements AutoCloseable {

    private final DataSource database;
    private @Nullable Connection held;

    MailTurn(DataSource database) {
        this.database = database;
    }

    /** Takes the right to a day, and gives up that of the day before; false where another instance has it. */
    boolean take(LocalDate day) throws SQLException {
        close();
        Connection connection = database.getConnection();
        boolean isTaken = false;
        try (PreparedStatement lock =
                connection.prepareStatement("select pg_try_advisory_lock(hashtext('org.pacta.desk.waiting'), ?)")) {
            lock.setInt(1, Math.toIntExact(day.toEpochDay()));
            try (ResultSet answer = lock.executeQuery()) {
                isTaken = answer.next() && answer.getBoolean(1);
            }
        } finally {
            if (isTaken) {
                held = connection;
            } else {
                connection.close();
            }
        }
        return isTaken;
    }

    @Override
    public void close() throws SQLException {
        Connection last = held;
        held = null;
        if (last == null) {
            return;
        }
        try (last) {
            if (last.isValid(5)) {
                try (PreparedStatement unlock = last.prepareStatement("select pg_advisory_unlock_all()")) {
                    unlock.execute();
                }
            }
        }
    }
}
