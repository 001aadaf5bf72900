package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.net.ConnectException;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.pacta.test.TestDatabase;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.convert.ApplicationConversionService;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;

@ExtendWith(OutputCaptureExtension.class)
class LanesAutoConfigurationTests {

    @Test
    void waitsForADatabaseThatDoesNotAnswerYetAndSaysSoBeforeItGivesUp(CapturedOutput log) {
        new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(LanesAutoConfiguration.class))
                .withInitializer(context ->
                        context.getBeanFactory().setConversionService(ApplicationConversionService.getSharedInstance()))
                .withPropertyValues(
                        "spring.datasource.url=jdbc:postgresql://127.0.0.1:9/pacta",
                        "pacta.database.wait=1s",
                        "pacta.limits.at-once=0")
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(ConnectException.class)
                        .hasStackTraceContaining("The database at jdbc:postgresql://127.0.0.1:9/pacta cannot be used"));

        assertThat(log).contains("does not answer yet", "waiting for it for up to 1 s");
    }

    @Test
    void refusesADatabaseOfANewerPacta() {
        JdbcConnectionDetails details = TestDatabase.create();
        Flyway flyway = Flyway.configure()
                .dataSource(details.getJdbcUrl(), details.getUsername(), details.getPassword())
                .locations("classpath:db/migration")
                .ignoreMigrationPatterns(new String[0])
                .load();
        flyway.migrate();
        JdbcClient.create(flyway.getConfiguration().getDataSource()).sql("""
                        insert into flyway_schema_history (installed_rank, version, description, type, script, installed_by, execution_time, success)
                        values (9999, '9999', 'of tomorrow', 'SQL', 'V9999__of_tomorrow.sql', 'somebody', 1, true)
                        """).update();

        assertThatExceptionOfType(UnusableDataException.class)
                .isThrownBy(() -> new LanesAutoConfiguration().knownMigrations().migrate(flyway))
                .withMessageContaining("newer Pacta")
                .withMessageContaining("of tomorrow");
    }
}
