package org.pacta.platform.database;

import java.nio.file.Path;
import javax.sql.DataSource;
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
@ConditionalOnMissingBean({DataSource.class, JdbcConnectionDetails.class})
class EmbeddedDatabaseAutoConfiguration {

    /**
     * The connection pool depends on this bean, so it is closed before the server stops.
     *
     * @param besideAnother whether this is a command that may run while the application does
     */
    @Bean
    JdbcConnectionDetails embeddedServer(
            @Value("${pacta.data-dir:./data}") Path directory,
            @Value("${pacta.beside-another:false}") boolean besideAnother) {
        return besideAnother ? EmbeddedServer.startOrJoin(directory) : EmbeddedServer.start(directory);
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
