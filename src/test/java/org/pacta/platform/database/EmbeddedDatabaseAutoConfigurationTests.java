package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** No server is needed to tell whether one would be started: the data directory is one that is always refused. */
class EmbeddedDatabaseAutoConfigurationTests {

    @TempDir
    private Path refused;

    private ApplicationContextRunner pacta;

    @BeforeEach
    void letOthersWriteToTheDataDirectory() throws IOException {
        Files.setPosixFilePermissions(refused, PosixFilePermissions.fromString("rwxrwxrwx"));
        pacta = new ApplicationContextRunner()
                .withConfiguration(AutoConfigurations.of(EmbeddedDatabaseAutoConfiguration.class))
                .withPropertyValues("pacta.data-dir=" + refused);
    }

    @Test
    void startsAServerWhereNothingElseIsConfigured() {
        pacta.run(context -> assertThat(context)
                .hasFailed()
                .getFailure()
                .hasRootCauseInstanceOf(UnusableDataException.class)
                .hasStackTraceContaining(refused.toString()));
    }

    @Test
    void startsAServerWhereTheAddressIsEmpty() {
        pacta.withPropertyValues("spring.datasource.url=")
                .run(context -> assertThat(context).getFailure().hasRootCauseInstanceOf(UnusableDataException.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://db/pacta", "jdbc:postgresql://db/pacta?user=o'neill", "jdbc:postgresql:'"})
    void standsBackWhereAnAddressIsConfigured(String url) {
        pacta.withPropertyValues("spring.datasource.url=" + url)
                .run(context -> assertThat(context).hasNotFailed().doesNotHaveBean(EmbeddedServer.class));
    }

    @Test
    void standsBackWhereAConnectionIsGiven() {
        pacta.withBean(JdbcConnectionDetails.class, Elsewhere::new)
                .run(context -> assertThat(context)
                        .hasNotFailed()
                        .doesNotHaveBean(EmbeddedServer.class)
                        .hasSingleBean(JdbcConnectionDetails.class));
    }

    private static class Elsewhere implements JdbcConnectionDetails {

        @Override
        public String getUsername() {
            return "pacta";
        }

        @Override
        public String getPassword() {
            return "secret";
        }

        @Override
        public String getJdbcUrl() {
            return "jdbc:postgresql://db/pacta";
        }
    }
}
