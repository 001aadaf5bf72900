package org.pacta.platform.audit;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Gives the role that serves what it needs in the database of another role, after each migration. That other alone may change the tables
 * themselves, and what the audit chain holds.
 */
@Component
class ServingRole implements Callback {

    private final String owner;
    private final String serving;

    ServingRole(
            @Value("${spring.flyway.user:}") String owner, @Value("${spring.datasource.username:}") String serving) {
        this.owner = owner;
        this.serving = serving;
    }

    @Override
    public boolean supports(Event event, Context context) {
        return event == Event.AFTER_MIGRATE && !owner.isEmpty() && !serving.isEmpty() && !owner.equals(serving);
    }

    @Override
    public boolean canHandleInTransaction(Event event, Context context) {
        return true;
    }

    @Override
    public String getCallbackName() {
        return "serving role";
    }

    @Override
    public void handle(Event event, Context context) {
        try (Statement statement = context.getConnection().createStatement()) {
            grant(context.getConnection(), statement);
        } catch (SQLException refused) {
            throw new FlywayException(
                    "The role %s could not be given its rights. Let the role in spring.flyway.user own the database and its tables."
                            .formatted(serving),
                    refused);
        }
    }

    private void grant(Connection connection, Statement statement) throws SQLException {
        String role = statement.enquoteIdentifier(serving, true);
        String schema = statement.enquoteIdentifier(connection.getSchema(), true);
        statement.execute("grant usage on schema %s to %s".formatted(schema, role));
        statement.execute("grant select, insert, update, delete, truncate on all tables in schema %s to %s"
                .formatted(schema, role));
        statement.execute("grant usage, select, update on all sequences in schema %s to %s".formatted(schema, role));
        statement.execute("revoke update, delete, truncate on audit_entry from " + role);
        statement.execute("revoke insert, update, delete, truncate on flyway_schema_history from " + role);
    }
}
