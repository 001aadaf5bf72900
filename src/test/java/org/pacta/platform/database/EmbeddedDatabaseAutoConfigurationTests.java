package org.pacta.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

class EmbeddedDatabaseAutoConfigurationTests {

    @TempDir
    private Path directory;

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
