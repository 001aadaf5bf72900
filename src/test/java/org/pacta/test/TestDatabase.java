package org.pacta.test;

import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives each application context a new database on the one server of this run. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger databases = new AtomicInteger();

    @Bean
    JdbcConnectionDetails testConnection() {
        return TestServer.running().newDatabase("test" + databases.incrementAndGet());
    }
}
