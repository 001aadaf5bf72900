import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** Writes revisions beside a running Pacta, and prints how long they wait for the audit chain. See README.md. */
class AuditBench {

    private static final String REVISION =
            "insert into revision (id, made_at, made_by, reason) values (nextval('revision_seq'), clock_timestamp(), 'AuditBench', 'To measure')";
    private static final String HISTORY = """
            insert into agreement_aud (id, title, kind, status, rev, revtype)
            select -60 * currval('revision_seq') - i, 'A title of some length', 'mou', 'signed', currval('revision_seq'), 0
            from generate_series(1, 60) i
            """;
    private static final String OLDEST =
            "select coalesce(1000 * extract(epoch from clock_timestamp() - min(happened_at)), 0) from audit_waiting";

    /**
     * Takes the address, user and password of the database of a registry that nobody relies on, and how many revisions to write in each of how many
     * seconds.
     */
    public static void main(String[] arguments) throws SQLException {
        int aSecond = Integer.parseInt(arguments[3]);
        int all = aSecond * Integer.parseInt(arguments[4]);
        try (Connection writer = DriverManager.getConnection(arguments[0], arguments[1], arguments[2]);
                Connection observer = DriverManager.getConnection(arguments[0], arguments[1], arguments[2])) {
            cost(writer);
            write(writer, observer, aSecond, all);
        }
    }

    /** What the row that waits costs whoever writes a revision. */
    private static void cost(Connection writer) throws SQLException {
        writer.setAutoCommit(false);
        for (String trigger : List.of("disable", "enable")) {
            try (Statement statement = writer.createStatement();
                    PreparedStatement revision = writer.prepareStatement(REVISION)) {
                statement.execute("alter table revision %s trigger revision_is_noted".formatted(trigger));
                long began = System.nanoTime();
                for (int i = 0; i < 4_000; i++) {
                    revision.executeUpdate();
                }
                System.out.printf(
                        "%8.3f ms  a revision, trigger %sd%n", (System.nanoTime() - began) / 4_000e6, trigger);
            }
            writer.rollback();
        }
    }

    private static void write(Connection writer, Connection observer, int aSecond, int all) throws SQLException {
        List<Double> waits = new ArrayList<>();
        long due = System.nanoTime();
        try (PreparedStatement revision = writer.prepareStatement(REVISION);
                PreparedStatement history = writer.prepareStatement(HISTORY);
                PreparedStatement oldest = observer.prepareStatement(OLDEST)) {
            for (int i = 1; i <= all; i++) {
                revision.executeUpdate();
                history.executeUpdate();
                writer.commit();
                if (i % Math.max(1, aSecond / 5) == 0) {
                    try (ResultSet row = oldest.executeQuery()) {
                        row.next();
                        waits.add(row.getDouble(1));
                    }
                }
                due += 1_000_000_000L / aSecond;
                LockSupport.parkNanos(due - System.nanoTime());
            }
        }
        Collections.sort(waits);
        System.out.printf(
                "%8.0f ms  the oldest that waits, median; %.0f ms p95, %.0f ms at most, %d revisions%n",
                waits.get(waits.size() / 2), waits.get(waits.size() * 95 / 100), waits.get(waits.size() - 1), all);
    }
}
