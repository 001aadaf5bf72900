package org.pacta.platform.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.pacta.test.TestDatabase;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

class ServingRoleTests {

    @Test
    void addsToTheAuditChainAndChangesNothingOfIt() {
        TestDatabase.createRole("serving");
        JdbcConnectionDetails place = TestDatabase.create();
        Flyway.configure()
                .dataSource(place.getJdbcUrl(), place.getUsername(), place.getPassword())
                .callbacks(new ServingRole(place.getUsername(), "serving"))
                .load()
                .migrate();

        JdbcTemplate serving = new JdbcTemplate(new DriverManagerDataSource(place.getJdbcUrl(), "serving", "serving"));
        serving.execute(
                "insert into audit_entry (position, happened_at, what, digest) values (1, now(), 'denied', repeat('0', 64))");
        assertThat(serving.queryForObject("select count(*) from audit_entry", Long.class))
                .isOne();
        for (String change : new String[] {
            "update audit_entry set what = 'exported'",
            "delete from audit_entry",
            "truncate audit_entry",
            "alter table audit_entry disable trigger all",
            "delete from flyway_schema_history"
        }) {
            assertThatExceptionOfType(DataAccessException.class).as(change).isThrownBy(() -> serving.execute(change));
        }
        assertThat(serving.update(
                        "insert into focus_area (id, slug, name, local_name) values (1, 'space', 'Space', '航天')"))
                .isOne();
        assertThat(serving.update("delete from focus_area")).isOne();
    }
}
