package org.pacta.test;

import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** Gives each application context a new database on the one server of this run, and counts the statements sent to it. */
@TestConfiguration(proxyBeanMethods = false)
public class TestDatabase {

    private static final AtomicInteger databases = new AtomicInteger();

    @Bean
    JdbcConnectionDetails testConnection() {
        return create();
    }

    /** A new and empty database, for a test that starts applications itself. */
    public static JdbcConnectionDetails create() {
        return TestServer.running().newDatabase("test" + databases.incrementAndGet());
    }

    /** Makes a role that may sign in with its own name as password, and owns nothing. */
    public static void createRole(String name) {
        TestServer.running().administer("create role %1$s login password '%1$s'".formatted(name));
    }

    @Bean
    static BeanPostProcessor countStatements() {
        return new BeanPostProcessor() {

            @Override
            public Object postProcessAfterInitialization(Object bean, String name) {
                return bean instanceof DataSource source ? new StatementCounter(source) : bean;
            }
        };
    }
}
