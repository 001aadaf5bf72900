package org.pacta;

import org.pacta.platform.security.PasswordReset;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** Starts Pacta, the registry of bilateral cooperation agreements. */
@SpringBootApplication
public class PactaApplication {

    public static void main(String[] arguments) {
        if (PasswordReset.isAskedFor(arguments)) {
            System.exit(PasswordReset.run(arguments));
        }
        SpringApplication.run(PactaApplication.class, arguments);
    }
}
