package org.pacta.platform.database;

import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Conditional;

/** Connects a command to the database of the Pacta that runs beside it: its own server, or the one both are told of. */
@ImportAutoConfiguration(DataSourceAutoConfiguration.class)
public class BesideRunning {

    @Bean
    @Conditional(EmbeddedDatabaseAutoConfiguration.NoServerIsNamed.class)
    RunningServer runningServer(@Value("${pacta.data-dir:./data}") Path directory) {
        return RunningServer.in(directory);
    }
}
