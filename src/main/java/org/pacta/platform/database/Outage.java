package org.pacta.platform.database;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.hibernate.StaleStateException;
import org.jspecify.annotations.Nullable;

/** Why the database did not do what it was asked, where nobody is at fault who asked. */
public enum Outage {
    /** It does not answer. */
    AWAY,
    /** It did not come to it within the deadline, or what others do stood against it. */
    BUSY,
    /** Its disk has no room: nothing was saved, and reading goes on. */
    FULL;

    static final String CANNOT_CONNECT = "08001";
    private static final String DISK_FULL = "53100";

    /** Only the first statement after the end of a server is told so; Hikari answers the rest of the unit of work by this. */
    private static final String CLOSED = "Connection is closed";

    /** What is at fault, if it is the database. */
    public static Optional<Outage> behind(Throwable failure) {
        return causes(failure).map(Outage::of).filter(Objects::nonNull).findFirst();
    }

    /**
     * Whether the same may well succeed when it is done again: others held what it needed in another order, or were faster by a moment at
     * writing what may be there only once, or at changing the same row.
     */
    public static boolean isRace(Throwable failure) {
        return causes(failure)
                .anyMatch(cause ->
                        cause instanceof StaleStateException || state(cause).matches("40001|40P01|23505"));
    }

    private static @Nullable Outage of(Throwable cause) {
        String state = state(cause);
        if (state.equals(DISK_FULL)) {
            return FULL;
        }
        if (state.matches("08...|57P..") || cause instanceof SQLException && CLOSED.equals(cause.getMessage())) {
            return AWAY;
        }
        boolean isLate = state.matches("53...|57...|55P03|25P0[34]|40001|40P01");
        return isLate || cause instanceof SQLTransientConnectionException ? BUSY : null;
    }

    private static String state(Throwable cause) {
        return cause instanceof SQLException failed ? Objects.requireNonNullElse(failed.getSQLState(), "") : "";
    }

    private static Stream<Throwable> causes(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause).limit(50);
    }
}
