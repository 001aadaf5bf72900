package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.transaction.TestTransaction;

@DatabaseTest
class DatabaseTestTests {

    @Autowired
    private JdbcClient jdbc;

    @Autowired
    private Flyway migrations;

    @Test
    void allMigrationsRan() {
        assertThat(migrations.info().applied()).isNotEmpty();
        assertThat(migrations.info().pending()).isEmpty();
    }

    @Test
    void theRegistryIsEmpty() {
        assertThat(jdbc.sql("select exists (select from council) or exists (select from source)")
                        .query(Boolean.class)
                        .single())
                .isFalse();
    }

    @Test
    void theDatabaseKnowsChineseLetters() {
        assertThat(jdbc.sql("select '上海' ~ '^\\w\\w$'").query(Boolean.class).single())
                .isTrue();
    }

    @Test
    void whatATestWritesIsRolledBack() {
        assertThat(TestTransaction.isActive()).isTrue();
        assertThat(TestTransaction.isFlaggedForRollback()).isTrue();
    }
}
