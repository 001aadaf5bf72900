package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedDatabaseAutoConfigurationTests {

    @TempDir
    private Path directory;

    /** No server has to run for this: the directory is one that is always refused. */
    @ParameterizedTest
    @ValueSource(strings = {"pacta.sample=true", "spring.datasource.url="})
    void startsAServerWhereNoOtherIsNamed(String property) throws IOException {
        Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxrwxrwx"));

        application()
                .withPropertyValues(property)
                .run(context -> assertThat(context)
                        .getFailure()
                        .hasRootCauseInstanceOf(UnusableDataException.class)
                        .hasStackTraceContaining(directory.toString()));
    }

    @Test
    void leavesAConfiguredDataSourceAlone() {
        application()
                .withPropertyValues("spring.datasource.url=jdbc:postgresql://db.example.org/o'brien")
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedServer.class));
    }

    @Test
    void leavesConnectionDetailsThatSomebodyElseOffersAlone() {
        application()
                .withBean("container", JdbcConnectionDetails.class, Elsewhere::new)
                .run(context -> assertThat(context)
                        .hasSingleBean(JdbcConnectionDetails.class)
                        .hasBean("container"));
    }

    private ApplicationContextRunner application() {
        return new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(
                        EmbeddedDatabaseAutoConfiguration.class, DataSourceAutoConfiguration.class))
                .withPropertyValues("pacta.data-dir=" + directory);
    }

    private static final class Elsewhere implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "reader";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://db.example.org/elsewhere";
        }
    }
}
