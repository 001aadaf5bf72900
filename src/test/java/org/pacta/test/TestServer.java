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

/** The PostgreSQL server of this run of tests: a container where a Docker engine answers, else the embedded one. */
record TestServer(String address, String user, String password) {

    private static @Nullable TestServer running;

    static synchronized TestServer running() {
        if (running == null) {
            running = DockerClientFactory.instance().isDockerAvailable() ? container() : embedded();
        }
        return running;
    }

    JdbcConnectionDetails newDatabase(String name) {
        try (Connection connection = DriverManager.getConnection(address + "postgres", user, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create database " + name);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new JdbcConnectionDetails() {

            @Override
            public String getUsername() {
                return user;
            }

            @Override
            public String getPassword() {
                return password;
            }

            @Override
            public String getJdbcUrl() {
                return address + name;
            }
        };
    }

    private static TestServer container() {
        PostgreSQLContainer server = new PostgreSQLContainer("postgres:18");
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
