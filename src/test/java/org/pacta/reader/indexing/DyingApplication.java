package org.pacta.reader.indexing;

import jakarta.persistence.EntityManagerFactory;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.pacta.PactaApplication;
import org.pacta.platform.history.Change;
import org.pacta.registry.agreement.AgreementFixtures;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContext;
import org.springframework.orm.jpa.SharedEntityManagerCreator;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;

/** An application of its own process that dies between the commit of an agreement and the index, or while it builds the index anew. */
final class DyingApplication implements TransactionSynchronization {

    /** Has it die in the middle of a new index. */
    static final String WHILE_RENEWING = "--while-renewing";

    private static final int KILLED = 137;

    /** Starts it and waits for its end. Surefire ends the class path with an empty place, which would stand for the working directory. */
    static void run(List<String> arguments) throws IOException, InterruptedException {
        List<String> java = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path").replaceFirst("%s+$".formatted(File.pathSeparator), ""),
                DyingApplication.class.getName());
        Process process = new ProcessBuilder(
                        Stream.concat(java.stream(), arguments.stream()).toList())
                .redirectErrorStream(true)
                .start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != KILLED) {
            throw new IllegalStateException(printed);
        }
    }

    public static void main(String[] arguments) {
        ApplicationContext pacta = SpringApplication.run(PactaApplication.class, arguments);
        if (List.of(arguments).contains(WHILE_RENEWING)) {
            pacta.getBean(IndexBuilder.class).renew(() -> {
                Runtime.getRuntime().halt(KILLED);
                return false;
            });
        }
        new TransactionTemplate(pacta.getBean(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            Change.because("Entered from the release", "lim");
            AgreementFixtures.crimsonLogicInShanghai(
                    SharedEntityManagerCreator.createSharedEntityManager(pacta.getBean(EntityManagerFactory.class)));
            TransactionSynchronizationManager.registerSynchronization(new DyingApplication());
        });
    }

    /** Before any listener hears of the commit. */
    @Override
    public void afterCommit() {
        Runtime.getRuntime().halt(KILLED);
    }
}
