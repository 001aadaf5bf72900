package org.pacta.platform.audit;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import javax.sql.DataSource;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The command {@code --pacta.audit.verify}, which follows the chain from its first row to its last, holds the history against it, and names the
 * first row that does not fit. It may run beside the application or while that is stopped.
 */
@ImportAutoConfiguration
public final class AuditCommand {

    private static final String VERIFY = "--pacta.audit.verify";

    private AuditCommand() {}

    /** Whether the application was started for this alone. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.asList(arguments).contains(VERIFY);
    }

    /**
     * Says whether the chain is whole.
     *
     * @return exit code of the process: 0 where it is
     */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(AuditCommand.class)
                        .web(WebApplicationType.NONE)
                        .properties(
                                "pacta.beside-another=true", "spring.flyway.enabled=false", "logging.level.root=warn")
                        .run(arguments);
                Connection connection = context.getBean(DataSource.class).getConnection()) {
            Heads heads = new Heads(context.getEnvironment().getProperty("pacta.audit.heads", ""));
            Verification.Result result = verify(connection, heads);
            if (result.position() == null) {
                System.out.println("The audit chain is whole: %,d rows.".formatted(result.rows()));
                return 0;
            }
            System.out.println(
                    "Row %d of the audit chain does not fit: %s.".formatted(result.position(), result.fault()));
        } catch (IOException | SQLException failed) {
            System.out.println("The audit chain could not be read: %s.".formatted(failed.getMessage()));
        }
        return 1;
    }

    static Verification.Result verify(Connection connection, Heads heads) throws IOException, SQLException {
        connection.setAutoCommit(false);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setReadOnly(true);
        try {
            return new Verification(new JdbcTemplate(new SingleConnectionDataSource(connection, true)), heads.noted())
                    .run();
        } finally {
            connection.rollback();
        }
    }
}
