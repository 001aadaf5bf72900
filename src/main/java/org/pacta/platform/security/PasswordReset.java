package org.pacta.platform.security;

import java.util.Arrays;
import java.util.Optional;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The command for whoever has lost the last password: {@code --pacta.reset-password=NAME} prints a new one, forgets the app that made codes, and ends. It starts little more
 * than a connection to the database, so that it may run beside the application or while that is stopped.
 */
@ImportAutoConfiguration
public final class PasswordReset {

    private static final String NAME = "pacta.reset-password";

    private PasswordReset() {}

    /** Whether the application was started for this alone. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--" + NAME + "="));
    }

    /**
     * Prints a new password for the account.
     *
     * @return exit code of the process
     */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(PasswordReset.class)
                .web(WebApplicationType.NONE)
                .properties("pacta.beside-another=true", "logging.level.root=warn")
                .run(arguments)) {
            String name = context.getEnvironment().getRequiredProperty(NAME);
            String password = AccountService.newPassword();
            Optional<Boolean> disabled = reset(context.getBean(JdbcClient.class), Account.key(name), password);
            System.out.println(
                    disabled.map(state -> "The new password of %s is %s. It has to be replaced when it is first used.%s"
                                    .formatted(
                                            name,
                                            password,
                                            state ? " The account is disabled: an admin has to enable it." : ""))
                            .orElse("There is no account %s.".formatted(name)));
            return disabled.isPresent() ? 0 : 1;
        }
    }

    /** One statement, so that all of it happens or nothing does. */
    private static Optional<Boolean> reset(JdbcClient database, String name, String password) {
        return database.sql("""
                        with reset as (
                            update account set password_hash = :hash, password_set_at = now(), must_change_password = true, version = version + 1
                            where name = :name returning id, disabled_since
                        ), ended as (
                            delete from spring_session using reset where principal_name = reset.id::text
                        ), codes as (
                            delete from authenticator using reset where account_id = reset.id
                        ), noted as (
                            insert into account_event (id, account_id, happened_at, what)
                            select nextval('account_event_seq'), id, now(), 'password_reset' from reset
                        )
                        select disabled_since is not null from reset
                        """)
                .param("name", name)
                .param("hash", AccountService.encoder().encode(password))
                .query(Boolean.class)
                .optional();
    }
}
