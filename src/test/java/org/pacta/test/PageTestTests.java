package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.client.RestClient;

@PageTest
class PageTestTests {

    @Autowired
    private MockMvcTester pages;

    @Autowired
    private JdbcClient database;

    @LocalServerPort
    private int port;

    @Test
    void showsTheSampleRegistry() {
        assertThat(database.sql("select count(*) from council")
                        .query(Long.class)
                        .single())
                .isPositive();
        assertThat(pages.get().uri("/councils")).hasStatus(HttpStatus.OK);
    }

    @Test
    void listensOnAPortOfItsOwn() {
        assertThat(RestClient.create("http://127.0.0.1:" + port)
                        .get()
                        .uri("/actuator/health")
                        .retrieve()
                        .body(String.class))
                .contains("UP");
    }
}
