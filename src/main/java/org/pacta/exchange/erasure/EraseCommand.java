package org.pacta.exchange.erasure;

import java.io.BufferedReader;
import java.io.Console;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.pacta.exchange.dictionary.Dictionary;
import org.pacta.platform.audit.ErasureNote;
import org.pacta.platform.storage.FileStore;
import org.pacta.platform.storage.StoreFailure;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.Environment;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.security.crypto.factory.PasswordEncoderFactories;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The command {@code --pacta.erase=agreements/12 --pacta.erase.reason=WHY}, which takes the content of a withdrawn record away for good. It asks for
 * the names and passwords of an admin and of a second reviewer or admin, who need not be there while a single account is active. It may run beside the
 * application or while that is stopped.
 */
@ImportAutoConfiguration
public final class EraseCommand {

    private static final String RECORD = "pacta.erase";
    private static final String REASON = "pacta.erase.reason";
    private static final Pattern ADDRESS = Pattern.compile("/?([a-z]+)/(\\d{1,18})");

    private EraseCommand() {}

    private record Person(long id, String displayName, String role, String passwordHash) {}

    /** Whether the application was started for this alone. */
    public static boolean isAskedFor(String... arguments) {
        return Arrays.stream(arguments).anyMatch(argument -> argument.startsWith("--" + RECORD + "="));
    }

    /**
     * Erases a record and says what came of it.
     *
     * @return exit code of the process
     */
    public static int run(String... arguments) {
        try (ConfigurableApplicationContext context = new SpringApplicationBuilder(EraseCommand.class)
                .web(WebApplicationType.NONE)
                .properties("pacta.beside-another=true", "spring.flyway.enabled=false", "logging.level.root=warn")
                .run(arguments)) {
            JdbcTemplate jdbc = new JdbcTemplate(context.getBean(DataSource.class));
            TransactionTemplate transactions =
                    new TransactionTemplate(new JdbcTransactionManager(context.getBean(DataSource.class)));
            BufferedReader typed = new BufferedReader(new InputStreamReader(System.in, Charset.defaultCharset()));
            FileStore store =
                    FileStore.in(Path.of(context.getEnvironment().getRequiredProperty("pacta.documents-dir")));
            System.out.println(erase(jdbc, transactions, context.getEnvironment(), typed, store));
            // Until then the rows lie in the files of the tables, though nothing finds them.
            jdbc.execute("vacuum");
            return 0;
        } catch (CannotEraseException refused) {
            System.out.println(refused.getMessage() + " Nothing was changed.");
        } catch (DataIntegrityViolationException named) {
            System.out.println("Something else names it: %s. Nothing was changed."
                    .formatted(named.getMostSpecificCause().getMessage()));
        } catch (StoreFailure failed) {
            System.out.println("It was erased, but for a file in the directory of documents: %s. Remove it there."
                    .formatted(failed.getMessage()));
        } catch (IOException failed) {
            System.out.println("The names could not be read: %s. Nothing was changed.".formatted(failed.getMessage()));
        }
        return 1;
    }

    static String erase(
            JdbcTemplate jdbc,
            TransactionOperations transactions,
            Environment settings,
            BufferedReader typed,
            FileStore store)
            throws IOException {
        Dictionary dictionary = new Dictionary(JdbcClient.create(jdbc));
        String reason = settings.getProperty(REASON, "").strip();
        if (reason.isEmpty()) {
            throw new CannotEraseException("Say why, in --%s=…: it stays with the number.".formatted(REASON));
        }
        Matcher address = ADDRESS.matcher(settings.getRequiredProperty(RECORD));
        if (!address.matches()) {
            throw new CannotEraseException("Name a record as its address does, such as agreements/12.");
        }
        String kind = kind(dictionary, address.group(1));
        long id = Long.parseLong(address.group(2));
        Person admin = person(jdbc, "An admin", typed);
        if (!admin.role.equals("admin")) {
            throw new CannotEraseException("%s is no admin.".formatted(admin.displayName));
        }
        Person second = isOnlyAccount(jdbc) ? null : second(jdbc, admin, typed);
        Erasure.Outcome taken = Objects.requireNonNull(transactions.execute(transaction -> new Erasure(
                        jdbc, dictionary.registry(), kind, id)
                .carryOut(
                        admin.id,
                        admin.displayName,
                        reason,
                        new ErasureNote(jdbc, admin.id, second == null ? null : second.id, reason))));
        taken.files().forEach(store::remove);
        return "Erased %s %d: %s. Backups made before still hold it: make a new one, and do away with those.%s"
                .formatted(
                        kind,
                        id,
                        taken.rows().entrySet().stream()
                                .map(each -> "%d of %s".formatted(each.getValue(), each.getKey()))
                                .collect(Collectors.joining(", ")),
                        second == null ? " One person did it, since there is no other active account." : "");
    }

    /** Addresses call records by the name of their table, as many. */
    private static String kind(Dictionary dictionary, String plural) {
        return dictionary.registry().stream()
                .filter(table -> table.columns().stream()
                        .anyMatch(column -> column.name().equals("withdrawn_on")))
                .map(table -> table.name())
                .filter(kind -> plural.equals(kind) || plural.equals(kind.equals("person") ? "people" : kind + "s"))
                .findFirst()
                .orElseThrow(() -> new CannotEraseException("There is no such kind of record: %s.".formatted(plural)));
    }

    private static Person second(JdbcTemplate jdbc, Person admin, BufferedReader typed) throws IOException {
        Person second = person(jdbc, "A second person, reviewer or admin", typed);
        if (second.id == admin.id) {
            throw new CannotEraseException("Two people are two accounts.");
        }
        if (second.role.equals("editor")) {
            throw new CannotEraseException("%s is neither reviewer nor admin.".formatted(second.displayName));
        }
        return second;
    }

    private static Person person(JdbcTemplate jdbc, String who, BufferedReader typed) throws IOException {
        String name = asked("%s. Name: ".formatted(who), false, typed);
        String password = asked("Password: ", true, typed);
        Optional<Person> found = JdbcClient.create(jdbc)
                .sql(
                        "select id, display_name, role, password_hash from account where name = lower(:name) and disabled_since is null")
                .param("name", name.strip())
                .query(Person.class)
                .optional();
        return found.filter(person -> PasswordEncoderFactories.createDelegatingPasswordEncoder()
                        .matches(password, person.passwordHash))
                .orElseThrow(() -> new CannotEraseException("The name or the password is wrong."));
    }

    /** At a terminal a password is not shown; a program gives a line each. */
    private static String asked(String question, boolean isHidden, BufferedReader typed) throws IOException {
        Console console = System.console();
        if (console != null && isHidden) {
            char @Nullable [] hidden = console.readPassword(question);
            return hidden == null ? "" : new String(hidden);
        }
        System.out.print(question);
        return Objects.requireNonNullElse(typed.readLine(), "");
    }

    private static boolean isOnlyAccount(JdbcTemplate jdbc) {
        List<Long> active = jdbc.queryForList("select id from account where disabled_since is null", Long.class);
        return active.size() == 1;
    }
}
