package org.pacta.platform.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Condition;
import org.springframework.context.annotation.ConditionContext;
import org.springframework.context.annotation.Conditional;
import org.springframework.core.type.AnnotatedTypeMetadata;

/** Brings the embedded server where no data source is configured and nothing else offers one. */
@AutoConfiguration(before = DataSourceAutoConfiguration.class)
@Conditional(EmbeddedDatabaseAutoConfiguration.NoServerIsNamed.class)
@ConditionalOnMissingBean(JdbcConnectionDetails.class)
class EmbeddedDatabaseAutoConfiguration {

    @Bean
    EmbeddedServer embeddedServer(@Value("${pacta.data-dir}") Path directory) {
        return EmbeddedServer.start(directory);
    }

    @Bean
    JdbcConnectionDetails embeddedConnection(EmbeddedServer server) {
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return EmbeddedServer.ROLE;
            }

            @Override
            public String getPassword() {
                return server.password();
            }

            @Override
            public String getJdbcUrl() {
                return server.jdbcUrl();
            }
        };
    }

    static final class NoServerIsNamed implements Condition {

        @Override
        public boolean matches(ConditionContext context, AnnotatedTypeMetadata metadata) {
            return context.getEnvironment()
                    .getProperty("spring.datasource.url", "")
                    .isBlank();
        }
    }
}
