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
        if (!accounts.anyExists()) {
            greeting =
                    add(settings.getProperty("pacta.admin.name", ""), settings.getProperty("pacta.admin.password", ""));
        }
    }

    private @Nullable String add(String name, String password) {
        if (!name.isBlank() && !password.isEmpty()) {
            if (AccountService.fault(password, name).isPresent()) {
                throw new IllegalStateException(
                        "PACTA_ADMIN_PASSWORD needs 12 characters or more, 72 bytes at most, and must not be easily guessed");
            }
            accounts.addFirstAdmin(name, name, password, false);
            return null;
        }
        if (!settings.getProperty("spring.datasource.url", "").isBlank()) {
            return "Nobody can sign in yet: start with PACTA_ADMIN_NAME and PACTA_ADMIN_PASSWORD";
        }
        String madeUp = AccountService.newPassword();
        return accounts.addFirstAdmin("admin", "Admin", madeUp, true)
                ? "Sign in at /sign-in as admin with the password %s. It is shown this once.".formatted(madeUp)
                : null;
    }

    @EventListener(ApplicationReadyEvent.class)
    void greet() {
        if (greeting != null) {
            log.info(greeting);
            greeting = null;
        }
    }
}
