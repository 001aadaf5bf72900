package org.pacta;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Pacta, the registry of bilateral cooperation agreements. */
@SpringBootApplication
public class PactaApplication {

    public static void main(String[] arguments) {
        SpringApplication.run(PactaApplication.class, arguments);
    }
}
