package org.pacta.registry.agreement;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.configuration.FluentConfiguration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.pacta.test.DatabaseTest;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A registry of the version before statements, in a schema of its own, is brought to this one. */
@DatabaseTest
@Transactional(propagation = Propagation.NEVER)
class EarlierStatusTests {

    @Autowired
    private DataSource database;

    @AfterEach
    void drop() {
        JdbcClient.create(database).sql("drop schema if exists earlier cascade").update();
    }

    @Test
    void isKeptAsAStatementWithoutADay() throws SQLException {
        flyway().target("145").repeatableSqlMigrationPrefix("none").load().migrate();
        try (Connection connection = database.getConnection()) {
            JdbcClient earlier = JdbcClient.create(new SingleConnectionDataSource(connection, true));
            earlier.sql("set search_path to earlier, public").update();
            standIn(earlier);
            earlier.sql("""
                    insert into agreement (id, kind, title, status, counting, parties)
                    values (1, 'mou', 'One', 'signed', 'in_count', 'not_published'), (2, 'mou', 'Two', 'expired', 'in_count', 'not_published'),
                        (3, 'mou', 'Three', 'in_force', 'in_count', 'not_published'), (4, 'mou', 'Four', 'planned', 'in_count', 'not_published');
                    insert into project (id, title, status, counting, parties)
                    values (1, 'One', 'launched', 'in_count', 'not_published'), (2, 'Two', 'stopped', 'in_count', 'not_published')
                    """).update();

            flyway().load().migrate();

            assertThat(told(earlier, "agreement")).isEqualTo("2 1 expired -, 3 1 in_force -");
            assertThat(told(earlier, "project")).isEqualTo("2 1 stopped -");
            assertThat(earlier.sql("""
                            select count(*) from agreement_statement_aud told join revision on revision.id = told.rev
                            where made_by = 'Pacta' and revtype = 0 and revend is null
                            """).query(Long.class).single()).isEqualTo(2);
            assertThat(earlier.sql("select nextval('agreement_statement_seq')")
                            .query(Long.class)
                            .single())
                    .as("the last of the next fifty numbers")
                    .isGreaterThan(52);
            earlier.sql("reset search_path").update();
        }
    }

    /** Has views of the same names lie in the way of those of the registry itself, which are dropped where they are found first. */
    private static void standIn(JdbcClient earlier) {
        earlier.sql("select viewname from pg_views where schemaname = 'public'")
                .query(String.class)
                .list()
                .forEach(view -> earlier.sql("create view earlier.%s as select 1 as one".formatted(view))
                        .update());
    }

    private FluentConfiguration flyway() {
        return Flyway.configure()
                .dataSource(database)
                .schemas("earlier")
                .locations("classpath:db/migration")
                .loggers("slf4j");
    }

    private static String told(JdbcClient earlier, String kind) {
        return earlier.sql("""
                        select string_agg(concat_ws(' ', %1$s_id, position, status, coalesce(day, '-')), ', ' order by %1$s_id)
                        from %1$s_statement
                        """.formatted(kind)).query(String.class).single();
    }
}
