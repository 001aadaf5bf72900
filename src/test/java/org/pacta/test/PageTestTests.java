package org.pacta.test;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.client.RestClient;

@PageTest
class PageTestTests {

    @Autowired
    private MockMvcTester mvc;

    @Autowired
    private JdbcClient jdbc;

    @Value("${local.server.port}")
    private int port;

    @Test
    void theApplicationAnswersWithoutTheNetwork() {
        assertThat(mvc.get().uri("/actuator/health")).hasStatusOk();
    }

    @Test
    void theApplicationAnswersOnAPortOfItsOwn() {
        assertThat(RestClient.create("http://127.0.0.1:" + port)
                        .get()
                        .uri("/actuator/health")
                        .retrieve()
                        .body(String.class))
                .contains("UP");
    }

    @Test
    void theSampleRegistryIsLoaded() {
        assertThat(jdbc.sql("select exists (select from council) and exists (select from source)")
                        .query(Boolean.class)
                        .single())
                .isTrue();
    }
}
