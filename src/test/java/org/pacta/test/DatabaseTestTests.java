package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@DatabaseTest
class DatabaseTestTests {

    @Autowired
    private JdbcClient database;

    @Test
    void findsTheTablesOfTheMigrationsEmpty() {
        assertThat(count("select count(*) from flyway_schema_history where success"))
                .isPositive();
        assertThat(count("select count(*) from council")).isZero();
    }

    @Test
    void isRolledBack() {
        assertThat(TestTransaction.isActive()).isTrue();
        assertThat(TestTransaction.isFlaggedForRollback()).isTrue();
    }

    @Test
    void runsAsAnOrdinaryRole() {
        assertThat(count("select count(*) from pg_roles where rolname = current_user and rolsuper"))
                .isZero();
    }

    @Test
    void findsTrigramsInChinese() {
        database.sql("create extension if not exists pg_trgm").update();

        assertThat(count("select cardinality(show_trgm('上海'))")).isPositive();
    }

    private long count(String query) {
        return database.sql(query).query(Long.class).single();
    }
}
