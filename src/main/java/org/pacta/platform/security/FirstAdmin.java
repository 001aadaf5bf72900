package org.pacta.platform.security;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.core.env.Environment;
import org.springframework.stereotype.Component;

/**
 * Lets the first person in where there is no account yet: an admin whose name and password the environment gives, or else, in the database
 * that Pacta keeps itself, one whose password is made up and told once to whoever starts Pacta.
 */
@Component
class FirstAdmin implements SmartInitializingSingleton {

    private static final Logger log = LoggerFactory.getLogger(FirstAdmin.class);

    private final AccountService accounts;
    private final Environment settings;
    private @Nullable String greeting;

    FirstAdmin(AccountService accounts, Environment settings) {
        this.accounts = accounts;
        this.settings = settings;
    }

    @Override
    public void afterSingletonsInstantiated() {
        String name = settings.getProperty("pacta.admin.name", "");
        String password = settings.getProperty("pacta.admin.password", "");
        if (!name.isBlank() && !password.isBlank()) {
            accounts.addFirstAdmin(name, name, password, false);
        } else if (settings.getProperty("spring.datasource.url", "").isBlank()) {
            String madeUp = AccountService.newPassword();
            if (accounts.addFirstAdmin("admin", "Admin", madeUp, true)) {
                greeting =
                        "Sign in at /sign-in with the name admin and the password %s, shown this once and to be replaced at once"
                                .formatted(madeUp);
            }
        } else if (!accounts.anyExists()) {
            greeting = "Nobody can sign in yet: start once with PACTA_ADMIN_NAME and PACTA_ADMIN_PASSWORD";
        }
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        if (greeting != null) {
            log.info(greeting);
            greeting = null;
        }
    }
}
