package org.pacta.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.jdbc.autoconfigure.JdbcConnectionDetails;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.postgresql.PostgreSQLContainer;

/**
 * The PostgreSQL server of this run of tests: a container where a Docker engine answers, else the embedded one, both with the locale that
 * Pacta's own server has. Tests connect as an ordinary role that owns its databases, as Pacta does.
 */
record TestServer(String address, String user, String password) {

    private static final String OWNER = "pacta";

    private static @Nullable TestServer running;

    static synchronized TestServer running() {
        if (running == null) {
            running = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
            running.administer("create role %1$s login password '%1$s'".formatted(OWNER));
        }
        return running;
    }

    JdbcConnectionDetails newDatabase(String name) {
        administer("create database %s owner %s".formatted(name, OWNER));
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return OWNER;
            }

            @Override
            public String getPassword() {
                return OWNER;
            }

            @Override
            public String getJdbcUrl() {
                return address + name;
            }
        };
    }

    void administer(String statement) {
        try (Connection connection = DriverManager.getConnection(address + "postgres", user, password);
                Statement administration = connection.createStatement()) {
            administration.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static TestServer container() {
        PostgreSQLContainer server = new PostgreSQLContainer("postgres:18")
                .withEnv("POSTGRES_INITDB_ARGS", "--locale-provider=builtin --builtin-locale=C.UTF-8 --locale=C.UTF-8");
        server.start();
        SpringApplication.getShutdownHandlers().add(server::stop);
        return new TestServer(
                "jdbc:postgresql://%s:%d/".formatted(server.getHost(), server.getMappedPort(5432)),
                server.getUsername(),
                server.getPassword());
    }

    private static TestServer embedded() {
        try {
            EmbeddedPostgres server = EmbeddedPostgres.builder()
                    .setRegisterShutdownHook(false)
                    .setLocaleConfig("locale-provider", "builtin")
                    .setLocaleConfig("builtin-locale", "C.UTF-8")
                    .setLocaleConfig("locale", "C.UTF-8")
                    .setLocaleConfig("encoding", "UTF8")
                    .start();
            SpringApplication.getShutdownHandlers().add(() -> stop(server));
            return new TestServer(
                    "jdbc:postgresql://127.0.0.1:%d/".formatted(server.getPort()), "postgres", "postgres");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void stop(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
